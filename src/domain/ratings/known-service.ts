import type {Place} from '../../contract/place.js';
import type {Service} from '../../contract/service.js';
import type {DirectoryRow} from './directory-row.js';

/** What rows of one day say of a service. */
interface DatedRows {
  asOf: string;
  isPartial: boolean;
  service: Partial<Service> & {place?: Place};
}

/**
 * All that still counts of what was said of one service, the latest first: at
 * most one whole row, and of the rows that say only part what it does not know
 * better. So the same rows make the same service in whichever order they come.
 */
export type KnownService = readonly DatedRows[];

/** What is known of a service once `row` has come too. */
export function withRow(known: KnownService, {service, place, asOf, isPartial = false}: DirectoryRow): KnownService {
  const same = known.find((dated) => dated.asOf === asOf && dated.isPartial === isPartial);
  const row = {...withProviderName(service, known), ...(place && {place})};
  const added: DatedRows = {asOf, isPartial, service: isPartial ? {...same?.service, ...row} : row};
  return whatCounts([...known.filter((dated) => dated !== same), added].sort(latestFirst));
}

/** The service as it is shown, and the area that it is in. */
export function shownService(known: KnownService): {service: Service; place?: Place} {
  const {place, ...service} = Object.assign({}, ...known.map((dated) => dated.service).reverse()) as Service & {place?: Place};
  // A list holds those that are there; only a record says that one has closed.
  const status = (known.find(({isPartial}) => !isPartial) ?? known[0])?.service.status ?? service.status;
  return {service: {...service, status}, ...(place && {place})};
}

// Of one day a part stands before the whole, which would leave nothing of it.
function latestFirst(one: DatedRows, other: DatedRows): number {
  if (one.asOf !== other.asOf) return one.asOf < other.asOf ? 1 : -1;
  return Number(other.isPartial) - Number(one.isPartial);
}

function whatCounts(all: readonly DatedRows[]): KnownService {
  const counting: DatedRows[] = [];
  const covered = new Set<string>();
  for (const {service, ...said} of all) {
    const uncovered = Object.entries(service).filter(([key, value]) => value !== undefined && (!covered.has(key) || (key === 'status' && !said.isPartial)));
    if (uncovered.length > 0) counting.push({...said, service: Object.fromEntries(uncovered)});
    if (!said.isPartial) break;
    for (const [key] of uncovered) covered.add(key);
  }
  return counting;
}

/** CQC's record of a location has its provider's id alone; the name that a list gave stays. */
function withProviderName(service: Service, known: KnownService): Service {
  const {provider} = service;
  if (!provider || provider.name !== undefined || known.length === 0) return service;
  const before = shownService(known).service.provider;
  return before?.name !== undefined && before.id.toLowerCase() === provider.id.toLowerCase() ? {...service, provider: {...provider, name: before.name}} : service;
}
