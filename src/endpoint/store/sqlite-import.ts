import type Database from 'libsql';
import type {Service} from '../../contract/service.js';
import type {ServiceRating} from '../../contract/rating.js';
import {canonicalJson} from '../canonical-json.js';
import type {DirectoryRow, ImportCounts, ImportRows, RatingRow, ServiceOrigin} from './directory-import.js';
import {shownService, withRow, type KnownService} from './known-service.js';
import {together} from './rating-parts.js';

/** A row as it counts now (`counting`) and as this import has written it (`waiting`); there may be either, both or none. */
interface Versions<Row> {
  counting?: Row;
  waiting?: Row;
}

interface ServiceVersion {
  revision: number;
  origin: ServiceOrigin;
  known: string;
}

interface RatingVersion {
  revision: number;
  origin: ServiceOrigin;
  as_of: string;
  body: string;
}

type Outcome = keyof ImportCounts;

const rowsAtATime = 500;
// A claim that reaches further ahead was made before the clock was put back.
const longestLease = 60_000;
// A service and its rating from each of two sources.
const rowsOfOne = 3;

/**
 * The steps of an import, on one open database; the caller holds the transaction.
 *
 * What an import writes carries the revision after the current one, and the switch
 * is that the current one becomes it. Only who holds the claim writes such rows, so
 * those of an import that broke off are known by their revision.
 */
