import {html, nothing, type TemplateResult} from 'lit';
import type {Fault} from '../../contract/problem.js';
import {pagesToShow} from '../../questionnaire/journey.js';
import {line} from '../../questionnaire/words/fill.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {copyWords} from './copying.js';
import type {Delivery} from './delivery-state.js';
import {keptWords} from './kept-words.js';
import type {View} from './view.js';
import {elementWords} from './words.js';

/** Why nothing was received, in words that are true, and what to do now. */
export function sendingProblem(view: View, {outcome, on}: Extract<Delivery, {is: 'failed'}>): TemplateResult {
  const words = endingWords(view.words);
  return html`
    <div class="error-summary" role="alert" tabindex="-1">
      <h2>${on === 'device' ? keptWords(view.words).kept : words.notSent}</h2>
      <p>${outcome.kind === 'not-taken' ? words.notTaken : words.notSentAdvice}</p>
      ${outcome.kind === 'not-taken' ? refused(view, outcome.faults) : nothing}
      ${copying(view)}
    </div>
  `;
}

function refused(view: View, faults: readonly Fault[]): TemplateResult | typeof nothing {
  const places = [...new Map(faults.flatMap((fault) => placeOf(view, fault)).map((place) => [place.question, place])).values()];
  if (places.length === 0) return nothing;
  return html`
    <p>${elementWords(view.words).refusedAnswers}</p>
    <ul>${places.map(({page, question, label}) => html`<li><a href="#q-${question}" @click=${(event: Event) => change(event, view, page, question)}>${label}</a></li>`)}</ul>
  `;
}

function change(event: Event, view: View, page: string, question: string): void {
  event.preventDefault();
  view.form.change(page, `#q-${question}`);
}

// `/answers/story` is the question `story`; `/contact/email` is whichever asks for contact.
function placeOf(view: View, {pointer}: Fault): {page: string; question: string; label: string}[] {
  const [, part, id] = pointer.split('/');
  const kind = part === 'about' ? 'service' : part;
  return pagesToShow(view.form.journey).flatMap(({page, questions}) =>
    questions
      .filter((question) => (part === 'answers' ? question.id === id : question.kind === kind))
      .map((question) => ({page: page.id, question: question.id, label: line(view.spoken.text.questions[question.id]?.label, view.blanks)})),
  );
}

/** A way to take one's words along, as long as they can be read. */
export function copying(view: View): TemplateResult {
  const words = endingWords(view.words);
  const {copy} = view.form;
  return html`
    <p><button type="button" class="secondary" @click=${() => void copyWords(view)}>${words.copy}</button></p>
    <p role="status">${copy?.is === 'copied' ? words.copied : nothing}</p>
    ${copy?.is === 'shown'
      ? html`<label for="copy" class="label">${elementWords(view.words).copyThis}</label><textarea id="copy" @focus=${selectAll} readonly dir="auto" rows="8" .value=${copy.text}></textarea>`
      : nothing}
  `;
}

function selectAll({target}: FocusEvent): void {
  (target as HTMLTextAreaElement).select();
}
