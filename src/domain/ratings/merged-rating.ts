import type {Result, ServiceRating} from '../../contract/rating.js';
import {newestFirst} from './newest-first.js';

/** A rating, and which of CQC's forms it was read from. A record tells more than a list. */
interface Read {
  rating: ServiceRating;
  source: 'record' | 'latest-ratings';
}

/**
 * What is shown of one service that is known from several of CQC's forms.
 *
 * The newest published overall is shown, with its own key questions and parts; of
 * one day that of the record. Who the service is, whether it has closed and what came
 * before are the record's: a list says nothing of them. An overall of the record that
 * a list has a newer one for becomes the first of what came before.
 *
 * `asOf` is the latest day for which one that says the same was so.
 */
export function mergedRating(ratings: readonly Read[]): ServiceRating {
  const [base, ...others] = [...ratings].sort((one, other) => rank(other) - rank(one) || other.rating.asOf.localeCompare(one.rating.asOf)).map(({rating}) => rating);
  if (!base) throw new Error('There is no rating to show.');
  const shown = others.reduce((newest, each) => (isNewer(each.overall, newest.overall) ? each : newest), base);
  const agreeing = [base, ...others].filter(({overall}) => saysSame(overall, shown.overall));
  const {services, source} = shown;
  const history = shown === base || !base.overall ? base.history : newestFirst([base.overall, ...(base.history ?? [])]);
  // Of one rating a list says that another service earned it, and the record which one.
  const inherited = (agreeing.find((each) => each.inherited?.from) ?? agreeing.find((each) => each.inherited))?.inherited;
  const pending = (base.pending?.visited ?? '') > (shown.overall?.published ?? '') ? base.pending : undefined;
  return {
    service: base.service,
    status: base.status,
    overall: shown.overall,
    keyQuestions: shown.keyQuestions,
    ...(services ? {services} : {}),
    ...(inherited ? {inherited} : {}),
    ...(pending ? {pending} : {}),
    ...(history ? {history} : {}),
    ...(base.locations ? {locations: base.locations} : {}),
    asOf: agreeing.map(({asOf}) => asOf).sort().at(-1)!,
    source,
  };
}

function rank({source}: Read): number {
  return source === 'record' ? 1 : 0;
}

/** Whether a result was published after another. One that has no day is newer than none at all. */
function isNewer(result: Result | null, than: Result | null): boolean {
  return result !== null && (than === null || (result.published ?? '') > (than.published ?? ''));
}

function saysSame(one: Result | null, other: Result | null): boolean {
  return one?.label === other?.label && one?.published === other?.published;
}
