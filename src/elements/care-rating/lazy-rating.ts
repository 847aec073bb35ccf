import {adoptStyles, type LitElement} from 'lit';
import type {ServiceRating} from '../../contract/rating.js';
import {ratingRestFault} from '../../contract/rating-rest-guard.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';
import {freshness} from '../../domain/ratings/freshness.js';
import {full} from './full-rating.js';
import {rare} from './unusual-rating.js';
import {lazyStyles} from './lazy-rating-styles.js';
import {readRecord} from './read-record.js';
import {styles} from './styles.js';
import type {RatingContext, More} from './render-rating.js';
import {explainConcealed, explainTooOld, explainFailure} from './explain.js';

// What most pages do without.
export {readRecord, explainConcealed, explainFailure};

/** What is added for few ratings, and for `full`; throws where the rest of `rating` is not as it should be. */
export function moreOf({renderRoot}: LitElement, rating: ServiceRating, today: string): (context: RatingContext) => More {
  const fault = ratingRestFault(rating);
  if (fault) throw new InvalidResponseError(`This is not a rating: ${fault}.`);
  if (freshness(rating.asOf, today) === 'too-old') explainTooOld(rating.asOf);
  adoptStyles(renderRoot as ShadowRoot, [...styles, lazyStyles]);
  return (context) => (context.display === 'full' ? full(rating, context) : rare(rating, context));
}
