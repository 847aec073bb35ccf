import type {ServiceRating} from '../../contract/rating.js';
import type {RatingRow, ServiceOrigin} from './directory-row.js';
import {mergeParts} from './rating-parts.js';

/** Whether what is kept from one origin stays, whatever comes from another: an example never takes the place of an import. */
export function outranks(kept: ServiceOrigin, coming: ServiceOrigin): boolean {
  return kept === 'import' && coming === 'example';
}

/** Whether a rating holds for an earlier day than one that is kept, which then stays. */
export function isEarlier(coming: Pick<ServiceRating, 'asOf'>, kept: Pick<ServiceRating, 'asOf'>): boolean {
  return coming.asOf < kept.asOf;
}

/**
 * The rating that a row makes.
 *
 * @param earlierPart what an earlier row of the same import, service and source made. Two rows of a list
 *   of one day are parts of one rating; of two records the second stays.
 */
export function nextRating({rating, source}: RatingRow, earlierPart: ServiceRating | undefined): ServiceRating {
  const isPart = source === 'latest-ratings' && earlierPart?.asOf === rating.asOf;
  return isPart ? mergeParts(earlierPart, rating) : rating;
}
