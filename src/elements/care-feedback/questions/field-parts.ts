import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live-value.js';
import {faultText, type QuestionContext} from '../render-context.js';

/** The id of a question's control, or of one part of it. */
export function controlId(question: string, part?: string): string {
  return part ? `q-${question}-${part}` : `q-${question}`;
}

/** What is wrong with one part of a question, in words. */
export function errorIn({context, question}: QuestionContext, part: string): string | undefined {
  const fault = context.session.journey.faults.find((each) => each.question === question.id && each.part === part);
  return fault && faultText(fault, context);
}

/** One radio of the group `name`. */
export function radio(id: string, name: string, label: string, isChosen: boolean, choose: () => void): TemplateResult {
  return html`
    <div class="option">
      <input id=${id} name=${name} type="radio" .checked=${live(isChosen)} @change=${choose}>
      <label for=${id}>${label}</label>
    </div>
  `;
}

/** What is wrong, before the control with this id. */
export function errorMessage({context}: QuestionContext, id: string, error: string | undefined): TemplateResult | typeof nothing {
  return error ? html`<span id="${id}-error" class="error-message">${context.formWords.error(error)}</span>` : nothing;
}
