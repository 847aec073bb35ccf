import {html, nothing, type TemplateResult} from 'lit';
import {directionOf} from '../../locale/direction.js';
import {answersInWords, type AnswerInWords} from './answers-in-words.js';
import type {View} from './view.js';

/** What was told, as a list. `more` follows each answer. */
export function answerList(view: View, more: (row: AnswerInWords) => unknown = () => nothing): TemplateResult {
  return html`
    <dl class="answers" lang=${view.spoken.lang} dir=${directionOf(view.spoken.lang)}>
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
