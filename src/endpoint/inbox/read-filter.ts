import * as z from 'zod/mini';
import {HandlingState} from '../../contract/handling.js';
import {filterNames, type FilterFaults, type FilterName, type TypedFilter} from '../../contract/inbox-filter.js';
import {LanguageTag, ServiceId} from '../../contract/identifiers.js';
import {Share, Urgency} from '../../contract/submission.js';
import {isServiceView} from '../access/authorise.js';
import type {Scope} from '../access/access.js';
import type {Dependencies} from '../dependencies.js';
import {placeNamed} from '../../domain/ratings/place-named.js';
import {everyIdOf} from '../access/service-ids.js';
import type {InboxFilter} from '../store/submission-filter.js';

/** A filter, or what is wrong with what was typed; it is none where nothing was. */
export type ReadFilter = {filter: InboxFilter | undefined} | {faults: FilterFaults};

// What the service itself does not see it can pick nothing by: through whom, on which day and in which language, what the team does, and who else may see it.
const hidden: readonly FilterName[] = ['partner', 'from', 'to', 'state', 'share', 'language'];

const Day = z.iso.date().check(z.regex(/^[12]/));
const known: Readonly<Record<FilterName, (typed: string) => boolean>> = {
  service: (typed) => ServiceId.safeParse(typed).success,
  place: (typed) => placeNamed(typed) !== undefined,
  urgency: (typed) => Urgency.safeParse(typed).success,
  state: (typed) => HandlingState.safeParse(typed).success,
  from: (typed) => Day.safeParse(typed).success,
  to: (typed) => Day.safeParse(typed).success,
  share: (typed) => Share.safeParse(typed).success,
  partner: (typed) => typed.trim() !== '' && [...typed].length <= 100 && !/\p{Cc}/u.test(typed),
  language: (typed) => LanguageTag.safeParse(typed).success,
};

/** The names of what somebody with these limits can ask for. */
export function filterNamesFor(scope: Scope): FilterName[] {
  return filterNames.filter((name) => !(isServiceView(scope) && hidden.includes(name)));
}

/** What stands in an address under these names. */
export function typedIn(parameters: URLSearchParams): TypedFilter {
  return Object.fromEntries(filterNames.flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, value]];
  }));
}

/** What is asked for. A service is looked for under all its ids and those of its other registrations, and a place by its name or its id. */
export async function readFilter(typed: TypedFilter, scope: Scope, dependencies: Pick<Dependencies, 'store' | 'directory'>): Promise<ReadFilter> {
  const faults = faultsIn(typed, scope);
  if (Object.keys(faults).length > 0) return {faults};
  if (Object.keys(typed).length === 0) return {filter: undefined};
  const {service, place, ...rest} = typed;
  return {filter: {
    ...(rest as InboxFilter),
    ...(service !== undefined && {service: await idsToLookFor(service, dependencies)}),
    ...(place !== undefined && {place: placeNamed(place)!.id}),
  }};
}

function faultsIn(typed: TypedFilter, scope: Scope): FilterFaults {
  const open = filterNamesFor(scope);
  const faults: FilterFaults = {};
  for (const [name, value] of Object.entries(typed) as [FilterName, string][]) {
    if (!open.includes(name)) faults[name] = 'closed';
    else if (!known[name](value)) faults[name] = 'none';
  }
  const {from, to} = typed;
  if (from !== undefined && to !== undefined && !faults.from && !faults.to && to < from) faults.to = 'order';
  return faults;
}

async function idsToLookFor(typed: string, dependencies: Pick<Dependencies, 'store' | 'directory'>): Promise<string[]> {
  const ids = await everyIdOf(typed, await dependencies.store.service(typed), dependencies);
  return [...new Set([typed, ...ids].map((id) => id.toLowerCase()))];
}
