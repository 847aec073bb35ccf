import {setImmediate as othersTurn, setTimeout as after} from 'node:timers/promises';
import type {Service} from '../../contract/service.js';
import {indexInSteps, type Index} from '../../search/build.js';
import {search} from '../../search/search.js';
import type {Directory} from '../dependencies.js';
import type {Store} from '../store/store.js';

type ServiceStore = Pick<Store, 'directoryRevision' | 'services' | 'service'>;

const servicesPerPage = 500;
// A whole directory of 55,000 services is read and indexed well within this. Whoever
// asks in the middle of a long import gets the directory as it was.
const patienceInMs = 3000;

/**
 * The store's services, kept in memory for searching.
 *
 * Reading starts at once. Each search asks the store for its revision, so that
 * an import by another process counts from the next search on; the new index is
 * made in short steps while other requests are answered. `service` asks the
 * store itself. Both reject with `StoreUnavailable` when nothing can be known.
 */
export function createDirectory(store: ServiceStore): Directory {
  let held: {index: Index; revision: number} | undefined;
  let reading: Promise<void> | undefined;

  function read(): Promise<void> {
    reading ??= readAll().finally(() => (reading = undefined));
    return reading;
  }

  async function readAll(): Promise<void> {
    // Asked for before the rows: what changes meanwhile is then read again, not missed.
    const revision = await store.directoryRevision();
    held = {index: await indexOf(await allServices(store)), revision};
  }

  async function upToDate(): Promise<Index> {
    // Without an answer from the store, what was read earlier still helps people find their service.
    const revision = await store.directoryRevision().catch(() => held?.revision);
    const patience = new AbortController();
    const patienceEnds = after(patienceInMs, undefined, {signal: patience.signal, ref: false}).catch(() => undefined);
    while (!held || (held.revision !== revision && !patience.signal.aborted)) {
      if (!held) await read();
      else await Promise.race([read().catch(() => undefined), patienceEnds.then(() => patience.abort())]);
    }
    patience.abort();
    return held.index;
  }

  read().catch(() => undefined);
  return {
    search: async (query, limit) => search(await upToDate(), query, limit),
    service: (id) => store.service(id),
  };
}
