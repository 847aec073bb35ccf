import {html, type TemplateResult} from 'lit';
import type {RatingWord} from '../../../contract/rating-words.js';
import type {Result} from '../../../contract/rating.js';
import type {MarkWords} from './mark-words.js';

// Our own, and each of another outline: nobody has to tell colours apart.
export const shapes: Record<RatingWord, string> = {
  outstanding: 'M6 0l2 4h4L9 7l1 5-4-3-4 3 1-5-3-3h4z',
  good: 'M6 0a6 6 0 1 0 .1 0z',
  'requires-improvement': 'M6 0l6 12H0z',
  inadequate: 'M0 0h12v12H0z',
};

/** A rating as its word, with the shape and colour that it has; another word of CQC's has neither. */
export function ratingMark(result: Pick<Result, 'rating' | 'label'> | null, own: MarkWords): TemplateResult {
  const rating = result?.rating;
  if (!rating) return html`<b>${result?.label ?? own.none}</b>`;
  return html`<b part="rating ${rating}"><svg viewBox="0 0 12 12" aria-hidden="true"><path d=${shapes[rating]} /></svg>${own[rating]}</b>`;
}
