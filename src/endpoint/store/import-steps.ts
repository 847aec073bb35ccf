import {setTimeout as after} from 'node:timers/promises';
import type {ServiceOrigin} from '../../domain/ratings/directory-row.js';
import type {DirectoryImports, ImportCounts, ImportRows} from './directory-import.js';
import {ratingKey} from './import-rows.js';
import {StoreUnavailable} from './store.js';

/** What an import is made of, each step one short transaction. All but the first fail once another process holds the claim. */
export interface ImportSteps {
  /** Claims the directory for `lease` milliseconds by the database's clock, or `undefined` while another process holds it. */
  claimImport(origin: ServiceOrigin, lease: number): Promise<number | undefined>;
  renewImport(run: number, lease: number): Promise<void>;
  /** Removes at most 500 rows that nobody will read again; whether there may be more. */
  tidyDirectory(run: number): Promise<boolean>;
  /** `met` are the ratings among them that this import has met before. */
  keepRows(run: number, rows: ImportRows, met: readonly string[]): Promise<KeptCounts>;
  /** Raises the revision if rows wait for it, or if the records hold for a later day than before. */
  switchDirectory(run: number, recordsHoldFor?: string): Promise<void>;
  releaseImport(run: number): Promise<void>;
}

/** What became of rows, and which ratings among them the import has met now: the second row of one may be another part of it. */
export interface KeptCounts {
  services: ImportCounts;
  ratings: ImportCounts;
  met: string[];
}

/** How long things take, in milliseconds. */
export interface ImportTimes {
  /** How long a claim is believed without a sign of life. */
  lease: number;
  /** How long to wait for another import: longer than the lease, so that one that broke off is outlived. */
  waitMilliseconds: number;
}

export const usualImportTimes: ImportTimes = {lease: 10_000, waitMilliseconds: 15_000};

const mostRows = 500;
// Somebody's feedback may wait for the lock, and is let through between two transactions.
const breath = 10;
const betweenTries = 100;

/** Imports in any store that can do the steps. `abandon` lets go of an import that was not ended. */
export function importsBy(steps: ImportSteps, {lease, waitMilliseconds: patience}: ImportTimes): DirectoryImports & {abandon(): Promise<void>} {
  let held: {run: number; signsOfLife: NodeJS.Timeout} | undefined;
  let last: Promise<unknown> = Promise.resolve();
  // By `ratingKey`, of the import that runs here.
  let met = new Set<string>();

  /** Rows of one import go in one after the other, however they are handed over. */
  function enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function claimed(origin: ServiceOrigin): Promise<number> {
    const end = Date.now() + patience;
    for (;;) {
      const run = await steps.claimImport(origin, lease);
      if (run !== undefined) return run;
      if (Date.now() > end) throw new StoreUnavailable('another import is at work on this database; start this one again when it has ended');
      await after(betweenTries);
    }
  }

  async function tidy(run: number): Promise<void> {
    while (await steps.tidyDirectory(run)) await after(breath);
  }

  async function letGo(run: number): Promise<void> {
    if (held?.run === run) clearInterval(held.signsOfLife);
    held = undefined;
    await steps.releaseImport(run);
  }

  return {
    async startImport(origin) {
      const run = await claimed(origin);
      const signsOfLife = setInterval(() => void steps.renewImport(run, lease).catch(() => undefined), lease / 5);
      signsOfLife.unref();
      held = {run, signsOfLife};
      met = new Set();
      await tidy(run);
      return run;
    },

    importRows: (run, {services, ratings}) => enqueue(async () => {
      const total = {services: none(), ratings: none()};
      for (const rows of portions(services, ratings)) {
        const keys = rows.ratings.map(({rating, source}) => ratingKey(rating.service.id, source));
        const counts = await steps.keepRows(run, rows, keys.filter((key) => met.has(key)));
        // Not before they are kept: what failed is tried again.
        for (const key of counts.met) met.add(key);
        for (const kind of ['services', 'ratings'] as const) add(total[kind], counts[kind]);
        await after(breath);
      }
      return total;
    }),

    endImport: (run, everything) => enqueue(async () => {
      await steps.switchDirectory(run, everything?.recordsHoldFor);
      await tidy(run);
      await letGo(run);
    }),

    async abandon() {
      if (held) await letGo(held.run).catch(() => undefined);
    },
  };
}

function* portions(services: ImportRows['services'], ratings: ImportRows['ratings']): Generator<ImportRows> {
  for (let start = 0; start < services.length + ratings.length; start += mostRows) {
    const end = start + mostRows;
    const past = (position: number) => Math.max(0, position - services.length);
    yield {services: services.slice(start, end), ratings: ratings.slice(past(start), past(end))};
  }
}

function none(): ImportCounts {
  return {added: 0, changed: 0, unchanged: 0};
}

function add(total: ImportCounts, counts: ImportCounts): void {
  for (const key of ['added', 'changed', 'unchanged'] as const) total[key] += counts[key];
}
