import {html, nothing, type TemplateResult} from 'lit';
import type {Question} from '../../contract/question-set.js';
import {currentPage, placeBehind} from '../../questionnaire/places.js';
import {line} from '../../questionnaire/words/fill.js';
import {versionFor} from '../../questionnaire/words/version.js';
import {prose} from './prose.js';
import {oneChoice} from './questions/one-choice.js';
import type {Asked, View} from './view.js';

/** What differs once all of the code has come. */
interface Parts {
  field: (asked: Asked) => unknown;
  problems?: unknown;
  /** What stands under the questions: Continue, or Send. */
  end: unknown;
}

/** A page of the opening, which informs or asks for one choice. */
export function firstPage(view: View): TemplateResult {
  return page(view, {field: oneChoice, end: continueButton(view)});
}

/** The page that a person is on, with its questions. */
export function page(view: View, {field, problems, end}: Parts): TemplateResult {
  const {form, spoken, blanks} = view;
  const here = currentPage(form.journey);
  const text = spoken.text.pages[here?.page.id ?? ''];
  const isSending = form.delivery.is === 'sending';
  return html`
    ${backButton(view)}
    ${problems}
    <div lang=${spoken.lang} ?inert=${isSending}>
      ${text?.title ? html`<h2 class="title" part="heading" tabindex="-1">${line(text.title, blanks)}</h2>` : nothing}
      ${prose(text?.body, view)}
      ${here?.questions.map((question, place) => field(ask(question, view, !text?.title && place === 0)))}
    </div>
    ${end}
  `;
}

/** Back, where there is anything behind. */
export function backButton({form, around}: View): TemplateResult | typeof nothing {
  if (!placeBehind(form.journey)) return nothing;
  return html`<button type="button" class="link" @click=${() => void form.back()}>${around.back}</button>`;
}

/** Continue. */
export function continueButton({around}: View): TemplateResult {
  return html`<button part="button">${around.continue}</button>`;
}

/** A question with the words that hold for what was told. */
function ask(question: Question, view: View, isHeading: boolean): Asked {
  const {spoken, told, blanks, around, form} = view;
  const text = versionFor(spoken.text.questions[question.id] ?? {label: question.id}, told);
  const label = line(text.label, blanks);
  // Whether to share, or to be contacted, is plainly the person's to say.
  const isOptional = question.required === false && question.kind !== 'share' && question.kind !== 'contact';
  return {
    view,
    question,
    text,
    label: isOptional ? around.optional(label) : label,
    isHeading,
    id: `q-${question.id}`,
    fault: form.journey.faults.find((fault) => fault.question === question.id && !fault.part),
  };
}
