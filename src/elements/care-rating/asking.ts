import {sharedOnPage} from '../../contract/page.js';
import type {ServiceRating} from '../../contract/rating.js';
import {ratingAddress, ratingAt, ratingIn} from '../../delivery/ratings.js';
import type {Tag} from './tag.js';

/** What most pages do without. */
export const later = () => import('./later.js');

/**
 * The rating that the tag asks for.
 *
 * @throws what `why-not.ts` can explain; what `signal` was aborted with, when it was
 */
export async function askedFor({endpoint, service, provider, src, rating}: Tag, signal: AbortSignal): Promise<ServiceRating> {
  if (rating) return ratingIn(rating);
  if (src) return ratingAt(new URL(src, document.baseURI), signal, async (...record) => (await later()).readRecord(...record));
  const [origin, other] = sharedOnPage().origins;
  return ratingAt(ratingAddress(endpoint || (other ? '' : origin!), provider || service!), signal);
}
