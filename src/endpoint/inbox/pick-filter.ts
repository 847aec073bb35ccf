import type {FilterView} from './pages/filter-links.js';
import {isServiceView} from '../access/authorise.js';
import type {Principal} from '../access/authenticate.js';
import type {Dependencies} from '../dependencies.js';
import {filterNamesFor, readFilter, typedIn} from './read-filter.js';
import type {InboxFilter} from '../store/submission-filter.js';

// Enough to see that one must pick further.
const mostCounted = 1000;

/** What somebody picks by the address of the list; its filter is none where they pick nothing, or what is none. */
export async function filterViewOf(parameters: URLSearchParams, {access: {scope}}: Principal, dependencies: Dependencies): Promise<{picking: FilterView; filter: InboxFilter | undefined}> {
  const {store, places, receiver} = dependencies;
  // A form sends what was left empty as well.
  const typed = typedIn(new URLSearchParams([...parameters].filter(([, value]) => value.trim() !== '').map(([name, value]) => [name, value.trim()])));
  const read = await readFilter(typed, scope, dependencies);
  const {filter, faults} = 'faults' in read ? {filter: undefined, faults: read.faults} : {filter: read.filter, faults: {}};
  const fitting = filter && (await store.matching({filter, scope, most: mostCounted}));
  const service = filter?.service && (await store.service(filter.service[0] ?? ''));
  return {filter, picking: {
    typed,
    offered: filterNamesFor(scope),
    faults,
    ...(service && {serviceName: service.name}),
    places: await places.list(),
    languages: receiver.languages,
    ...(fitting !== undefined && {fitting: {count: Math.min(fitting, mostCounted), more: fitting > mostCounted}}),
    findsByReference: !isServiceView(scope),
  }};
}
