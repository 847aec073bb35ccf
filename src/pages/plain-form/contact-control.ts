import {askingWords} from '../../questionnaire/words/asking-words.js';
import {attributes, html, type Html} from '../html.js';
import type {Asked} from './asked.js';
import {choiceId, group} from './controls.js';
import {partChoices, partField} from './part-field.js';
import {plainWords} from './plain-words.js';

/** May we contact you: yes or no, and the details, which count only with yes. */
export function contactControl(asked: Asked, isUndecided: boolean): Html {
  const {question: {id}, spoken, told: {contact}} = asked;
  const words = askingWords(spoken.words);
  const details = contact?.details ?? {};
  const isChosen = (wanted: boolean) => contact !== undefined && !isUndecided && contact.wanted === wanted;
  const field = (part: 'name' | 'email' | 'phone' | 'address' | 'avoid' | 'language', label: string, more: {hint?: string; rows?: number; autocomplete?: string; inputmode?: string} = {}) =>
    partField(asked, {part, label, value: details[part] ?? '', ...more});
  return html`<div class="contact">
${group(asked, html`
${yesOrNo(id, 'yes', words.yes, isChosen(true))}
${yesOrNo(id, 'no', words.no, isChosen(false))}`)}
<fieldset class="field contact-details"><legend><h2>${plainWords(spoken.words).ifYes}</h2></legend>
<p class="hint">${plainWords(spoken.words).remembered}</p>
${field('name', words.name, {autocomplete: 'name'})}
${field('email', words.email, {autocomplete: 'email', inputmode: 'email'})}
${field('phone', words.phone, {autocomplete: 'tel', inputmode: 'tel'})}
${field('address', words.address, {autocomplete: 'street-address', rows: 4})}
${partChoices(asked, {part: 'by', label: words.by, type: 'radio', chosen: details.by ? [details.by] : [], offered: {email: words.byEmail, phone: words.byPhone, post: words.byPost}})}
${field('avoid', words.avoid, {hint: words.avoidHint, rows: 2})}
${partChoices(asked, {part: 'for', label: words.for, type: 'checkbox', chosen: details.for ?? [], offered: {questions: words.forQuestions, news: words.forNews}})}
${partChoices(asked, {part: 'formats', label: words.formats, type: 'checkbox', chosen: details.formats ?? [], offered: words.formatNames})}
${field('language', words.language)}
</fieldset>
</div>`;
}

function yesOrNo(id: string, value: 'yes' | 'no', label: string, isChosen: boolean): Html {
  const control = choiceId(id, value, value === 'yes' ? 0 : 1);
  return html`<div class="option"><input ${attributes({type: 'radio', id: control, name: id, value, checked: isChosen})}>
<label for="${control}">${label}</label></div>`;
}
