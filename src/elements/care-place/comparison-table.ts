import {html, nothing, type TemplateResult} from 'lit';
import type {RatedService} from '../../contract/place.js';
import {keyQuestionIds} from '../../contract/rating-words.js';
import type {Result} from '../../contract/rating.js';
import type {Words} from '../../locale/words.js';
import {profileAddress} from '../../domain/ratings/profile-address.js';
import {markWords} from '../shared/rating-mark/mark-words.js';
import {ratingMark} from '../shared/rating-mark/rating-mark.js';
import {comparisonWords} from './comparison-words.js';

interface ViewContext {
  words: Words;
  /** `YYYY-MM-DD`. */
  today: string;
  takeOut: (service: RatedService) => void;
}

/**
 * Services side by side. Where there is no room for so many columns each service
 * is a block of lines; the roles keep it a table for those who hear it.
 */
export function comparisonTable(services: readonly RatedService[], {words, today, takeOut}: ViewContext): TemplateResult {
  const own = {...markWords(words), ...comparisonWords(words)};
  const date = (result: Result | null | undefined) => (result?.published ? own.published(result.published, today) : nothing);
  return html`
    <table class="comparison" role="table">
      <caption>${own.chosen}</caption>
      <thead>
        <tr role="row">${[own.service, own.overall, ...keyQuestionIds.map((id) => own[id])].map((each) => html`<th scope="col" role="columnheader">${each}</th>`)}</tr>
      </thead>
      <tbody>${services.map((each) => html`
        <tr role="row">
          <th scope="row" role="rowheader">
            <a href=${profileAddress({...each.service, level: 'location'})} rel="noopener noreferrer">${each.service.name}</a>
            <button type="button" class="link" @click=${() => takeOut(each)}>${own.takeOut(each.service.name)}</button>
          </th>
          <td role="cell"><span class="of" aria-hidden="true">${own.overall}</span> <span>${ratingMark(each.overall, own)} <small>${date(each.overall)}</small></span></td>
          ${keyQuestionIds.map((id) => {
            const answer = each.keyQuestions.find(({question}) => question === id) ?? null;
            const isOfAnotherDay = answer?.published !== each.overall?.published;
            return html`<td role="cell"><span class="of" aria-hidden="true">${own[id]}</span> <span>${ratingMark(answer, own)} <small>${isOfAnotherDay ? date(answer) : nothing}</small></span></td>`;
          })}
        </tr>
      `)}</tbody>
    </table>
  `;
}
