import type Database from 'libsql';
import type {Place} from '../../contract/place.js';
import type {ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';
import {gathered, keptRating, placeIn, serviceIn, type RatedRow, type RatingRow, type ServiceRow} from './directory-rows.js';
import {ratedLocations, shownRating, type KeptRatings} from '../../ratings/shown-rating.js';
import type {PlaceServices} from './store.js';

const current = '(SELECT revision FROM directory_revision)';
/** Whether a row of `services` is the one that counts now. */
export const countsNow = (row: string): string => `${row}.revision = (SELECT max(n.revision) FROM services n WHERE n.id = ${row}.id AND n.revision <= ${current})`;
const serviceCounts = countsNow('s');
const ratingCounts = `r.revision = (SELECT max(n.revision) FROM ratings n WHERE n.id = r.id AND n.source = r.source AND n.revision <= ${current})`;
const holdFor = '(SELECT records_hold_for FROM directory_revision)';
const ratingColumns = `r.source, r.origin AS rating_origin, CASE WHEN r.source = 'record' AND r.origin = 'import' THEN max(r.as_of, ${holdFor}) ELSE r.as_of END AS rating_as_of, r.body`;
const withRatings = `
  SELECT s.id, s.origin, max(s.as_of, ${holdFor}) AS as_of, s.place, s.place_name, s.known, ${ratingColumns}
  FROM services s LEFT JOIN ratings r ON r.id = s.id AND ${ratingCounts}`;

/** What is read of the directory, on one open database; the caller holds the transaction, so that all of one answer is of one revision. */
export function directoryTables(database: Database.Database) {
  const revision = database.prepare('SELECT revision FROM directory_revision');
  const servicePage = database.prepare(`SELECT s.id, s.origin, s.known FROM services s WHERE s.id > ? AND ${serviceCounts} ORDER BY s.id LIMIT ?`);
  const serviceById = database.prepare(`SELECT s.id, s.origin, s.known FROM services s WHERE s.id = ? AND ${serviceCounts}`);
  // A provider and its only location may share a code; feedback is about the place.
  const serviceByOdsCode = database.prepare(`SELECT s.id, s.origin, s.known FROM services s WHERE s.ods_code = ? AND ${serviceCounts} ORDER BY s.level, s.id LIMIT 1`);
  const ratingsOf = database.prepare(`SELECT ${ratingColumns} FROM ratings r WHERE r.id = ? AND ${ratingCounts} ORDER BY r.source`);
  const ratedIds = database.prepare('SELECT DISTINCT r.id FROM ratings r WHERE r.id > ? ORDER BY r.id LIMIT ?');
  const locationsOf = database.prepare(`${withRatings} WHERE s.provider = ? AND s.level = 'location' AND ${serviceCounts} ORDER BY s.id, r.source`);
  const places = database.prepare(`SELECT s.place AS id, max(s.place_name) AS name FROM services s WHERE s.place IS NOT NULL AND s.level = 'location' AND ${serviceCounts} GROUP BY s.place`);
  const inPlace = database.prepare(`${withRatings} WHERE s.place = ? AND s.level = 'location' AND ${serviceCounts} ORDER BY s.id, r.source`);

  function kept(id: string): KeptRatings & {id: string} | undefined {
    const row = (serviceById.get([id]) ?? undefined) as ServiceRow | undefined;
    const ratings = (ratingsOf.all([row?.id ?? id]) as RatingRow[]).map(keptRating);
    if (!row && ratings.length === 0) return undefined;
    return {id: row?.id ?? id, ...(row && {service: serviceIn(row), serviceOrigin: row.origin}), ratings};
  }

  /** With the ratings of its locations, where it is a provider. */
  function rated(of: KeptRatings & {id: string}): ServiceRating | undefined {
    const rating = shownRating(of);
    if (rating?.service.level !== 'provider') return rating;
    const locations = ratedLocations(gathered(locationsOf.all([of.id]) as RatedRow[]));
    return locations.length > 0 ? {...rating, locations} : rating;
  }

  return {
    directoryRevision(): number {
      return (revision.get([]) as {revision: number}).revision;
    },

    services({after = '', limit}: {after?: string; limit: number}): Service[] {
      return (servicePage.all([after, limit]) as ServiceRow[]).map(serviceIn);
    },

    service(id: string): Service | undefined {
      const row = (serviceById.get([id]) ?? serviceByOdsCode.get([id])) as ServiceRow | undefined;
      return row && serviceIn(row);
    },

    rating(id: string): {rating?: ServiceRating} | undefined {
      const found = kept(id) ?? kept((serviceByOdsCode.get([id]) as ServiceRow | undefined)?.id ?? id);
      if (!found) return undefined;
      const rating = rated(found);
      return rating ? {rating} : found.service && {};
    },

    ratings({after = '', limit}: {after?: string; limit: number}): {ratings: ServiceRating[]; next?: string} {
      const ids = (ratedIds.all([after, limit]) as {id: string}[]).map(({id}) => id);
      const ratings = ids.flatMap((id) => {
        const found = kept(id);
        return (found && rated(found)) ?? [];
      });
      return {ratings, ...(ids.length === limit && {next: ids.at(-1)!})};
    },

    places(): Place[] {
      return (places.all([]) as Place[]).map(({id, name}) => ({id, name}));
    },

    servicesIn(place: string): PlaceServices | undefined {
      const rows = inPlace.all([place]) as RatedRow[];
      if (!rows[0]) return undefined;
      const services = gathered(rows).map((each) => {
        const rating = shownRating(each);
        return {service: each.service, ...(rating && {rating})};
      });
      return {...placeIn(rows), services};
    },
  };
}
