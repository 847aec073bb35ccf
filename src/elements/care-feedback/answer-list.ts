import {html, nothing, type TemplateResult} from 'lit';
import {directionOf} from '../../locale/direction.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {answersInWords, type AnswerInWords} from '../../domain/questionnaire/words/answers-in-words.js';
import {responseToSend} from '../../domain/questionnaire/submission-of.js';
import {isNamed} from './view-context.js';
import type {RenderContext} from './render-context.js';
import {elementWords} from './element-words.js';

/** Everything that would be sent, in words. */
export function answersInContext(context: RenderContext): AnswerInWords[] {
  const {session: {journey}, spoken: {text}, words, receiver, placeholders: blanks} = context;
  const rows = answersInWords({set: journey.set, text, words, receiver, placeholders: blanks}, responseToSend(journey.draft, journey.set));
  // A service that only an id is known of is better called “the service”.
  return rows.map((row) => (row.question === 'about' && !isNamed(context.draft.about) ? {...row, lines: [elementWords(words).theService]} : row));
}

/** What was told, or those `rows` of it, as a list. `more` follows each answer. */
export function answerList(context: RenderContext, {rows = answersInContext(context), more = () => nothing}: {rows?: readonly AnswerInWords[]; more?: (row: AnswerInWords) => unknown} = {}): TemplateResult {
  const {notAnswered} = endingWords(context.words);
  return html`
    <dl class="answers" lang=${context.spoken.lang} dir=${directionOf(context.spoken.lang)}>
      ${rows.map((row) => html`
        <div>
          <dt>${row.label}</dt>
          ${row.lines.length > 0 ? row.lines.map((line) => html`<dd class="answer" dir="auto">${line}</dd>`) : html`<dd class="answer hint">${notAnswered}</dd>`}
          ${more(row)}
        </div>
      `)}
    </dl>
  `;
}
