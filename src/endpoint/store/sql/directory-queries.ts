import type {Place} from '../../../contract/place.js';
import type {ServiceRating} from '../../../contract/rating.js';
import type {Service} from '../../../contract/service.js';
import {ratedLocations, shownRating, type KeptRatings} from '../../../domain/ratings/shown-rating.js';
import {currentRevision, plainCase, ratingCounts, serviceCounts} from './directory-in-sql.js';
import {gathered, keptRating, placeIn, serviceIn, type RatedRow, type StoredRatingRow, type ServiceRow} from '../directory-rows.js';
import type {Dialect, SqlClient, SqlValue} from './sql-client.js';
import type {PlaceServices} from '../store.js';

const holdFor = '(SELECT records_hold_for FROM directory_revision)';
const ratingColumns = ({greatest}: Dialect) =>
  `r.source, r.origin AS rating_origin, CASE WHEN r.source = 'record' AND r.origin = 'import' THEN ${greatest}(r.as_of, ${holdFor}) ELSE r.as_of END AS rating_as_of, r.body`;

export async function directoryRevision(client: SqlClient): Promise<number> {
  return (await client.get<{revision: number}>(`SELECT ${currentRevision} AS revision`))!.revision;
}

export async function services(client: SqlClient, {after = '', limit}: {after?: string; limit: number}): Promise<Service[]> {
  const id = client.dialect.inAnyCase('s.id');
  const rows = await client.all<ServiceRow>(`SELECT s.known FROM services s WHERE ${id} > $1 AND ${serviceCounts('s', client.dialect)} ORDER BY ${id} LIMIT $2`, [plainCase(after), limit]);
  return rows.map(serviceIn);
}

export async function service(client: SqlClient, id: string): Promise<Service | undefined> {
  const {dialect} = client;
  const row = await client.get<ServiceRow>(`SELECT s.id, s.origin, s.known FROM services s WHERE ${dialect.inAnyCase('s.id')} = $1 AND ${serviceCounts('s', dialect)}`, [plainCase(id)]) ?? await serviceByOdsCode(client, id);
  return row && serviceIn(row);
}

export async function rating(client: SqlClient, id: string): Promise<{rating?: ServiceRating} | undefined> {
  const found = await kept(client, id) ?? await kept(client, (await serviceByOdsCode(client, id))?.id ?? id);
  if (!found) return undefined;
  const [shown] = await rated(client, [found]);
  return shown ? {rating: shown} : found.service && {};
}

export async function ratings(client: SqlClient, {after = '', limit}: {after?: string; limit: number}): Promise<{ratings: ServiceRating[]; next?: string}> {
  const id = client.dialect.inAnyCase('r.id');
  const rows = await client.all<{id: string}>(`SELECT DISTINCT ${id} AS id FROM ratings r WHERE ${id} > $1 ORDER BY ${id} LIMIT $2`, [plainCase(after), limit]);
  const ids = rows.map((row) => row.id);
  const found = await keptAll(client, ids);
  return {ratings: (await rated(client, found)).filter((each) => each !== undefined), ...(ids.length === limit && {next: ids.at(-1)!})};
}

export async function places(client: SqlClient): Promise<Place[]> {
  const {dialect} = client;
  const rows = await client.all<Place>(
    `SELECT max(s.place) AS id, max(s.place_name) AS name FROM services s
     WHERE s.place IS NOT NULL AND s.level = 'location' AND ${serviceCounts('s', dialect)} GROUP BY ${dialect.inAnyCase('s.place')}`,
  );
  return rows.map(({id, name}) => ({id, name}));
}

export async function servicesIn(client: SqlClient, place: string): Promise<PlaceServices | undefined> {
  const rows = await locationsWithRatings(client, `${client.dialect.inAnyCase('s.place')} = $1`, plainCase(place));
  if (rows.length === 0) return undefined;
  const found = gathered(rows).map((each) => {
    const shown = shownRating(each);
    return {service: each.service, ...(shown && {rating: shown})};
  });
  return {...placeIn(rows), services: found};
}

