import {html, nothing, type TemplateResult} from 'lit';
import {faultText, type Asked} from '../view.js';

/** The id of a question's control, or of one part of it. */
export function controlId(question: string, part?: string): string {
  return part ? `q-${question}-${part}` : `q-${question}`;
}

/** What is wrong with one part of a question, in words. */
export function errorIn({scene, question}: Asked, part: string): string | undefined {
  const fault = scene.form.journey.faults.find((each) => each.question === question.id && each.part === part);
  return fault && faultText(fault, scene);
}

/** What is wrong, before the control with this id. */
export function errorMessage({scene}: Asked, id: string, error: string | undefined): TemplateResult | typeof nothing {
  return error ? html`<span id="${id}-error" class="error-message">${scene.around.error(error)}</span>` : nothing;
}
