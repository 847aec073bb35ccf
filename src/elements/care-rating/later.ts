import {adoptStyles, type LitElement} from 'lit';
import type {ServiceRating} from '../../contract/rating.js';
import {ratingRestFault} from '../../contract/rating-rest-guard.js';
import {Unusable} from '../../delivery/unusable.js';
import {freshness} from '../../ratings/freshness.js';
import {full} from './full.js';
import {rare} from './rare.js';
import {laterStyles} from './later-styles.js';
import {readRecord} from './read-record.js';
import {styles} from './styles.js';
import type {Around, More} from './view.js';
import {tellConcealed, tellTooOld, tellWhyNot} from './why-not.js';

// What most pages do without.
export {readRecord, tellConcealed, tellWhyNot};

/** What is added for few ratings, and for `full`; throws where the rest of `rating` is not as it should be. */
export function moreOf({renderRoot}: LitElement, rating: ServiceRating, today: string): (around: Around) => More {
  const fault = ratingRestFault(rating);
  if (fault) throw new Unusable(`This is not a rating: ${fault}.`);
  if (freshness(rating.asOf, today) === 'too-old') tellTooOld(rating.asOf);
  adoptStyles(renderRoot as ShadowRoot, [...styles, laterStyles]);
  return (around) => (around.display === 'full' ? full(rating, around) : rare(rating, around));
}
