import {html, nothing, type TemplateResult} from 'lit';
import type {QuestionFault} from '../../questionnaire/check.js';
import {faultWords} from '../../questionnaire/words/fault-words.js';
import type {View} from './view.js';

/** What is wrong with an answer, before its control. */
export function errorMessage(view: View, id: string, fault: QuestionFault | undefined): TemplateResult | typeof nothing {
  return fault ? html`<span id="${id}-error" class="error-message">${view.around.error(faultText(fault, view))}</span>` : nothing;
}

/** What to tell a person about a fault. */
export function faultText(fault: QuestionFault, {spoken, words}: View): string {
  return faultWords(fault, spoken.text.questions[fault.question], words);
}
