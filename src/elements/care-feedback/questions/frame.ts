import {html, nothing, type TemplateResult} from 'lit';
import {hintLines} from '../prose.js';
import type {Asked} from '../view.js';

/** Several controls that answer one question: the question is the group's name. */
export function group(asked: Asked, controls: unknown): TemplateResult {
  const {id, isHeading, label, fault} = asked;
  return html`
    <fieldset id=${id} class="field" ?data-faulty=${fault !== undefined} aria-describedby=${describedBy(asked)}>
      <legend>${isHeading ? html`<h2 class="title" part="heading" tabindex="-1">${label}</h2>` : label}</legend>
      ${hintAndError(asked)}
      ${controls}
    </fieldset>
  `;
}

/** The ids of what belongs to a question's control: its hint and its error. */
export function describedBy({id, text: {hint}, fault}: Asked): string | typeof nothing {
  return [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ') || nothing;
}

/** A question's hint, and what is wrong with its answer. */
export function hintAndError({id, text: {hint}, view, fault}: Asked): unknown {
  return [hint ? html`<div id="${id}-hint">${hintLines(hint, view)}</div>` : nothing, view.later?.errorMessage(view, id, fault)];
}
