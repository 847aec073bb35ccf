import {html, nothing, type TemplateResult} from 'lit';
import {pagesToShow, placeBehind} from '../../domain/questionnaire/journey.js';
import type {AnswerInWords} from '../../domain/questionnaire/words/answers-in-words.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {answerList, answersInContext} from './answer-list.js';
import {problems} from './problems.js';
import {sendPart} from './send-part.js';
import {page} from './form-shell.js';
import type {RenderContext} from './render-context.js';

/** Everything that would be sent, each answer with a way to change it, and Send. */
export function checkPage(context: RenderContext): TemplateResult {
  const {session, words, step} = context;
  const {checkAnswers, leftOut} = endingWords(words);
  const rows = answersInContext(context);
  const [given, others] = [rows.filter(({lines}) => lines.length > 0), rows.filter(({lines}) => lines.length === 0)];
  const more = (row: AnswerInWords) => (row.page ? changeButton(context, row, row.page) : nothing);
  return page(context, {
    back: placeBehind(session.journey) ? () => step({do: 'back'}) : undefined,
    problems: problems(context),
    lang: words.lang,
    isBusy: session.delivery.is === 'sending',
    title: checkAnswers,
    questions: html`
      ${answerList(context, {rows: given, more})}
      ${others.length > 0 ? html`<details><summary>${leftOut}</summary>${answerList(context, {rows: others, more})}</details>` : nothing}
    `,
    end: sendPart(context),
  });
}

function changeButton({session, words, step}: RenderContext, {label, question}: AnswerInWords, place: string): TemplateResult {
  const {change, changeWhat} = endingWords(words);
  const isFirst = pagesToShow(session.journey).some(({page, questions}) => page.id === place && questions[0]?.id === question);
  // Further down its page a question may lie out of sight, or folded.
  return html`
    <dd><button type="button" class="link" @click=${() => step({do: 'change', page: place, ...(!isFirst && {question})})}>
      <span aria-hidden="true">${change}</span><span class="visually-hidden">${changeWhat(label)}</span>
    </button></dd>
  `;
}
