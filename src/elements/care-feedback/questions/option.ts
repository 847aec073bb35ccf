import {html, nothing, type TemplateResult} from 'lit';
import {fillLine} from '../../../domain/questionnaire/words/placeholders.js';
import {prose} from '../prose-template.js';
import type {QuestionView} from '../view-context.js';
import {live} from './live-value.js';

interface Option {
  type: 'radio' | 'checkbox';
  isChosen: boolean;
  choose: (event: Event) => void;
}

/** One radio or tick of a question, with its hint, and what it says once it is chosen. */
export function option({context, text, id}: QuestionView, value: string, {type, isChosen, choose}: Option): TemplateResult {
  const {label = value, hint, then} = text.choices?.[value] ?? {};
  return html`
    <div class="option">
      <input
        id="${id}-${value}" name=${id} type=${type} .checked=${live(isChosen)} aria-describedby=${hint ? `${id}-${value}-hint` : nothing} @change=${choose}>
      <label for="${id}-${value}">${fillLine(label, context.placeholders)}</label>
    </div>
    ${hint ? html`<span id="${id}-${value}-hint" class="hint of-option">${fillLine(hint, context.placeholders)}</span>` : nothing}
    ${then ? html`<div class="then" aria-live="polite">${isChosen ? html`<div class="inset">${prose(then, context)}</div>` : nothing}</div>` : nothing}
  `;
}
