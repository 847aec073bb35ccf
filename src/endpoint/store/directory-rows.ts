import type {ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';
import type {RatingSource, ServiceOrigin} from '../../domain/ratings/directory-row.js';
import {shownService, type KnownService} from '../../domain/ratings/known-service.js';
import type {KeptRatings} from '../../domain/ratings/shown-rating.js';
import type {PlaceServices} from './store.js';

/** A service as a store's tables give it. */
export interface ServiceRow {
  id: string;
  origin: ServiceOrigin;
  known: string;
}

export interface StoredRatingRow {
  source: RatingSource;
  rating_origin: ServiceOrigin;
  rating_as_of: string;
  body: string;
}

/** A service with one of its ratings, or with none. */
export type RatedRow = ServiceRow & {as_of: string; place: string; place_name: string} & (StoredRatingRow | {source: null});

export function serviceIn({known}: Pick<ServiceRow, 'known'>): Service {
  return shownService(JSON.parse(known) as KnownService).service;
}

export function keptRating({source, rating_origin: origin, rating_as_of: asOf, body}: StoredRatingRow): KeptRatings['ratings'][number] {
  return {source, origin, rating: {...(JSON.parse(body) as ServiceRating), asOf}};
}

/** One entry for each service from rows with one rating each, which stand together. */
export function gathered(rows: readonly RatedRow[]): (KeptRatings & {service: Service})[] {
  const found: (KeptRatings & {id: string; service: Service; ratings: KeptRatings['ratings'][number][]})[] = [];
  for (const row of rows) {
    if (found.at(-1)?.id !== row.id) found.push({id: row.id, service: serviceIn(row), serviceOrigin: row.origin, ratings: []});
    if (row.source !== null) found.at(-1)!.ratings.push(keptRating(row));
  }
  return found;
}

/** An area from the rows of its locations, without those. */
export function placeIn(rows: readonly RatedRow[]): Omit<PlaceServices, 'services'> {
  const asOf = last(rows.map((row) => row.as_of));
  return {place: {id: rows[0]!.place, name: last(rows.map((row) => row.place_name))}, ...(asOf !== '' && {asOf})};
}

function last(texts: readonly string[]): string {
  return texts.reduce((one, other) => (one > other ? one : other), '');
}
