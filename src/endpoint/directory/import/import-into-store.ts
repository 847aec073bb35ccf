import type {DirectoryRow, RatingRow, ServiceOrigin} from '../../../domain/ratings/directory-row.js';
import type {DirectoryImports, ImportRows} from '../../store/directory-import.js';
import type {FoundRows} from './found-rows.js';
import {noCounts, type Totals} from './import-counts.js';

// One transaction each: an endpoint that runs waits for the lock no longer than that.
const rowsAtATime = 500;

/** Takes what importers find into the store, as one import that becomes visible at its end. */
export function intoStore(store: DirectoryImports, origin: ServiceOrigin) {
  const totals = noCounts();
  let run: Promise<number> | undefined;
  let waiting: {services: DirectoryRow[]; ratings: RatingRow[]} = {services: [], ratings: []};
  // While the store keeps some rows the next ones are read.
  let underWay: Promise<void> = Promise.resolve();

  async function keep(rows: ImportRows): Promise<void> {
    run ??= store.startImport(origin);
    const counts = await store.importRows(await run, rows);
    for (const of of ['services', 'ratings'] as const) {
      for (const key of ['added', 'changed', 'unchanged'] as const) totals[of][key] += counts[of][key];
    }
  }

  async function flush(): Promise<void> {
    await underWay;
    const rows = waiting;
    waiting = {services: [], ratings: []};
    if (rows.services.length + rows.ratings.length === 0) return;
    underWay = keep(rows);
    // Whoever waits for it next hears of it.
    underWay.catch(() => undefined);
  }

  return {
    totals,

    async take(found: FoundRows): Promise<void> {
      if ('fault' in found) totals[found.of].skipped += 1;
      else if ('service' in found) waiting.services.push(found.service);
      else waiting.ratings.push(found.rating);
      if (waiting.services.length + waiting.ratings.length >= rowsAtATime) await flush();
    },

    /** `everything` as the store takes it: whether CQC was asked for all that changed. */
    async end(everything?: {recordsHoldFor: string}): Promise<Totals> {
      await flush();
      await underWay;
      if (everything) run ??= store.startImport(origin);
      if (run) await store.endImport(await run, everything);
      return totals;
    },
  };
}
