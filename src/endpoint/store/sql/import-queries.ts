import type {RatingSource, ServiceOrigin} from '../../../domain/ratings/directory-row.js';
import {currentRevision, plainCase} from './directory-in-sql.js';
import type {ImportRows} from '../directory-import.js';
import type {KeptCounts} from '../import-steps.js';
import {mergeRows, ratingKey, type KeptVersions, type NewServiceVersion, type RatingVersion, type ServiceVersion} from '../import-rows.js';
import type {InsertInto, SqlClient} from './sql-client.js';

// What an import writes carries the revision after the current one, and the switch is that the current one becomes it.
// Only who holds the claim writes such rows, so those of an import that broke off are known by their revision.

const rowsAtATime = 500;
// A claim that reaches further ahead was made before the clock was put back.
const longestLease = 60_000;
// A service and its rating from each of two sources.
const rowsOfOne = 3;
const newServices: InsertInto = {
  table: 'services',
  columns: {id: 'text', revision: 'bigint', origin: 'text', level: 'text', ods_code: 'text', provider: 'text', place: 'text', place_name: 'text', as_of: 'text', known: 'text'},
};
const newRatings: InsertInto = {table: 'ratings', columns: {id: 'text', source: 'text', revision: 'bigint', origin: 'text', as_of: 'text', body: 'text'}};
const sources: readonly RatingSource[] = ['record', 'latest-ratings'];

export async function claimImport(client: SqlClient, origin: ServiceOrigin, lease: number): Promise<number | undefined> {
  const {now} = client.dialect;
  const claimed = await client.get<{run: number}>(
    `UPDATE directory_import SET run = run + 1, origin = $1, held_until = ${now} + CAST($2 AS bigint)
     WHERE held_until IS NULL OR held_until <= ${now} OR held_until >= ${now} + ${longestLease} RETURNING run`,
    [origin, lease],
  );
  return claimed?.run;
}

export async function renewImport(client: SqlClient, run: number, lease: number): Promise<void> {
  const {now, greatest} = client.dialect;
  await held(client, run);
  await client.run(`UPDATE directory_import SET held_until = ${greatest}(held_until, ${now} + CAST($1 AS bigint))`, [lease]);
}

export async function tidyDirectory(client: SqlClient, run: number): Promise<boolean> {
  const {next, tidyAfter} = await held(client, run);
  if (await dropWaiting(client, next - 1)) return true;
  if (tidyAfter === null) return false;
  return dropOld(client, next - 1, tidyAfter);
}

export async function keepRows(client: SqlClient, run: number, rows: ImportRows, met: readonly string[]): Promise<KeptCounts> {
  const {origin, next} = await held(client, run);
  const ids = [...rows.services.map(({service}) => service.id), ...rows.ratings.map(({rating}) => rating.service.id)];
  const {kept, nowMet, write} = await versionsOf(client, [...new Set(ids.map(plainCase))], next, met);
  const counts = mergeRows(rows, origin, next, kept);
  await write();
  return {...counts, met: [...nowMet]};
}

export async function switchDirectory(client: SqlClient, run: number, recordsHoldFor = ''): Promise<void> {
  const {next} = await held(client, run);
  const risen = await client.run(
    `UPDATE directory_revision SET revision = $1, records_hold_for = ${client.dialect.greatest}(records_hold_for, $2)
     WHERE records_hold_for < $2 OR EXISTS (SELECT 1 FROM services WHERE revision >= $1) OR EXISTS (SELECT 1 FROM ratings WHERE revision >= $1)`,
    [next, recordsHoldFor],
  );
  if (risen === 1) await client.run("UPDATE directory_import SET tidy_after = ''");
}

export async function releaseImport(client: SqlClient, run: number): Promise<void> {
  await client.run('UPDATE directory_import SET held_until = NULL WHERE run = $1', [run]);
}

/** Throws when the claim is another's by now: what this import would write is no longer its own. Nobody else can claim it before the transaction ends. */
async function held(client: SqlClient, run: number): Promise<{origin: ServiceOrigin; next: number; tidyAfter: string | null}> {
  const state = await client.get<{run: number; origin: ServiceOrigin; held_until: number | null; tidy_after: string | null}>(`SELECT run, origin, held_until, tidy_after FROM directory_import ${client.dialect.locking('FOR UPDATE')}`);
  if (state?.run !== run || state.held_until === null) throw new Error('this import has ended, or another has begun since it gave no sign of life; start it again');
  const current = await client.get<{revision: number}>(`SELECT ${currentRevision} AS revision`);
  return {origin: state.origin, next: current!.revision + 1, tidyAfter: state.tidy_after};
}

async function dropWaiting(client: SqlClient, revision: number): Promise<boolean> {
  const id = client.dialect.inAnyCase('id');
  for (const [table, key] of [['services', `${id}, revision`], ['ratings', `${id}, source, revision`]]) {
    if ((await client.run(`DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE revision > $1 LIMIT ${rowsAtATime})`, [revision])) > 0) return true;
  }
  return false;
}

