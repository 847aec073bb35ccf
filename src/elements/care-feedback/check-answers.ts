import {html, nothing, type TemplateResult} from 'lit';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {answersInWords, type AnswerInWords} from './answers-in-words.js';
import {sendPart} from './send-part.js';
import type {View} from './view.js';

/** Everything that would be sent, each answer with a way to change it, and Send. */
export function checkPage(view: View): TemplateResult {
  const words = endingWords(view.words);
  return html`
    <h2 class="title" part="heading" tabindex="-1">${words.checkAnswers}</h2>
    ${answerList(view, (row) => (row.page ? change(view, row, row.page) : nothing))}
    ${sendPart(view)}
  `;
}

/** What was told, as a list. */
export function answerList(view: View, more: (row: AnswerInWords) => unknown = () => nothing): TemplateResult {
  return html`
    <dl class="answers" lang=${view.spoken.lang}>
      ${answersInWords(view).map((row) => html`
        <div>
          <dt>${row.label}</dt>
          ${row.lines.map((line) => html`<dd class=${row.isAnswered ? 'answer' : 'answer hint'} dir="auto">${line}</dd>`)}
          ${more(row)}
        </div>
      `)}
    </dl>
  `;
}

function change(view: View, {label}: AnswerInWords, page: string): TemplateResult {
  const words = endingWords(view.words);
  return html`
    <dd><button type="button" class="link" @click=${() => view.form.change(page)}>
      <span aria-hidden="true">${words.change}</span><span class="visually-hidden">${words.changeWhat(label)}</span>
    </button></dd>
  `;
}