/** A provider and its only location may share a code; feedback is about the place. */
async function serviceByOdsCode(client: SqlClient, code: string): Promise<ServiceRow | undefined> {
  const {dialect} = client;
  return client.get<ServiceRow>(
    `SELECT s.id, s.origin, s.known FROM services s WHERE ${dialect.inAnyCase('s.ods_code')} = $1 AND ${serviceCounts('s', dialect)} ORDER BY s.level, ${dialect.inAnyCase('s.id')} LIMIT 1`,
    [plainCase(code)],
  );
}

type Kept = KeptRatings & {id: string};

async function kept(client: SqlClient, id: string): Promise<Kept | undefined> {
  const [found] = await keptAll(client, [id]);
  return found;
}

/**
 * In the order of `ids`, without those of which nothing is known. Asked once for all,
 * since to PostgreSQL each question is a way to the server and back.
 */
async function keptAll(client: SqlClient, ids: readonly string[]): Promise<Kept[]> {
  const {dialect} = client;
  const keys = ids.map(plainCase);
  // A list is a table to SQLite, which takes longer to make than one row to find.
  const isWanted = (column: string) => (keys.length === 1 ? `${dialect.inAnyCase(column)} = $1` : dialect.isIn(dialect.inAnyCase(column), '$1'));
  const parameters = [keys.length === 1 ? keys[0]! : keys];
  const known = await client.all<ServiceRow>(`SELECT s.id, s.origin, s.known FROM services s WHERE ${isWanted('s.id')} AND ${serviceCounts('s', dialect)}`, parameters);
  const read = await client.all<StoredRatingRow & {id: string}>(
    `SELECT r.id, ${ratingColumns(dialect)} FROM ratings r WHERE ${isWanted('r.id')} AND ${ratingCounts('r', dialect)} ORDER BY r.source`,
    parameters,
  );
  const serviceOf = new Map(known.map((row) => [plainCase(row.id), row]));
  const ratingsOf = groupedBy(read, (row) => row.id);
  return ids.flatMap((id) => {
    const row = serviceOf.get(plainCase(id));
    const of = (ratingsOf.get(plainCase(id)) ?? []).map(keptRating);
    if (!row && of.length === 0) return [];
    return [{id: row?.id ?? id, ...(row && {service: serviceIn(row), serviceOrigin: row.origin}), ratings: of}];
  });
}

/** How each is rated, providers with the ratings of their locations. */
async function rated(client: SqlClient, all: readonly Kept[]): Promise<(ServiceRating | undefined)[]> {
  const {dialect} = client;
  const shown = all.map((each) => ({id: each.id, rating: shownRating(each)}));
  const providers = shown.filter(({rating: each}) => each?.service.level === 'provider').map(({id}) => plainCase(id));
  if (providers.length === 0) return shown.map((each) => each.rating);
  const rows = await locationsWithRatings(client, dialect.isIn(dialect.inAnyCase('s.provider'), '$1'), providers);
  const locationsOf = groupedBy(rows, (row) => row.provider);
  return shown.map(({id, rating: each}) => {
    const locations = each?.service.level === 'provider' ? ratedLocations(gathered(locationsOf.get(plainCase(id)) ?? [])) : [];
    return each && locations.length > 0 ? {...each, locations} : each;
  });
}

async function locationsWithRatings(client: SqlClient, condition: string, parameter: SqlValue): Promise<(RatedRow & {provider: string})[]> {
  const {dialect} = client;
  const id = dialect.inAnyCase('s.id');
  return client.all(
    `SELECT s.id, s.origin, ${dialect.greatest}(s.as_of, ${holdFor}) AS as_of, s.provider, s.place, s.place_name, s.known, ${ratingColumns(dialect)}
     FROM services s LEFT JOIN ratings r ON ${dialect.inAnyCase('r.id')} = ${id} AND ${ratingCounts('r', dialect)}
     WHERE ${condition} AND s.level = 'location' AND ${serviceCounts('s', dialect)} ORDER BY ${id}, r.source`,
    [parameter],
  );
}

function groupedBy<Row>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(plainCase(idOf(row)), [...(groups.get(plainCase(idOf(row))) ?? []), row]);
  return groups;
}
