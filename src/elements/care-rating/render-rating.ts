import {html, nothing, type TemplateResult} from 'lit';
import type {KeyQuestionRating, Result, ServiceRating} from '../../contract/rating.js';
import type {Words} from '../../locale/words.js';
import {profileAddress} from '../../domain/ratings/profile-address.js';
import {ratingMark} from '../shared/rating-mark/rating-mark.js';
import {markWords, type MarkWords} from '../shared/rating-mark/mark-words.js';

/** What is added for few ratings, or for `full`. */
export interface More {
  first?: unknown;
  /** In place of the results. */
  instead?: unknown;
  overall?: string;
  /** After the overall rating. */
  about?: unknown;
  /** After the key questions. */
  last?: unknown;
}

/** What every view is drawn from. */
export type RatingView = Pick<ServiceRating, 'service' | 'overall' | 'keyQuestions'>;

export interface RatingContext {
  words: Words;
  /** `YYYY-MM-DD`. */
  today: string;
  display?: string | null;
}

/** How one service is rated: what the law asks of a provider's website, whatever the display. */
export function renderRating({service, overall, keyQuestions}: RatingView, {words, today, display}: RatingContext, more: More = {}): TemplateResult {
  const own = markWords(words);
  return html`
    ${more.first}
    <h2 part="heading">${service.name}</h2>
    <p class="hint">${own[service.level](service.provider?.name)}</p>
    ${more.instead ?? html`
      <p class="overall">${more.overall ?? own.overall}: ${ratingMark(overall, own)}</p>
      <p>${dated(overall, today, own)}</p>
      ${more.about}
      ${display === 'badge' ? nothing : renderKeyQuestions(keyQuestions, overall, today, own)}
    `}
    ${more.last}
    <p><a href=${profileAddress(service)} rel="noreferrer">${own.profile(service.name)}</a></p>
    <p class="hint">${own.attribution}</p>
  `;
}

/** In CQC's order, each with its own day where that is another than `overall`'s. */
export function renderKeyQuestions(keyQuestions: readonly KeyQuestionRating[], overall: Result | null, today: string, own: MarkWords): TemplateResult {
  return html`<dl>${keyQuestions.map((each) => html`
    <div>
      <dt>${own[each.question]}</dt>
      <dd>${ratingMark(each, own)} <small>${each.published === overall?.published ? nothing : dated(each, today, own)}</small></dd>
    </div>
  `)}</dl>`;
}

/** When it was published, as far as the record says. */
export function dated(result: Result | null, today: string, own: MarkWords): string {
  return result?.published ? own.published(result.published, today) : '';
}
