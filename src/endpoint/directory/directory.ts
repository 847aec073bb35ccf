import {setImmediate as turnsOfOthers, setTimeout as after} from 'node:timers/promises';
import type {Service} from '../../contract/service.js';
import {indexInSteps, type Index} from '../../domain/search/search-index.js';
import {search} from '../../domain/search/search.js';
import type {Directory} from '../dependencies.js';
import type {Store} from '../store/store.js';

type ServiceStore = Pick<Store, 'directoryRevision' | 'services' | 'service'>;

const servicesPerPage = 1000;
// 55,000 services take about a second and a half, several times that on a machine that is
// busy. Whoever asks in the middle of a longer import gets the directory as it was.
const patience = 5000;

/**
 * The store's services, kept in memory for searching.
 *
 * Reading starts at once. Each search asks the store for its revision, so that
 * an import by another process counts from the next search on; the new index is
 * made in short steps, with other requests answered in between. `service` asks
 * the store itself. Both reject with `StoreUnavailable` when nothing can be known.
 */
export function createDirectory(store: ServiceStore, {patienceInMs = patience} = {}): Directory {
  let held: {index: Index; revision: number} | undefined;
  let reading: Promise<void> | undefined;

  function read(): Promise<void> {
    reading ??= readAll().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function readAll(): Promise<void> {
    for (;;) {
      const revision = await store.directoryRevision();
      const services = await allServices(store);
      // Pages from before and after the end of an import are no directory that there ever was.
      if ((await store.directoryRevision()) !== revision) continue;
      held = {index: await indexOf(services), revision};
      return;
    }
  }

  /** Reads what `revision` stands for: a read that was under way already may have begun before it. */
  async function catchUp(revision: number): Promise<void> {
    await read();
    if (held?.revision !== revision) await read();
  }

  async function currentIndex(): Promise<Index> {
    // When the store does not answer, what was read before still helps somebody find their service.
    const revision = await store.directoryRevision().catch((error: unknown) => held?.revision ?? Promise.reject(error));
    if (!held) await catchUp(revision);
    if (held && held.revision !== revision) await atMost(patienceInMs, catchUp(revision));
    return held!.index;
  }

  read().catch(() => undefined);
  return {
    search: async (query, limit) => search(await currentIndex(), query, limit),
    service: (id) => store.service(id),
    async registrations(ids) {
      const {registrations} = await currentIndex();
      return new Map(ids.flatMap((id) => {
        const together = registrations.get(id.toLowerCase());
        return together ? [[id.toLowerCase(), together] as const] : [];
      }));
    },
  };
}

async function allServices(store: ServiceStore): Promise<Service[]> {
  const services: Service[] = [];
  for (;;) {
    const page = await store.services({after: services.at(-1)?.id, limit: servicesPerPage});
    services.push(...page);
    if (page.length < servicesPerPage) return services;
  }
}

async function indexOf(services: readonly Service[]): Promise<Index> {
  const steps = indexInSteps(services);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turnsOfOthers();
  }
}

/** Ends with `work`, however that ends, or after the time; `work` then goes on by itself. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const clock = new AbortController();
  const time = after(milliseconds, undefined, {signal: clock.signal});
  await Promise.race([work.catch(() => undefined), time.catch(() => undefined)]);
  clock.abort();
}
