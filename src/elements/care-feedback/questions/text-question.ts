import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live-value.js';
import {charactersIn} from '../../../contract/characters.js';
import {askingWords} from '../../../domain/questionnaire/words/asking-words.js';
import type {QuestionContext} from '../render-context.js';
import {describedBy, hintAndError} from './question-frame.js';

/** From which part of its length a text shows how much is left. */
const near = 0.9;

/** A text of one line. */
export function text(context: QuestionContext): TemplateResult {
  return single(context, html`
    <input
      id=${context.id} type="text" dir="auto" .value=${live(written(context))} aria-invalid=${context.error ? 'true' : nothing}
      aria-describedby=${describedBy(context)} @input=${(event: Event) => write(context, event)}>
    ${count(context)}
  `);
}

/** A text of many lines. */
export function longText(context: QuestionContext): TemplateResult {
  return single(context, html`
    <textarea
      id=${context.id} rows="8" dir="auto" .value=${live(written(context))} aria-invalid=${context.error ? 'true' : nothing}
      aria-describedby=${describedBy(context)} @input=${(event: Event) => write(context, event)}></textarea>
    ${count(context)}
  `);
}

/** One control that answers one question: the question is its label. */
function single(context: QuestionContext, control: unknown): TemplateResult {
  const {id, isHeading, label} = context;
  return html`
    <div class="field" ?data-faulty=${context.error !== undefined}>
      ${isHeading
        ? html`<h2 class="title" part="heading" tabindex="-1"><label for=${id}>${label}</label></h2>`
        : html`<label for=${id} class="label">${label}</label>`}
      ${hintAndError(context)}
      ${control}
    </div>
  `;
}

function written({question, context}: QuestionContext): string {
  const answer = context.session.journey.draft.answers[question.id];
  return typeof answer === 'string' ? answer : '';
}

function write({question, context}: QuestionContext, event: Event): void {
  context.typing.hear();
  context.step({do: 'answer', question: question.id, with: (event.target as HTMLInputElement).value});
}

// What is seen follows every letter. What is heard waits until the typing stops,
// in a region that stood there before.
function count(context: QuestionContext): TemplateResult | typeof nothing {
  const {maxLength} = context.question;
  if (!maxLength) return nothing;
  const told = howMuchIsLeft(context, maxLength);
  return html`
    <p class="hint" aria-hidden="true">${told}</p>
    <p class="visually-hidden" role="status">${context.context.typing.isTyping ? nothing : told}</p>
  `;
}

function howMuchIsLeft(context: QuestionContext, maxLength: number): string | typeof nothing {
  const answer = written(context);
  // Never fewer code units than characters, so most texts need no counting.
  if (answer.length < near * maxLength) return nothing;
  const left = maxLength - charactersIn(answer);
  if (left > (1 - near) * maxLength) return nothing;
  const words = askingWords(context.context.words);
  return left < 0 ? words.charactersOver(-left) : words.charactersLeft(left);
}
