import type {Place} from '../../contract/place.js';
import type {ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';
import {gathered, keptRating, placeIn, serviceIn, type RatedRow, type RatingRow, type ServiceRow} from './directory-rows.js';
import type {Client} from './postgres-connections.js';
import {ratedLocations, shownRating, type KeptRatings} from '../../ratings/shown-rating.js';
import type {PlaceServices} from './store.js';

// As in sqlite-directory.ts; but where that asks for one service after the
// other, this asks once for all, since each question is a way to the server and back.
const current = '(SELECT revision FROM directory_revision)';
/** Whether a row of `services` is the one that counts now. */
export const countsNow = (row: string): string => `${row}.revision = (SELECT max(n.revision) FROM services n WHERE lower(n.id) = lower(${row}.id) AND n.revision <= ${current})`;
const serviceCounts = countsNow('s');
const ratingCounts = `r.revision = (SELECT max(n.revision) FROM ratings n WHERE lower(n.id) = lower(r.id) AND n.source = r.source AND n.revision <= ${current})`;
const holdFor = '(SELECT records_hold_for FROM directory_revision)';
const ratingColumns = `r.source, r.origin AS rating_origin, CASE WHEN r.source = 'record' AND r.origin = 'import' THEN greatest(r.as_of, ${holdFor}) ELSE r.as_of END AS rating_as_of, r.body`;
const withRatings = `
  SELECT s.id, s.origin, greatest(s.as_of, ${holdFor}) AS as_of, s.provider, s.place, s.place_name, s.known, ${ratingColumns}
  FROM services s LEFT JOIN ratings r ON lower(r.id) = lower(s.id) AND ${ratingCounts}`;
/** A text that comes from outside, as ids are compared. */
const key = (parameter: string) => `lower(${parameter}::text COLLATE "C")`;

export async function directoryRevision(client: Client): Promise<number> {
  const {rows: [row]} = await client.query<{revision: string}>('SELECT revision FROM directory_revision');
  return Number(row!.revision);
}

export async function services(client: Client, {after = '', limit}: {after?: string; limit: number}): Promise<Service[]> {
  const {rows} = await client.query<ServiceRow>(`SELECT s.known FROM services s WHERE lower(s.id) > ${key('$1')} AND ${serviceCounts} ORDER BY lower(s.id) LIMIT $2`, [after, limit]);
  return rows.map(serviceIn);
}

export async function service(client: Client, id: string): Promise<Service | undefined> {
  const row = await serviceById(client, id) ?? await serviceByOdsCode(client, id);
  return row && serviceIn(row);
}

export async function rating(client: Client, id: string): Promise<{rating?: ServiceRating} | undefined> {
  const found = await kept(client, id) ?? await kept(client, (await serviceByOdsCode(client, id))?.id ?? id);
  if (!found) return undefined;
  const [shown] = await rated(client, [found]);
  return shown ? {rating: shown} : found.service && {};
}

export async function ratings(client: Client, {after = '', limit}: {after?: string; limit: number}): Promise<{ratings: ServiceRating[]; next?: string}> {
  const {rows} = await client.query<{id: string}>(`SELECT DISTINCT lower(r.id) AS id FROM ratings r WHERE lower(r.id) > ${key('$1')} ORDER BY lower(r.id) LIMIT $2`, [after, limit]);
  const ids = rows.map(({id}) => id);
  const found = await keptAll(client, ids);
  return {ratings: (await rated(client, found)).filter((each) => each !== undefined), ...(ids.length === limit && {next: ids.at(-1)!})};
}

export async function places(client: Client): Promise<Place[]> {
  const {rows} = await client.query<Place>(
    `SELECT DISTINCT ON (lower(s.place)) s.place AS id, s.place_name AS name FROM services s
     WHERE s.place IS NOT NULL AND s.level = 'location' AND ${serviceCounts} ORDER BY lower(s.place), s.place_name DESC`,
  );
  return rows.map(({id, name}) => ({id, name}));
}

export async function servicesIn(client: Client, place: string): Promise<PlaceServices | undefined> {
  const {rows} = await client.query<RatedRow>(`${withRatings} WHERE lower(s.place) = ${key('$1')} AND s.level = 'location' AND ${serviceCounts} ORDER BY lower(s.id), r.source`, [place]);
  if (rows.length === 0) return undefined;
  const found = gathered(rows).map((each) => {
    const shown = shownRating(each);
    return {service: each.service, ...(shown && {rating: shown})};
  });
  return {...placeIn(rows), services: found};
}

async function serviceById(client: Client, id: string): Promise<ServiceRow | undefined> {
  const {rows: [row]} = await client.query<ServiceRow>(`SELECT s.id, s.origin, s.known FROM services s WHERE lower(s.id) = ${key('$1')} AND ${serviceCounts}`, [id]);
  return row;
}

/** A provider and its only location may share a code; feedback is about the place. */
async function serviceByOdsCode(client: Client, code: string): Promise<ServiceRow | undefined> {
  const {rows: [row]} = await client.query<ServiceRow>(`SELECT s.id, s.origin, s.known FROM services s WHERE lower(s.ods_code) = ${key('$1')} AND ${serviceCounts} ORDER BY s.level, lower(s.id) LIMIT 1`, [code]);
  return row;
}

type Kept = KeptRatings & {id: string};

async function kept(client: Client, id: string): Promise<Kept | undefined> {
  const [found] = await keptAll(client, [id]);
  return found;
}

/** In the order of `ids`, without those of which nothing is known. */
async function keptAll(client: Client, ids: readonly string[]): Promise<Kept[]> {
  const wanted = `ANY (SELECT ${key('wanted')} FROM unnest($1::text[]) wanted)`;
  const {rows: known} = await client.query<ServiceRow & {key: string}>(`SELECT lower(s.id) AS key, s.id, s.origin, s.known FROM services s WHERE lower(s.id) = ${wanted} AND ${serviceCounts}`, [ids]);
  const {rows: read} = await client.query<RatingRow & {key: string}>(`SELECT lower(r.id) AS key, ${ratingColumns} FROM ratings r WHERE lower(r.id) = ${wanted} AND ${ratingCounts} ORDER BY r.source`, [ids]);
  const serviceOf = new Map(known.map((row) => [row.key, row]));
  const ratingsOf = groupedByKey(read);
  return ids.flatMap((id) => {
    const row = serviceOf.get(plainCase(id));
    const of = (ratingsOf.get(plainCase(id)) ?? []).map(keptRating);
    if (!row && of.length === 0) return [];
    return [{id: row?.id ?? id, ...(row && {service: serviceIn(row), serviceOrigin: row.origin}), ratings: of}];
  });
}

/** How each is rated, providers with the ratings of their locations. */
async function rated(client: Client, all: readonly Kept[]): Promise<(ServiceRating | undefined)[]> {
  const shown = all.map((each) => ({id: each.id, rating: shownRating(each)}));
  const providers = shown.filter(({rating: each}) => each?.service.level === 'provider').map(({id}) => id);
  if (providers.length === 0) return shown.map((each) => each.rating);
  const {rows} = await client.query<RatedRow & {provider: string}>(
    `${withRatings} WHERE lower(s.provider) = ANY (SELECT ${key('wanted')} FROM unnest($1::text[]) wanted) AND s.level = 'location' AND ${serviceCounts} ORDER BY lower(s.id), r.source`,
    [providers],
  );
  const locationsOf = groupedByKey(rows.map((row) => ({...row, key: plainCase(row.provider)})));
  return shown.map(({id, rating: each}) => {
    const locations = each?.service.level === 'provider' ? ratedLocations(gathered(locationsOf.get(plainCase(id)) ?? [])) : [];
    return each && locations.length > 0 ? {...each, locations} : each;
  });
}

function groupedByKey<Row extends {key: string}>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return groups;
}

/** As the tables' lower() has it: in the collation "C" only A to Z have another case. */
export function plainCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
