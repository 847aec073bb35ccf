import type {LitElement, TemplateResult} from 'lit';
import {sharedOnPage} from '../../contract/page.js';
import type {ServiceRating} from '../../contract/rating.js';
import {ratingAddress, ratingAt, ratingIn} from '../../delivery/client/fetch-rating.js';
import {freshness} from '../../domain/ratings/freshness.js';
import {today} from '../shared/signpost-list/today.js';
import {renderRating, type RatingContext} from './render-rating.js';
import type {RatingAttributes} from './tag.js';

/** What most pages do without. */
export const loadLazy = () => import('./lazy-rating.js');

/**
 * The rating that the tag asks for, with all that showing it needs.
 *
 * @throws what `explain.ts` can explain; what `signal` was aborted with, when it was
 */
export async function loadRating(tag: RatingAttributes & LitElement, signal: AbortSignal): Promise<(context: RatingContext) => TemplateResult> {
  const rating = await ratingOf(tag, signal);
  if (tag.display !== 'full' && isUsual(rating)) return (context) => renderRating(rating, context);
  const more = (await loadLazy()).moreOf(tag, rating, today());
  return (context) => renderRating(rating, context, more(context));
}

async function ratingOf({endpoint, service, provider, src, rating}: RatingAttributes, signal: AbortSignal): Promise<ServiceRating> {
  if (rating) return ratingIn(rating);
  if (src) return ratingAt(new URL(src, document.baseURI), signal, async (...record) => (await loadLazy()).readRecord(...record));
  const [origin, other] = sharedOnPage().origins;
  return ratingAt(ratingAddress(endpoint || (other ? '' : origin!), provider || service!), signal);
}

/** Whether there is nothing to tell of it but what is told of all. */
function isUsual({status, overall, services, locations, inherited, pending, asOf}: ServiceRating): boolean {
  const hasOther = locations || inherited || pending || (overall?.rating ? !overall.published : services);
  return !hasOther && status.kind === 'registered' && freshness(asOf, today()) === 'fresh';
}
