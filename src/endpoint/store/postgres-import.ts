import type {RatingSource, ServiceOrigin} from '../../ratings/directory-row.js';
import type {ImportSteps} from './import-steps.js';
import {keepRows, type KeptVersions, type NewServiceVersion, type RatingVersion, type ServiceVersion} from './import-rows.js';
import type {Client, Connections} from './postgres-connections.js';
import {plainCase} from './directory-in-sql.js';

const rowsAtATime = 500;
// A claim that reaches further ahead was made before the clock was put back.
const longestLease = 60_000;
// A service and its rating from each of two sources.
const rowsOfOne = 3;
// Several machines' clocks differ; the server's is one.
const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
const wanted = 'ANY (SELECT lower(wanted COLLATE "C") FROM unnest($1::text[]) wanted)';

/** The steps of an import, as sqlite-import.ts has them. */
export function importSteps({change}: Pick<Connections, 'change'>): ImportSteps {
  // Which ratings the import that runs here has met.
  let met = new Set<string>();

  return {
    claimImport: (origin, heldUntil) => change(async (client) => {
      const lease = heldUntil - Date.now();
      const {rows: [claimed]} = await client.query<{run: string}>(
        `UPDATE directory_import SET run = run + 1, origin = $1, held_until = ${now} + $2::bigint
         WHERE held_until IS NULL OR held_until <= ${now} OR held_until >= ${now} + ${longestLease} RETURNING run`,
        [origin, lease],
      );
      if (claimed) met = new Set();
      return claimed && Number(claimed.run);
    }),

    renewImport: (run, heldUntil) => change(async (client) => {
      await held(client, run);
      await client.query(`UPDATE directory_import SET held_until = greatest(held_until, ${now} + $1::bigint)`, [heldUntil - Date.now()]);
    }),

    tidyDirectory: (run) => change(async (client) => {
      const {next, tidyAfter} = await held(client, run);
      if (await dropWaiting(client, next - 1)) return true;
      if (tidyAfter === null) return false;
      return dropOld(client, next - 1, tidyAfter);
    }),

    keepRows: async (run, rows) => {
      const {counts, nowMet} = await change(async (client) => {
        const {origin, next} = await held(client, run);
        const ids = [...new Set([...rows.services.map(({service}) => service.id), ...rows.ratings.map(({rating}) => rating.service.id)])];
        const {kept, nowMet, write} = await versionsOf(client, ids, met);
        const counts = keepRows(rows, origin, next, kept);
        await write();
        return {counts, nowMet};
      });
      // Not before it is kept: what failed is tried again.
      for (const each of nowMet) met.add(each);
      return counts;
    },

    switchDirectory: (run, recordsHoldFor = '') => change(async (client) => {
      const {next} = await held(client, run);
      const {rowCount} = await client.query(
        `UPDATE directory_revision SET revision = $1, records_hold_for = greatest(records_hold_for, $2)
         WHERE records_hold_for < $2 OR EXISTS (SELECT 1 FROM services WHERE revision >= $1) OR EXISTS (SELECT 1 FROM ratings WHERE revision >= $1)`,
        [next, recordsHoldFor],
      );
      if (rowCount === 1) await client.query("UPDATE directory_import SET tidy_after = ''");
    }),

    releaseImport: (run) => change(async (client) => void (await client.query('UPDATE directory_import SET held_until = NULL WHERE run = $1', [run]))),
  };
}

/** Throws when the claim is another's by now: what this import would write is no longer its own. Nobody else can claim it before the transaction ends. */
async function held(client: Client, run: number): Promise<{origin: ServiceOrigin; next: number; tidyAfter: string | null}> {
  const {rows: [state]} = await client.query<{run: string; origin: ServiceOrigin; held_until: string | null; tidy_after: string | null}>('SELECT run, origin, held_until, tidy_after FROM directory_import FOR UPDATE');
  if (!state || Number(state.run) !== run || state.held_until === null) throw new Error('this import has ended, or another has begun since it gave no sign of life; start it again');
  const {rows: [current]} = await client.query<{revision: string}>('SELECT revision FROM directory_revision');
  return {origin: state.origin, next: Number(current!.revision) + 1, tidyAfter: state.tidy_after};
}

async function dropWaiting(client: Client, revision: number): Promise<boolean> {
  for (const [table, key] of [['services', 'lower(id), revision'], ['ratings', 'lower(id), source, revision']]) {
    const {rowCount} = await client.query(`DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE revision > $1 LIMIT ${rowsAtATime})`, [revision]);
    if (rowCount! > 0) return true;
  }
  return false;
}

async function dropOld(client: Client, revision: number, after: string): Promise<boolean> {
  const {rows} = await client.query<{id: string}>(
    `SELECT lower(id) AS id FROM services WHERE revision = $1 AND lower(id) > $2 UNION SELECT lower(id) FROM ratings WHERE revision = $1 AND lower(id) > $2
     ORDER BY id LIMIT ${Math.floor(rowsAtATime / rowsOfOne)}`,
    [revision, after],
  );
  const ids = rows.map(({id}) => id);
  await client.query('DELETE FROM services s WHERE lower(s.id) = ANY ($1) AND s.revision < $2 AND EXISTS (SELECT 1 FROM services n WHERE lower(n.id) = lower(s.id) AND n.revision = $2)', [ids, revision]);
  await client.query('DELETE FROM ratings r WHERE lower(r.id) = ANY ($1) AND r.revision < $2 AND EXISTS (SELECT 1 FROM ratings n WHERE lower(n.id) = lower(r.id) AND n.source = r.source AND n.revision = $2)', [ids, revision]);
  await client.query('UPDATE directory_import SET tidy_after = $1', [ids.at(-1) ?? null]);
  return ids.length > 0;
}

