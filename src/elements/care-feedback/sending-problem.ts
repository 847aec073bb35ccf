import {html, nothing, type TemplateResult} from 'lit';
import type {Fault} from '../../contract/problem.js';
import type {Delivery} from '../../domain/questionnaire/form-session/delivery.js';
import {pagesToShow} from '../../domain/questionnaire/journey.js';
import {fillLine} from '../../domain/questionnaire/words/placeholders.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {copyWords} from './copy-answers.js';
import {waitingWords} from './waiting-words.js';
import type {RenderContext} from './render-context.js';
import {elementWords} from './element-words.js';

/** Why nothing was received, in words that are true, and what to do now. */
export function sendingProblem(context: RenderContext, {faults, on}: Extract<Delivery, {is: 'failed'}>): TemplateResult {
  const words = endingWords(context.words);
  return html`
    <div class="error-summary" role="alert" tabindex="-1">
      <h2>${on === 'device' ? waitingWords(context.words).kept : words.notSent}</h2>
      <p>${faults ? words.notTaken : words.notSentAdvice}</p>
      ${faults ? refused(context, faults) : nothing}
      ${copying(context)}
    </div>
  `;
}

function refused(context: RenderContext, faults: readonly Fault[]): TemplateResult | typeof nothing {
  const places = [...new Map(faults.flatMap((fault) => placeOf(context, fault)).map((place) => [place.question, place])).values()];
  if (places.length === 0) return nothing;
  return html`
    <p>${elementWords(context.words).refusedAnswers}</p>
    <ul>${places.map(({page, question, label}) => html`<li><a href="#q-${question}" @click=${(event: Event) => change(event, context, page, question)}>${label}</a></li>`)}</ul>
  `;
}

function change(event: Event, context: RenderContext, page: string, question: string): void {
  event.preventDefault();
  context.step({do: 'change', page, question});
}

// `/answers/story` is the question `story`; `/contact/email` is whichever asks for contact.
function placeOf(context: RenderContext, {pointer}: Fault): {page: string; question: string; label: string}[] {
  const [, part, id] = pointer.split('/');
  const kind = part === 'about' ? 'service' : part;
  return pagesToShow(context.session.journey).flatMap(({page, questions}) =>
    questions
      .filter((question) => (part === 'answers' ? question.id === id : question.kind === kind))
      .map((question) => ({page: page.id, question: question.id, label: fillLine(context.spoken.text.questions[question.id]?.label, context.placeholders)})),
  );
}

/** A way to take one's words along, as long as they can be read. */
export function copying(context: RenderContext): TemplateResult {
  const words = endingWords(context.words);
  const {copy} = context.session;
  return html`
    <p><button type="button" class="secondary" @click=${() => void copyWords(context.current())}>${words.copy}</button></p>
    <p role="status">${copy?.is === 'copied' ? words.copied : nothing}</p>
    ${copy?.is === 'shown'
      ? html`<label for="copy" class="label">${elementWords(context.words).copyThis}</label><textarea id="copy" @focus=${selectAll} readonly dir="auto" rows="8" .value=${copy.text}></textarea>`
      : nothing}
  `;
}

function selectAll({target}: FocusEvent): void {
  (target as HTMLTextAreaElement).select();
}
