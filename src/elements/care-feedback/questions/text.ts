import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live.js';
import {charactersIn} from '../../../contract/characters.js';
import {askingWords} from '../../../domain/questionnaire/words/asking-words.js';
import type {Asked} from '../render-context.js';
import {describedBy, hintAndError} from './frame.js';

/** From which part of its length a text shows how much is left. */
const near = 0.9;

/** A text of one line. */
export function text(asked: Asked): TemplateResult {
  return single(asked, html`
    <input
      id=${asked.id} type="text" dir="auto" .value=${live(written(asked))} aria-invalid=${asked.error ? 'true' : nothing}
      aria-describedby=${describedBy(asked)} @input=${(event: Event) => write(asked, event)}>
    ${count(asked)}
  `);
}

/** A text of many lines. */
export function longText(asked: Asked): TemplateResult {
  return single(asked, html`
    <textarea
      id=${asked.id} rows="8" dir="auto" .value=${live(written(asked))} aria-invalid=${asked.error ? 'true' : nothing}
      aria-describedby=${describedBy(asked)} @input=${(event: Event) => write(asked, event)}></textarea>
    ${count(asked)}
  `);
}

/** One control that answers one question: the question is its label. */
function single(asked: Asked, control: unknown): TemplateResult {
  const {id, isHeading, label} = asked;
  return html`
    <div class="field" ?data-faulty=${asked.error !== undefined}>
      ${isHeading
        ? html`<h2 class="title" part="heading" tabindex="-1"><label for=${id}>${label}</label></h2>`
        : html`<label for=${id} class="label">${label}</label>`}
      ${hintAndError(asked)}
      ${control}
    </div>
  `;
}

function written({question, context}: Asked): string {
  const answer = context.session.journey.draft.answers[question.id];
  return typeof answer === 'string' ? answer : '';
}

function write({question, context}: Asked, event: Event): void {
  context.typing.hear();
  context.step({do: 'answer', question: question.id, with: (event.target as HTMLInputElement).value});
}

// What is seen follows every letter. What is heard waits until the typing stops,
// in a region that stood there before.
function count(asked: Asked): TemplateResult | typeof nothing {
  const {maxLength} = asked.question;
  if (!maxLength) return nothing;
  const told = howMuchIsLeft(asked, maxLength);
  return html`
    <p class="hint" aria-hidden="true">${told}</p>
    <p class="visually-hidden" role="status">${asked.context.typing.isTyping ? nothing : told}</p>
  `;
}

function howMuchIsLeft(asked: Asked, maxLength: number): string | typeof nothing {
  const answer = written(asked);
  // Never fewer code units than characters, so most texts need no counting.
  if (answer.length < near * maxLength) return nothing;
  const left = maxLength - charactersIn(answer);
  if (left > (1 - near) * maxLength) return nothing;
  const words = askingWords(asked.context.words);
  return left < 0 ? words.charactersOver(-left) : words.charactersLeft(left);
}
