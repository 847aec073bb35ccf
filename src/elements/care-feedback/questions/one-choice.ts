import {html, nothing, type TemplateResult} from 'lit';
import {truthOf} from '../../../questionnaire/conditions.js';
import {line} from '../../../questionnaire/words/fill.js';
import {prose} from '../prose.js';
import type {Asked} from '../view.js';
import {group} from './frame.js';

/** One choice, as radios. */
export function oneChoice(asked: Asked): TemplateResult {
  const {question, view} = asked;
  const chosen = view.told.answers[question.id];
  return group(asked, offered(asked).map((value) => option(asked, value, 'radio', chosen === value, () => view.form.answer(question.id, value))));
}

/** The values of a question that apply to what was told. */
export function offered({question, view}: Asked): string[] {
  return (question.choices ?? []).filter(({when}) => truthOf(when, view.told) !== false).map(({value}) => value);
}

/** One radio or tick of a question, with its hint and what it says when it is chosen. */
export function option(asked: Asked, value: string, type: 'radio' | 'checkbox', isChosen: boolean, choose: (event: Event) => void): TemplateResult {
  const {text, view, id} = asked;
  const {label = value, hint, then} = text.choices?.[value] ?? {};
  return html`
    <div class="option">
      <input
        id="${id}-${value}" name=${id} type=${type} .checked=${isChosen} aria-describedby=${hint ? `${id}-${value}-hint` : nothing} @change=${choose}>
      <label for="${id}-${value}">${line(label, view.blanks)}</label>
    </div>
    ${hint ? html`<span id="${id}-${value}-hint" class="hint of-option">${line(hint, view.blanks)}</span>` : nothing}
    ${then ? html`<div class="then" aria-live="polite">${isChosen ? html`<div class="inset">${prose(then, view)}</div>` : nothing}</div>` : nothing}
  `;
}