/** What is kept of these ids, in memory: read with one question, and what became of it written with one more. */
async function versionsOf(client: Client, ids: readonly string[], met: ReadonlySet<string>): Promise<{kept: KeptVersions; nowMet: Set<string>; write(): Promise<void>}> {
  const services = await client.query<ServiceVersion>(`SELECT id, revision, origin, known FROM services WHERE lower(id) = ${wanted}`, [ids]);
  const ratings = await client.query<RatingVersion>(`SELECT id, source, revision, origin, as_of AS "asOf", body FROM ratings WHERE lower(id) = ${wanted}`, [ids]);
  const changedServices = changeable<ServiceVersion, NewServiceVersion>(services.rows, ({id}) => plainCase(id));
  const changedRatings = changeable<RatingVersion, RatingVersion>(ratings.rows, ({id, source}) => ratingKey(id, source));
  const imported = new Set([...services.rows, ...ratings.rows].filter(({origin}) => origin === 'import').map(({id}) => plainCase(id)));
  const nowMet = new Set<string>();

  const kept: KeptVersions = {
    services: (id) => changedServices.of(plainCase(id)),
    putService(version) {
      changedServices.put(version);
      if (version.origin === 'import') imported.add(plainCase(version.id));
    },
    dropService: (id, revision) => changedServices.drop(plainCase(id), revision),
    ratings: (id, source) => changedRatings.of(ratingKey(id, source)),
    putRating(version) {
      changedRatings.put(version);
      if (version.origin === 'import') imported.add(plainCase(version.id));
    },
    dropRating: (id, source, revision) => changedRatings.drop(ratingKey(id, source), revision),
    isImported: (id) => imported.has(plainCase(id)),
    isFirst(id, source) {
      const isFirst = !met.has(ratingKey(id, source)) && !nowMet.has(ratingKey(id, source));
      nowMet.add(ratingKey(id, source));
      return isFirst;
    },
  };
  return {kept, nowMet, async write() {
    await writeServices(client, changedServices.changes());
    await writeRatings(client, changedRatings.changes());
  }};
}

interface Changes<Row, New> {
  put: readonly New[];
  dropped: readonly Row[];
}

/** Versions in memory by what they are versions of, and how they differ from what was read. */
function changeable<Row extends {revision: number}, New extends Row>(read: readonly Row[], keyOf: (row: Row) => string) {
  const versions = new Map<string, Row[]>();
  const put = new Map<string, New>();
  const dropped = new Map<string, Row>();
  const place = (key: string, revision: number) => `${key} ${revision}`;
  for (const row of read) versions.set(keyOf(row), [...(versions.get(keyOf(row)) ?? []), {...row, revision: Number(row.revision)}]);
  const of = (key: string) => [...(versions.get(key) ?? [])].sort((one, other) => other.revision - one.revision);

  return {
    of,
    put(version: New): void {
      const key = keyOf(version);
      versions.set(key, [version, ...of(key).filter(({revision}) => revision !== version.revision)]);
      put.set(place(key, version.revision), version);
      dropped.delete(place(key, version.revision));
    },
    drop(key: string, revision: number): void {
      const found = of(key).find((version) => version.revision === revision);
      if (!found) return;
      versions.set(key, of(key).filter((version) => version !== found));
      put.delete(place(key, revision));
      dropped.set(place(key, revision), found);
    },
    changes: (): Changes<Row, New> => ({put: [...put.values()], dropped: [...dropped.values()]}),
  };
}

async function writeServices(client: Client, {put, dropped}: Changes<ServiceVersion, NewServiceVersion>): Promise<void> {
  if (dropped.length > 0) await client.query('DELETE FROM services WHERE (lower(id), revision) IN (SELECT lower(id COLLATE "C"), revision FROM unnest($1::text[], $2::bigint[]) gone (id, revision))', [dropped.map(({id}) => id), dropped.map(({revision}) => revision)]);
  if (put.length === 0) return;
  await client.query(
    `INSERT INTO services (id, revision, origin, level, ods_code, provider, place, place_name, as_of, known)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
     ON CONFLICT (lower(id), revision) DO UPDATE SET origin = excluded.origin, level = excluded.level, ods_code = excluded.ods_code, provider = excluded.provider,
       place = excluded.place, place_name = excluded.place_name, as_of = excluded.as_of, known = excluded.known`,
    (['id', 'revision', 'origin', 'level', 'odsCode', 'provider', 'place', 'placeName', 'asOf', 'known'] as const).map((name) => put.map((version) => version[name])),
  );
}

async function writeRatings(client: Client, {put, dropped}: Changes<RatingVersion, RatingVersion>): Promise<void> {
  if (dropped.length > 0) {
    await client.query('DELETE FROM ratings WHERE (lower(id), source, revision) IN (SELECT lower(id COLLATE "C"), source, revision FROM unnest($1::text[], $2::text[], $3::bigint[]) gone (id, source, revision))', [
      dropped.map(({id}) => id), dropped.map(({source}) => source), dropped.map(({revision}) => revision),
    ]);
  }
  if (put.length === 0) return;
  await client.query(
    `INSERT INTO ratings (id, source, revision, origin, as_of, body) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])
     ON CONFLICT (lower(id), source, revision) DO UPDATE SET origin = excluded.origin, as_of = excluded.as_of, body = excluded.body`,
    (['id', 'source', 'revision', 'origin', 'asOf', 'body'] as const).map((name) => put.map((version) => version[name])),
  );
}

function ratingKey(id: string, source: RatingSource): string {
  return `${plainCase(id)} ${source}`;
}
