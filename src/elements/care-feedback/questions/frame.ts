import {html, nothing, type TemplateResult} from 'lit';
import type {QuestionFault} from '../../../questionnaire/check.js';
import {hintLines} from '../prose.js';
import type {Asked} from '../view.js';

/** Several controls that answer one question: the question is the group's name. */
export function group(asked: Asked, controls: unknown): TemplateResult {
  const {id, isHeading, label} = asked;
  return html`
    <fieldset id=${id} class="field" ?data-faulty=${asked.fault !== undefined} aria-describedby=${describedBy(asked)}>
      <legend>${isHeading ? html`<h2 class="title" part="heading" tabindex="-1">${label}</h2>` : label}</legend>
      ${hintAndError(asked)}
      ${controls}
    </fieldset>
  `;
}

/** One control that answers one question: `control` needs the asked id and `describedBy`. */
export function single(asked: Asked, control: unknown): TemplateResult {
  const {id, isHeading, label} = asked;
  return html`
    <div class="field" ?data-faulty=${asked.fault !== undefined}>
      ${isHeading
        ? html`<h2 class="title" part="heading" tabindex="-1"><label for=${id}>${label}</label></h2>`
        : html`<label for=${id} class="label">${label}</label>`}
      ${hintAndError(asked)}
      ${control}
    </div>
  `;
}

/** The ids of what belongs to a question's control: its hint and its error. */
export function describedBy({id, text, fault}: Pick<Asked, 'id' | 'fault'> & {text: {hint?: string | undefined}}): string | typeof nothing {
  return [text.hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ') || nothing;
}

/** What is wrong, under the hint and before the control. */
export function errorMessage(asked: Asked, id: string, fault: QuestionFault | undefined): TemplateResult | typeof nothing {
  const {view} = asked;
  if (!fault || !view.later) return nothing;
  return html`<span id="${id}-error" class="error-message">${view.around.error(view.later.faultText(fault, view))}</span>`;
}

function hintAndError(asked: Asked) {
  const {id, text, view, fault} = asked;
  return html`
    ${text.hint ? html`<div id="${id}-hint">${hintLines(text.hint, view)}</div>` : nothing}
    ${errorMessage(asked, id, fault)}
  `;
}
