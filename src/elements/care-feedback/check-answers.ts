import {html, nothing, type TemplateResult} from 'lit';
import {pagesToShow, placeBehind} from '../../questionnaire/journey.js';
import type {AnswerInWords} from '../../questionnaire/words/answers-in-words.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {answerList, answersOf} from './answer-list.js';
import {problems} from './problems.js';
import {controlId} from './questions/parts.js';
import {sendPart} from './send-part.js';
import {page} from './surface.js';
import type {View} from './view.js';

/** Everything that would be sent, each answer with a way to change it, and Send. */
export function checkPage(view: View): TemplateResult {
  const {form, words} = view;
  const {checkAnswers, leftOut} = endingWords(words);
  const rows = answersOf(view);
  const [given, others] = [rows.filter(({lines}) => lines.length > 0), rows.filter(({lines}) => lines.length === 0)];
  const more = (row: AnswerInWords) => (row.page ? changeButton(view, row, row.page) : nothing);
  return page(view, {
    back: placeBehind(form.journey) ? () => form.back() : undefined,
    problems: problems(view),
    lang: words.lang,
    isBusy: form.delivery.is === 'sending',
    title: checkAnswers,
    questions: html`
      ${answerList(view, {rows: given, more})}
      ${others.length > 0 ? html`<details><summary>${leftOut}</summary>${answerList(view, {rows: others, more})}</details>` : nothing}
    `,
    end: sendPart(view),
  });
}

function changeButton({form, words}: View, {label, question}: AnswerInWords, place: string): TemplateResult {
  const {change, changeWhat} = endingWords(words);
  const isFirst = pagesToShow(form.journey).some(({page, questions}) => page.id === place && questions[0]?.id === question);
  // Further down its page a question may lie out of sight, or folded.
  return html`
    <dd><button type="button" class="link" @click=${() => form.change(place, isFirst ? undefined : `#${controlId(question)}`)}>
      <span aria-hidden="true">${change}</span><span class="visually-hidden">${changeWhat(label)}</span>
    </button></dd>
  `;
}
