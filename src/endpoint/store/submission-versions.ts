import type {Scope} from '../access/access.js';
import type {InboxFilter} from './submission-filter.js';

/** One version of what somebody told. */
export interface SubmissionVersion {
  id: string;
  receivedAt: string;
}

/** The ids of what arrived right before and right after something. */
export interface Beside {
  before?: string;
  after?: string;
}

/** What stands around a submission, of what is within the limits. What is not is no link to anything either. */
export interface SubmissionVersions {
  /** How many fit, counted no further than to one more than `most`. */
  matching(query: {filter: InboxFilter; scope?: Scope; most: number}): Promise<number>;
  /** All that are proven to be one sender's versions of it, with itself, in the order of arrival, of many the newest. */
  versions(id: string, scope?: Scope): Promise<SubmissionVersion[]>;
  /** What says that it replaces this one, and has not proven to be of the same sender, in the order of arrival. */
  claims(id: string, scope?: Scope): Promise<SubmissionVersion[]>;
  /** What names one of `services` (by id, in any case) before and after it, but for the ids in `except`. */
  beside(query: {id: string; services: readonly string[]; except: readonly string[]; scope?: Scope}): Promise<Beside>;
}

/** More versions than anybody makes of one story. */
export const mostVersions = 100;
