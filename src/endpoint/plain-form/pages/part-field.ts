import {attributes, html, type Html} from '../../html/html.js';
import type {QuestionInWords} from '../../html/question-in-words.js';
import {choiceId, errorMessageHtml, notRemembered, textarea} from '../../html/form-controls.js';

/** A field of a question that has several. */
export interface PartField {
  /** What the field is called within its question; a fault names it so. */
  part: string;
  label: string;
  value: string;
  hint?: string;
  /** Left out, one line. */
  rows?: number;
  /** What a browser may fill in, for people who need that; left out, it remembers nothing. */
  autocomplete?: string;
  inputmode?: string;
}

/** A labelled text field with its own fault. Its name is the question's and the part's. */
export function partField(question: QuestionInWords, {part, label, value, hint, rows, autocomplete, inputmode}: PartField): Html {
  const id = `${question.question.id}-${part}`;
  const fault = question.faults.find(({control}) => control === id);
  const named = {
    id, name: id, dir: 'auto', ...notRemembered, ...(autocomplete && {autocomplete}), inputmode, 'aria-invalid': fault && 'true',
    'aria-describedby': [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ') || undefined,
    // Names and addresses are no spelling mistakes.
    spellcheck: 'false',
  };
  return html`<div class="field" ${attributes({'data-faulty': Boolean(fault)})}>
<label class="label" for="${id}">${label}</label>
${hint !== undefined && html`<div class="hint" id="${id}-hint">${hint}</div>`}${errorMessageHtml(question, `${id}-error`, fault)}
${rows === undefined ? html`<input ${attributes({...named, type: 'text', value})}>` : textarea(named, value, rows)}
</div>`;
}

/** A group of radios or ticks within a question. Their name is the question's and the part's. */
export function partChoices(question: QuestionInWords, {part, label, type, chosen, offered}: {
  part: string;
  label: string;
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
  offered: Readonly<Record<string, string>>;
}): Html {
  const id = `${question.question.id}-${part}`;
  return html`<fieldset class="field"><legend>${label}</legend>
${Object.entries(offered).map(([value, words], position) => {
    const control = choiceId(id, value, position);
    return html`<div class="option"><input ${attributes({type, id: control, name: id, value, checked: chosen.includes(value)})}>
<label for="${control}">${words}</label></div>`;
  })}
</fieldset>`;
}
