import {dayToCome} from '../../../domain/ratings/day-to-come.js';
import {foundInRecord} from '../import/found-in-record.js';
import type {FoundRows} from '../import/found-rows.js';
import {inFigures, publishedOn, type Totals} from '../import/import-counts.js';
import {intoStore} from '../import/import-into-store.js';
import type {Reporter} from '../../commands/reporter.js';
import {londonDay} from '../../../locale/london-day.js';
import type {ImportRows} from '../../store/directory-import.js';
import type {Store} from '../../store/store.js';
import {Stopped} from './api-fault.js';
import {levels, type CqcApi} from './cqc-api.js';
import type {Fetched, Staging, Wanted, SyncWork} from './staging.js';

export interface SyncNeeds {
  api: CqcApi;
  staging: Staging;
  store: Pick<Store, 'startImport' | 'importRows' | 'endImport' | 'directoryRevision'>;
  reporter: Reporter;
  clock(): Date;
}

// CQC publishes no limit; others ask with five to fifteen at a time.
const atATime = 6;
const keptTogether = 50;
// CQC may come to list a change a little after its time.
const overlap = 10 * 60_000;

/**
 * Brings the directory to what CQC has now: the first time everything, later what
 * changed since. Goes on where an earlier one broke off. Nothing is removed, and
 * nothing becomes visible before everything has been fetched.
 *
 * Rejects with `ApiFault` or `Stopped`; what was fetched by then is kept.
 */
export async function sync({everything}: {everything: boolean}, needs: SyncNeeds): Promise<Totals> {
  const {staging, store, reporter} = needs;
  const work = resumed(everything, needs) ?? (await begun(everything, needs));
  await listIds(work, needs);
  const skipped = await fetchRecords(needs);

  const into = intoStore(store, 'import');
  for (const skip of skipped) await into.take(skip);
  const {done} = staging.counts();
  let taken = 0;
  for (const {services, ratings} of staging.rows()) {
    for (const service of services) await into.take({service});
    for (const rating of ratings) await into.take({rating});
    taken += 1;
    reporter.progress(taken / done, `${inFigures(taken)} of ${inFigures(done)} imported`);
  }
  const totals = await into.end({recordsHoldFor: londonDay(new Date(work.until))});
  staging.end({until: work.until, revision: await store.directoryRevision()});
  return totals;
}

function resumed(everything: boolean, {staging, reporter}: SyncNeeds): SyncWork | undefined {
  const work = staging.work();
  if (!work || (everything && work.from !== undefined)) return undefined;
  const {wanted, done} = staging.counts();
  reporter.say(`An earlier sync broke off; going on with it: ${inFigures(done)} of ${inFigures(wanted)} records are fetched.`);
  return work;
}

async function begun(everything: boolean, {api, staging, store, reporter}: SyncNeeds): Promise<SyncWork> {
  const position = everything ? undefined : staging.position();
  // A database that was put back, or made anew, lacks what an earlier sync brought.
  const isKept = position !== undefined && (await store.directoryRevision()) >= position.revision;
  const until = timestamp(await api.now());
  const work: SyncWork = {until, ...(isKept ? {from: timestamp(new Date(Date.parse(position.until) - overlap))} : {}), pages: {location: 1, provider: 1}};
  staging.begin(work);
  reporter.say(work.from === undefined ? 'Fetching every record that CQC has.' : `Fetching what has changed since ${work.from}.`);
  return work;
}

/** Whole seconds, as CQC writes them. */
function timestamp(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

async function listIds(work: SyncWork, {api, staging, reporter}: SyncNeeds): Promise<void> {
  for (const level of levels) {
    let listed = 0;
    for (let page = work.pages[level]; page !== undefined; page = work.pages[level]) {
      const {ids, total, next} = await api.ids(level, page, work);
      work.pages = {...work.pages, [level]: next};
      staging.want(level, ids, work);
      listed += ids.length;
      reporter.progress(total ? listed / total : 0, `${inFigures(listed)} ${level}s listed`);
    }
  }
}

/** Fetches all that is wanted and not there yet; what could be read of none is told, and returned. */
async function fetchRecords({api, staging, reporter, clock}: SyncNeeds): Promise<FoundRows[]> {
  const skipped: FoundRows[] = [];
  const {wanted, done: before} = staging.counts();
  let done = before;
  let waiting: Fetched[] = [];
  let queue: Wanted[] = [];
  let last: Wanted | undefined;
  let fault: unknown;

  function nextWanted(): Wanted | undefined {
    if (queue.length === 0) {
      queue = staging.open(last, 500);
      last = queue.at(-1) ?? last;
    }
    return queue.shift();
  }

  async function fetchOne({level, id}: Wanted): Promise<Fetched> {
    const answer = await api.record(level, id);
    const where = `${level} ${id}`;
    const today = londonDay(clock());
    const found: FoundRows[] = 'record' in answer ? foundInRecord(answer.record, where, {asOf: today}) : [{of: 'services', where, fault: answer.fault}];
    for (const each of found) {
      const day = 'rating' in each ? dayToCome(each.rating.rating, today) : undefined;
      if (day !== undefined) reporter.warn(`${where}: ${publishedOn(day)}`);
      if (!('fault' in each)) continue;
      skipped.push(each);
      reporter.warn(`${each.where}: ${each.fault}; skipped`);
    }
    const rows = rowsIn(found);
    if (rows.services.length + rows.ratings.length > 0) return {level, id, rows};
    return {level, id, none: 'isGone' in answer && answer.isGone ? 'gone' : 'refused'};
  }

  function keep(): void {
    staging.keep(waiting);
    waiting = [];
  }

  async function work(): Promise<void> {
    for (let one = nextWanted(); one && fault === undefined; one = nextWanted()) {
      const became = await fetchOne(one);
      // `waiting` may have become another list meanwhile.
      waiting.push(became);
      if (waiting.length >= keptTogether) keep();
      done += 1;
      reporter.progress(done / wanted, `${inFigures(done)} of ${inFigures(wanted)} records fetched`);
    }
  }

  await Promise.all(Array.from({length: atATime}, () => work().catch((error: unknown) => {
    // That it was told to stop is the consequence, and says less than why.
    if (fault === undefined || fault instanceof Stopped) fault = error;
  })));
  keep();
  if (fault !== undefined) throw fault;
  return skipped;
}

function rowsIn(found: readonly FoundRows[]): ImportRows {
  return {
    services: found.flatMap((each) => ('service' in each ? [each.service] : [])),
    ratings: found.flatMap((each) => ('rating' in each ? [each.rating] : [])),
  };
}
