import {html, nothing} from 'lit';
import type {Question} from '../../contract/question-set.js';
import {currentPage, isLast} from '../../questionnaire/journey.js';
import {line} from '../../questionnaire/words/fill.js';
import {versionFor} from '../../questionnaire/words/version.js';
import {choice} from './questions/choice.js';
import {prose} from './prose.js';
import {controlId, type Asked, type View} from './view.js';

/** The page that a person is on, with its questions and Continue, or Send where it is the last. */
export function page(view: View): unknown {
  const {form, spoken} = view;
  const here = currentPage(form.journey);
  if (!here) return view.later?.checkPage(view);
  const text = spoken.text.pages[here.page.id];
  const isSending = form.delivery.is === 'sending';
  return html`
    <div lang=${spoken.lang} ?inert=${isSending}>
      ${text?.title ? html`<h2 class="title" part="heading" tabindex="-1">${line(text.title, view.blanks)}</h2>` : nothing}
      ${prose(text?.body, view)}
      ${here.questions.map((question, place) => draw(ask(question, view, !text?.title && place === 0)))}
    </div>
    ${isLast(form.journey) ? view.later?.sendPart(view) : html`<button part="button">${view.around.continue}</button>`}
  `;
}

/** A question with the words that hold for what was told. */
export function ask(question: Question, view: View, isHeading: boolean): Asked {
  const given = view.spoken.text.questions[question.id] ?? {label: question.id};
  const text = versionFor(given, view.told);
  const label = line(text.label, view.blanks);
  return {
    view,
    question,
    text,
    label: isOptional(question) ? view.around.optional(label) : label,
    isHeading,
    id: controlId(question.id),
    fault: view.form.journey.faults.find((fault) => fault.question === question.id && !fault.part),
  };
}

function isOptional({required, kind}: Question): boolean {
  return required === false && kind !== 'share' && kind !== 'contact';
}

function draw(asked: Asked): unknown {
  const {question, view} = asked;
  if (question.kind === 'choice' || question.kind === 'choices') return choice(asked);
  return view.later?.field(asked);
}
