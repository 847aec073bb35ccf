import type Database from 'libsql';
import type {ServiceOrigin} from '../../ratings/directory-row.js';
import type {ImportCounts, ImportRows} from './directory-import.js';
import {keepRows, type KeptVersions, type RatingVersion, type ServiceVersion} from './import-rows.js';

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

  const services = database.prepare('SELECT id, revision, origin, known FROM services WHERE id = ? ORDER BY revision DESC');
  const putService = database.prepare(
    `INSERT INTO services (id, revision, origin, level, ods_code, provider, place, place_name, as_of, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id, revision) DO UPDATE SET origin = excluded.origin, level = excluded.level, ods_code = excluded.ods_code, provider = excluded.provider,
       place = excluded.place, place_name = excluded.place_name, as_of = excluded.as_of, known = excluded.known`,
  );
  const dropService = database.prepare('DELETE FROM services WHERE id = ? AND revision = ?');
  const ratings = database.prepare('SELECT id, source, revision, origin, as_of AS asOf, body FROM ratings WHERE id = ? AND source = ? ORDER BY revision DESC');
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

  const kept: KeptVersions = {
    services: (id) => services.all([id]) as ServiceVersion[],
    putService: ({id, revision, origin, level, odsCode, provider, place, placeName, asOf, known}) => void putService.run([id, revision, origin, level, odsCode, provider, place, placeName, asOf, known]),
    dropService: (id, revision) => void dropService.run([id, revision]),
    ratings: (id, source) => ratings.all([id, source]) as RatingVersion[],
    putRating: ({id, source, revision, origin, asOf, body}) => void putRating.run([id, source, revision, origin, asOf, body]),
    dropRating: (id, source, revision) => void dropRating.run([id, source, revision]),
    isImported: (id) => Boolean(importedRating.get([id]) ?? importedService.get([id])),
    isFirst: (id, source) => meet.run([id, source]).changes === 1,
  };

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
      return keepRows(rows, origin, next, kept);
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
