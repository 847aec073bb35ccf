import type {RatedLocation, ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';
import {mergedRating} from './merged-rating.js';
import type {RatingRow, ServiceOrigin} from './directory-row.js';

/** What is kept of one service: its row in the directory, and its rating from each source. */
export interface KeptRatings {
  service?: Service;
  serviceOrigin?: ServiceOrigin;
  ratings: readonly (RatingRow & {origin: ServiceOrigin})[];
}

/** How one service is rated, or `undefined` where nothing is known of it. */
export function shownRating({service, serviceOrigin, ratings}: KeptRatings): ServiceRating | undefined {
  const imported = ratings.filter(({origin}) => origin === 'import');
  // An example must never be taken for how a real service is rated.
  const counting = imported.length > 0 || serviceOrigin === 'import' ? imported : ratings;
  if (counting.length === 0) return undefined;
  const rating = mergedRating(counting);
  // A list of ratings may still hold what the directory knows to be closed.
  return service && service.status.kind !== 'registered' ? {...rating, status: service.status} : rating;
}

/** The locations of a provider, by name. */
export function ratedLocations(kept: readonly KeptRatings[]): RatedLocation[] {
  return kept
    .flatMap(({service, ...rest}): RatedLocation[] => {
      if (!service) return [];
      const rating = shownRating({service, ...rest});
      return [{service: {id: service.id, name: service.name}, status: rating?.status ?? service.status, overall: rating?.overall ?? null}];
    })
    .sort((one, other) => byName.compare(one.service.name, other.service.name) || (one.service.id < other.service.id ? -1 : 1));
}

const byName = new Intl.Collator('en-GB');