export function importTables(database: Database.Database) {
  // Which ratings this import has met: the second row of one may be another part of it.
  database.exec('CREATE TEMP TABLE met_ratings (id TEXT NOT NULL COLLATE NOCASE, source TEXT NOT NULL, PRIMARY KEY (id, source)) STRICT, WITHOUT ROWID');
  const forget = database.prepare('DELETE FROM met_ratings');
  const meet = database.prepare('INSERT OR IGNORE INTO met_ratings VALUES (?, ?)');

  const current = database.prepare('SELECT revision FROM directory_revision');
  const rise = database.prepare('UPDATE directory_revision SET revision = ?, records_hold_for = max(records_hold_for, ?)');
  const holdFor = database.prepare('SELECT records_hold_for AS day FROM directory_revision');
  const state = database.prepare('SELECT run, origin, held_until, tidy_after FROM directory_import');
  const claim = database.prepare('UPDATE directory_import SET run = run + 1, origin = ?, held_until = ?');
  const hold = database.prepare('UPDATE directory_import SET held_until = max(held_until, ?)');
  const release = database.prepare('UPDATE directory_import SET held_until = NULL WHERE run = ?');
  const setTidy = database.prepare('UPDATE directory_import SET tidy_after = ?');

  const services = database.prepare('SELECT revision, origin, known FROM services WHERE id = ? ORDER BY revision DESC');
  const putService = database.prepare(
    `INSERT INTO services (id, revision, origin, level, ods_code, provider, place, place_name, as_of, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id, revision) DO UPDATE SET origin = excluded.origin, level = excluded.level, ods_code = excluded.ods_code, provider = excluded.provider,
       place = excluded.place, place_name = excluded.place_name, as_of = excluded.as_of, known = excluded.known`,
  );
  const dropService = database.prepare('DELETE FROM services WHERE id = ? AND revision = ?');
  const ratings = database.prepare('SELECT revision, origin, as_of, body FROM ratings WHERE id = ? AND source = ? ORDER BY revision DESC');
  const importedRating = database.prepare("SELECT 1 AS found FROM ratings WHERE id = ? AND origin = 'import' LIMIT 1");
  const importedService = database.prepare("SELECT 1 AS found FROM services WHERE id = ? AND origin = 'import' LIMIT 1");
  const putRating = database.prepare(
    `INSERT INTO ratings (id, source, revision, origin, as_of, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id, source, revision) DO UPDATE SET origin = excluded.origin, as_of = excluded.as_of, body = excluded.body`,
  );
  const dropRating = database.prepare('DELETE FROM ratings WHERE id = ? AND source = ? AND revision = ?');

  const waits = database.prepare('SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM services WHERE revision > ?1) OR EXISTS (SELECT 1 FROM ratings WHERE revision > ?1)');
  const dropWaiting = (['services', 'ratings'] as const).map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE revision > ? LIMIT ${rowsAtATime})`),
  );
  const newIds = database.prepare(
    `SELECT id FROM services WHERE revision = ?1 AND id > ?2 UNION SELECT id FROM ratings WHERE revision = ?1 AND id > ?2 ORDER BY id LIMIT ${Math.floor(rowsAtATime / rowsOfOne)}`,
  );
  const dropOldService = database.prepare('DELETE FROM services WHERE id = ?1 AND revision < ?2 AND EXISTS (SELECT 1 FROM services WHERE id = ?1 AND revision = ?2)');
  const dropOldRatings = database.prepare('DELETE FROM ratings WHERE id = ?1 AND revision < ?2 AND source IN (SELECT source FROM ratings WHERE id = ?1 AND revision = ?2)');

  const currentRevision = (): number => (current.get([]) as {revision: number}).revision;
  const stateNow = () => state.get([]) as {run: number; origin: ServiceOrigin; held_until: number | null; tidy_after: string | null};

  /** Throws when the claim is another's by now: what this import would write is no longer its own. */
  function held(run: number): {origin: ServiceOrigin; next: number} {
    const now = stateNow();
    if (now.run !== run || now.held_until === null) throw new Error('this import has ended, or another has begun since it gave no sign of life; start it again');
    return {origin: now.origin, next: currentRevision() + 1};
  }

  function keepService(row: DirectoryRow, origin: ServiceOrigin, next: number): Outcome {
    const {id} = row.service;
    const {counting, waiting} = versions(services.all([id]) as ServiceVersion[], next);
    const before = waiting ?? counting;
    if (before?.origin === 'import' && origin === 'example') return 'unchanged';
    const known = before && before.origin === origin ? (JSON.parse(before.known) as KnownService) : [];
    const nowKnown = withRow(known, row);
    const text = canonicalJson(nowKnown);
    if (before?.origin === origin && before.known === text) return 'unchanged';
    const {service, place} = shownService(nowKnown);
    if (counting?.origin === origin && counting.known === text) dropService.run([id, next]);
    else putService.run([id, next, origin, service.level, service.odsCode ?? null, service.provider?.id ?? null, place?.id ?? null, place?.name ?? null, nowKnown[0]?.asOf ?? '', text]);
    if (!before) return 'added';
    return before.origin === origin && saysSame(known, nowKnown) ? 'unchanged' : 'changed';
  }

  /** What becomes of the rating, and what would have without this row where an earlier one was counted. */
  function keepRating({rating, source}: RatingRow, origin: ServiceOrigin, next: number): {outcome: Outcome; before?: Outcome} {
    const {id} = rating.service;
    if (origin === 'example' && (importedRating.get([id]) || importedService.get([id]))) return {outcome: 'unchanged'};
    const {counting, waiting} = versions(ratings.all([id, source]) as RatingVersion[], next);
    const before = waiting ?? counting;
    if (before && before.origin === origin && before.as_of > rating.asOf) return {outcome: 'unchanged'};
    const isFirst = meet.run([id, source]).changes === 1;
    const isPart = !isFirst && source === 'latest-ratings' && before?.as_of === rating.asOf;
    const body = canonicalJson(isPart ? together(JSON.parse(before.body) as ServiceRating, rating) : rating);
    const now = {revision: next, origin, as_of: rating.asOf, body};
    if (counting?.origin === origin && counting.body === body) dropRating.run([id, source, next]);
    else putRating.run([id, source, next, origin, rating.asOf, body]);
    return {outcome: outcomeOf(counting, now), ...(!isFirst && {before: outcomeOf(counting, waiting)})};
  }

  return {
    claimImport(origin: ServiceOrigin, heldUntil: number): number | undefined {
      const {run, held_until: busyUntil} = stateNow();
      const ahead = (busyUntil ?? 0) - Date.now();
      if (ahead > 0 && ahead < longestLease) return undefined;
      claim.run([origin, heldUntil]);
      forget.run([]);
      return run + 1;
    },

    renewImport(run: number, heldUntil: number): void {
      held(run);
      hold.run([heldUntil]);
    },

    tidyDirectory(run: number): boolean {
      held(run);
      const revision = currentRevision();
      if (dropWaiting.some((drop) => drop.run([revision]).changes > 0)) return true;
      const {tidy_after: after} = stateNow();
      if (after === null) return false;
      const ids = (newIds.all([revision, after]) as {id: string}[]).map(({id}) => id);
      for (const drop of [dropOldService, dropOldRatings]) for (const id of ids) drop.run([id, revision]);
      setTidy.run([ids.at(-1) ?? null]);
      return ids.length > 0;
    },

    keepRows(run: number, rows: ImportRows): {services: ImportCounts; ratings: ImportCounts} {
      const {origin, next} = held(run);
      const counts = {services: {added: 0, changed: 0, unchanged: 0}, ratings: {added: 0, changed: 0, unchanged: 0}};
      for (const row of rows.services) counts.services[keepService(row, origin, next)] += 1;
      for (const row of rows.ratings) {
        const {outcome, before} = keepRating(row, origin, next);
        counts.ratings[outcome] += 1;
        if (before) counts.ratings[before] -= 1;
      }
      return counts;
    },

    switchDirectory(run: number, recordsHoldFor = ''): void {
      const {next} = held(run);
      if (!waits.get([next - 1]) && (holdFor.get([]) as {day: string}).day >= recordsHoldFor) return;
      rise.run([next, recordsHoldFor]);
      setTidy.run(['']);
    },

    releaseImport(run: number): void {
      release.run([run]);
    },
  };
}

function versions<Row extends {revision: number}>(rows: readonly Row[], next: number): Versions<Row> {
  const waiting = rows.find(({revision}) => revision === next);
  const counting = rows.find(({revision}) => revision < next);
  return {...(waiting && {waiting}), ...(counting && {counting})};
}

/** What becomes of a rating when the import ends. That it holds for a later day does not make it another. */
function outcomeOf(counting: RatingVersion | undefined, waiting: RatingVersion | undefined): Outcome {
  if (!counting) return 'added';
  if (!waiting) return 'unchanged';
  const said = ({origin, body}: RatingVersion) => canonicalJson({...(JSON.parse(body) as ServiceRating), asOf: '', origin});
  return said(counting) === said(waiting) ? 'unchanged' : 'changed';
}

function saysSame(one: KnownService, other: KnownService): boolean {
  const [before, now] = [one, other].map((known): {service: Service} => shownService(known));
  return canonicalJson(before) === canonicalJson(now);
}
