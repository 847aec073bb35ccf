import {asksForDetails} from '../../../domain/questionnaire/contact.js';
import {askingWords} from '../../../domain/questionnaire/words/asking-words.js';
import {attributes, html, type Html} from '../../html/html.js';
import type {QuestionInWords} from '../../html/question-in-words.js';
import {choiceId, controlGroup} from '../../html/form-controls.js';
import {partChoices, partField} from './part-field.js';
import {plainWords} from '../../html/plain-words.js';

/** How somebody may be reached; before that whether, where no other question has asked it: the details count only with yes. */
export function contactControl(asked: QuestionInWords, isUndecided: boolean): Html {
  const {question, localised, draft: {contact}} = asked;
  const {id} = question;
  const words = askingWords(localised.words);
  if (asksForDetails(question)) return html`<div class="contact">${controlGroup(asked, html`${remembered(asked)}${details(asked)}`)}</div>`;
  const isChosen = (wanted: boolean) => contact !== undefined && !isUndecided && contact.wanted === wanted;
  return html`<div class="contact">
${controlGroup(asked, html`
${yesOrNo(id, 'yes', words.yes, isChosen(true))}
${yesOrNo(id, 'no', words.no, isChosen(false))}`)}
<fieldset class="field contact-details"><legend><h2>${plainWords(localised.words).ifYes}</h2></legend>
${remembered(asked)}
${details(asked)}
</fieldset>
</div>`;
}

function remembered({localised}: QuestionInWords): Html {
  return html`<p class="hint">${plainWords(localised.words).remembered}</p>`;
}

function details(question: QuestionInWords): Html {
  const words = askingWords(question.localised.words);
  const given = question.draft.contact?.details ?? {};
  const field = (part: 'name' | 'email' | 'phone' | 'address' | 'avoid' | 'language', label: string, more: {hint?: string; rows?: number; autocomplete?: string; inputmode?: string} = {}) =>
    partField(question, {part, label, value: given[part] ?? '', ...more});
  return html`${field('name', words.name, {autocomplete: 'name'})}
${field('email', words.email, {autocomplete: 'email', inputmode: 'email'})}
${field('phone', words.phone, {autocomplete: 'tel', inputmode: 'tel'})}
${field('address', words.address, {autocomplete: 'street-address', rows: 4})}
${partChoices(question, {part: 'by', label: words.by, type: 'radio', chosen: given.by ? [given.by] : [], offered: words.contactWays})}
${field('avoid', words.avoid, {hint: words.avoidHint, rows: 2})}
${partChoices(question, {part: 'for', label: words.for, type: 'checkbox', chosen: given.for ?? [], offered: {questions: words.forQuestions, news: words.forNews}})}
${partChoices(question, {part: 'formats', label: words.formats, type: 'checkbox', chosen: given.formats ?? [], offered: words.formatNames})}
${field('language', words.language)}`;
}

function yesOrNo(id: string, value: 'yes' | 'no', label: string, isChosen: boolean): Html {
  const control = choiceId(id, value, value === 'yes' ? 0 : 1);
  return html`<div class="option"><input ${attributes({type: 'radio', id: control, name: id, value, checked: isChosen})}>
<label for="${control}">${label}</label></div>`;
}
