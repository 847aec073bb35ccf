import type {HandlingState} from '../../contract/handling.js';
import type {Urgency} from '../../contract/submission.js';
import {scopeKinds, type Scope} from '../access/access.js';
import {londonMidnight, nextDay} from '../../locale/london-day.js';

/** What somebody asks for of all that they may see. It picks by what limits are of just as limits do. */
export interface InboxFilter extends Scope {
  urgency?: Urgency;
  /** A language tag; a plainer one stands for all that begin with it, in any case. */
  language?: string;
  /** The first and the last day in London on which it arrived, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  state?: HandlingState;
}

/** What of a filter is one text in the question that a store asks. */
export type FilterText = 'language' | 'from' | 'before';

/** A filter's part that is of the same kinds as limits. */
export function scopeIn(filter: InboxFilter): Scope {
  return Object.fromEntries(scopeKinds.flatMap((kind) => (filter[kind] === undefined ? [] : [[kind, filter[kind]]])));
}

/** Its texts as tables compare them: days as the moments at which they begin and are over. */
export function textsIn({language, from, to}: InboxFilter): Partial<Record<FilterText, string>> {
  return {
    ...(language !== undefined && {language: language.toLowerCase()}),
    ...(from !== undefined && {from: londonMidnight(from).toISOString()}),
    ...(to !== undefined && {before: londonMidnight(nextDay(to)).toISOString()}),
  };
}