async function dropOld(client: SqlClient, revision: number, after: string): Promise<boolean> {
  const {inAnyCase, isIn} = client.dialect;
  const id = inAnyCase('id');
  const rows = await client.all<{id: string}>(
    `SELECT ${id} AS id FROM services WHERE revision = $1 AND ${id} > $2 UNION SELECT ${id} FROM ratings WHERE revision = $1 AND ${id} > $2
     ORDER BY id LIMIT ${Math.floor(rowsAtATime / rowsOfOne)}`,
    [revision, after],
  );
  const ids = rows.map((row) => plainCase(row.id));
  for (const [table, isOfIt] of [['services', 'TRUE'], ['ratings', 'n.source = o.source']]) {
    await client.run(
      `DELETE FROM ${table} AS o WHERE ${isIn(inAnyCase('o.id'), '$1')} AND o.revision < $2
         AND EXISTS (SELECT 1 FROM ${table} n WHERE ${inAnyCase('n.id')} = ${inAnyCase('o.id')} AND n.revision = $2 AND ${isOfIt})`,
      [ids, revision],
    );
  }
  await client.run('UPDATE directory_import SET tidy_after = $1', [ids.at(-1) ?? null]);
  return ids.length > 0;
}

/** What is kept of these ids, in memory: read with one question, and what became of it written with few more. */
async function versionsOf(client: SqlClient, ids: readonly string[], next: number, met: readonly string[]): Promise<{kept: KeptVersions; nowMet: Set<string>; write(): Promise<void>}> {
  const {inAnyCase, isIn} = client.dialect;
  const wanted = `WHERE ${isIn(inAnyCase('id'), '$1')} ORDER BY revision DESC`;
  const services = await client.all<ServiceVersion>(`SELECT id, revision, origin, known FROM services ${wanted}`, [ids]);
  const ratings = await client.all<RatingVersion>(`SELECT id, source, revision, origin, as_of AS "asOf", body FROM ratings ${wanted}`, [ids]);
  const changedServices = changeable<ServiceVersion, NewServiceVersion>(services, next, ({id}) => plainCase(id));
  const changedRatings = changeable<RatingVersion, RatingVersion>(ratings, next, ({id, source}) => ratingKey(id, source));
  const imported = new Set([...services, ...ratings].filter(({origin}) => origin === 'import').map(({id}) => plainCase(id)));
  const nowMet = new Set(met);

  const kept: KeptVersions = {
    services: (id) => changedServices.of(plainCase(id)),
    putService(version) {
      changedServices.change(plainCase(version.id), version);
      if (version.origin === 'import') imported.add(plainCase(version.id));
    },
    dropService: (id) => changedServices.change(plainCase(id), undefined),
    ratings: (id, source) => changedRatings.of(ratingKey(id, source)),
    putRating(version) {
      changedRatings.change(ratingKey(version.id, version.source), version);
      if (version.origin === 'import') imported.add(plainCase(version.id));
    },
    dropRating: (id, source) => changedRatings.change(ratingKey(id, source), undefined),
    isImported: (id) => imported.has(plainCase(id)),
    isFirst(id, source) {
      const isFirst = !nowMet.has(ratingKey(id, source));
      nowMet.add(ratingKey(id, source));
      return isFirst;
    },
  };
  return {kept, nowMet, write: () => write(client, next, changedServices.changes(), changedRatings.changes())};
}

interface Changes<Row, New> {
  put: readonly New[];
  /** Those that are written anew, or not at all. */
  gone: readonly Row[];
}

/** Versions in memory by what they are versions of, the latest first; only the one of the revision `next` changes. */
function changeable<Row extends {revision: number}, New extends Row>(read: readonly Row[], next: number, keyOf: (row: Row) => string) {
  const kept = new Map<string, Row[]>();
  const changed = new Map<string, New | undefined>();
  for (const row of read) kept.set(keyOf(row), [...(kept.get(keyOf(row)) ?? []), row]);

  return {
    of(key: string): readonly Row[] {
      const versions = kept.get(key) ?? [];
      if (!changed.has(key)) return versions;
      const waiting = changed.get(key);
      return [...(waiting ? [waiting] : []), ...versions.filter(({revision}) => revision !== next)];
    },
    change: (key: string, version: New | undefined) => void changed.set(key, version),
    changes: (): Changes<Row, New> => ({
      put: [...changed.values()].filter((version) => version !== undefined),
      gone: read.filter((row) => row.revision === next && changed.has(keyOf(row))),
    }),
  };
}

async function write(client: SqlClient, next: number, services: Changes<ServiceVersion, NewServiceVersion>, ratings: Changes<RatingVersion, RatingVersion>): Promise<void> {
  const {inAnyCase, isIn} = client.dialect;
  const remove = async (table: string, gone: readonly {id: string}[], condition: string) => {
    if (gone.length > 0) await client.run(`DELETE FROM ${table} WHERE ${isIn(inAnyCase('id'), '$1')} AND revision = $2 AND ${condition}`, [gone.map(({id}) => plainCase(id)), next]);
  };
  await remove('services', services.gone, 'TRUE');
  for (const source of sources) await remove('ratings', ratings.gone.filter((row) => row.source === source), `source = '${source}'`);
  await client.insert(newServices, services.put.map(({odsCode, placeName, asOf, ...row}) => ({...row, ods_code: odsCode, place_name: placeName, as_of: asOf})));
  await client.insert(newRatings, ratings.put.map(({asOf, ...row}) => ({...row, as_of: asOf})));
}
