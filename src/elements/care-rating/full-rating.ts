import {html, nothing, type TemplateResult} from 'lit';
import {keyQuestionIds, ratingWords} from '../../contract/rating-words.js';
import type {RatedPart, Result, ServiceRating} from '../../contract/rating.js';
import {freshness} from '../../domain/ratings/freshness.js';
import {ratingMark} from '../shared/rating-mark/rating-mark.js';
import {fullWords} from './full-rating-words.js';
import {rare} from './unusual-rating.js';
import {dated, renderKeyQuestions, type RatingContext, type More} from './render-rating.js';
import {markWords, type MarkWords} from '../shared/rating-mark/mark-words.js';

type Own = MarkWords & {full: ReturnType<typeof fullWords>};

// No service has as many. Without an end a broken file could fill a page.
const most = 300;

/** What is added for few ratings, and then, each folded up: the parts, the history, and what the words mean. */
export function full(rating: ServiceRating, context: RatingContext): More {
  const {asOf, services = [], history = []} = rating;
  const {words, today} = context;
  const more = rare(rating, context);
  if (freshness(asOf, today) === 'too-old') return more;
  const own = {...markWords(words), full: fullWords(words)};
  return {
    ...more,
    last: html`
      ${more.last}
      ${services.length > 0 ? partDetails(services.slice(0, most), today, own) : nothing}
      ${history.length > 0 ? historyDetails(history.slice(0, most), today, own) : nothing}
      ${meanings(own)}
    `,
  };
}

function partDetails(parts: readonly RatedPart[], today: string, own: Own): TemplateResult {
  return html`
    <details>
      <summary>${own.full.parts(parts.length)}</summary>
      ${parts.map(({name, overall, keyQuestions}) => html`
        <h3>${name}</h3>
        <p>${ratingMark(overall, own)} <small>${dated(overall, today, own)}</small></p>
        ${keyQuestions.length > 0 ? renderKeyQuestions(keyQuestions, overall, today, own) : nothing}
      `)}
    </details>
  `;
}

function historyDetails(history: readonly Result[], today: string, own: Own): TemplateResult {
  return html`
    <details>
      <summary>${own.full.history(history.length)}</summary>
      <ul>${history.map((each) => html`<li>${ratingMark(each, own)} <small>${dated(each, today, own)}</small></li>`)}</ul>
    </details>
  `;
}

function meanings(own: Own): TemplateResult {
  const {questions, ratings, others} = own.full;
  return html`
    <details>
      <summary>${own.full.meanings}</summary>
      ${keyQuestionIds.map((id) => html`
        <h3>${own[id]}</h3>
        <p><strong>${questions[id].asks}</strong> ${questions[id].good}</p>
      `)}
      ${ratingWords.map((word) => html`<p>${ratingMark({rating: word, label: word}, own)} <small>${ratings[word]}</small></p>`)}
      <p>${others}</p>
    </details>
  `;
}
