import {html, nothing, type TemplateResult} from 'lit';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {answerList} from './answer-list.js';
import type {AnswerInWords} from './answers-in-words.js';
import {change} from './doing.js';
import {backButton} from './page.js';
import {problems} from './problems.js';
import {sendPart} from './send-part.js';
import type {View} from './view.js';

/** Everything that would be sent, each answer with a way to change it, and Send. */
export function checkPage(view: View): TemplateResult {
  const words = endingWords(view.words);
  return html`
    ${backButton(view)}
    ${problems(view)}
    <h2 class="title" part="heading" tabindex="-1">${words.checkAnswers}</h2>
    ${answerList(view, (row) => (row.page ? changeButton(view, row, row.page) : nothing))}
    ${sendPart(view)}
  `;
}

function changeButton(view: View, {label}: AnswerInWords, page: string): TemplateResult {
  const words = endingWords(view.words);
  return html`
    <dd><button type="button" class="link" @click=${() => change(view.form, page)}>
      <span aria-hidden="true">${words.change}</span><span class="visually-hidden">${words.changeWhat(label)}</span>
    </button></dd>
  `;
}
