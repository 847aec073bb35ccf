import {charactersIn} from '../../contract/characters.js';
import {askingWords} from '../../domain/questionnaire/words/asking-words.js';
import {fillLine} from '../../domain/questionnaire/words/placeholders.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {attributes, html, type Html, type HtmlPart} from './html.js';
import {proseHtml, proseParagraphs} from './prose-html.js';
import {offeredIn, type QuestionInWords, type FaultInWords} from './question-in-words.js';

/** Several controls that answer a question: the question is the group's name. */
export function controlGroup(question: QuestionInWords, controls: HtmlPart): Html {
  const {question: {id}} = question;
  const fault = wholeFault(question);
  return html`<div class="field" ${attributes({'data-faulty': Boolean(fault)})}>
<fieldset ${attributes({'aria-describedby': describedBy(question, fault)})}>
<legend>${heading(question, question.label)}</legend>
${hint(question)}${errorMessageHtml(question, `${id}-error`, fault)}
${controls}
</fieldset>
</div>`;
}

/** One choice, or several: radios or ticks. */
export function choiceControls(question: QuestionInWords): Html {
  const answer = question.draft.answers[question.question.id] ?? [];
  const chosen = typeof answer === 'string' ? [answer] : answer;
  const type = question.question.kind === 'choice' ? 'radio' : 'checkbox';
  return controlGroup(question, offeredIn(question).map((value, position) => option(question, {value, position, type, isChosen: chosen.includes(value)})));
}

/** Who else may see it: ticks in the receiver's words. What each means is said before it is ticked. */
export function shareControls(question: QuestionInWords): Html {
  const {question: {id}, localised, draft, text, placeholders: blanks} = question;
  return controlGroup(question, offeredIn(question).map((value, position) => {
    const offered = localised.receiver.share?.[value as 'regulator' | 'local' | 'service'];
    const own = text.choices?.[value];
    const control = choiceId(id, value, position);
    const isTicked = (draft.share ?? []).some((share) => share === value);
    return html`<div class="option">
<input ${attributes({type: 'checkbox', id: control, name: id, value, checked: isTicked, 'aria-describedby': `${id}.${value}-hint`})}>
<label ${attributes({for: control, ...(offered && receiverLanguage(localised.receiver))})}>${offered?.name ?? fillLine(own?.label, blanks)}</label>
<div class="hint" id="${id}.${value}-hint">${offered && html`<p ${attributes(receiverLanguage(localised.receiver))}>${offered.words}</p>`}${proseParagraphs(own?.hint ? [own.hint] : [], blanks)}</div>
</div>`;
  }));
}

/** The question as the heading of its page, or of its part of it. */
function heading({isHeading}: QuestionInWords, words: HtmlPart): Html {
  return isHeading ? html`<h1>${words}</h1>` : html`<h2>${words}</h2>`;
}

/** The id of one choice; a fault leads to the first. No id of a set has a dot. */
export function choiceId(id: string, value: string, position: number): string {
  return position === 0 ? id : `${id}.${value}`;
}

/**
 * On each field: where only the form says so, Firefox keeps what was typed in its session on the disk all the
 * same, and Chromium keeps the text of fields with names.
 */
export const notRemembered = {autocomplete: 'off'};

/** One line of text, or several. */
export function textControl(question: QuestionInWords): Html {
  const {question: {id, kind, maxLength}, draft, label} = question;
  const fault = wholeFault(question);
  const value = String(draft.answers[id] ?? '');
  const named = {id, name: id, dir: 'auto', ...notRemembered, 'aria-describedby': describedBy(question, fault, kind === 'long-text'), 'aria-invalid': fault && 'true'};
  return html`<div class="field" ${attributes({'data-faulty': Boolean(fault)})}>
${heading(question, html`<label for="${id}">${label}</label>`)}
${hint(question)}${errorMessageHtml(question, `${id}-error`, fault)}
${kind === 'long-text' ? html`${textarea(named, value, 12)}${count(question, value, maxLength)}` : html`<input ${attributes({...named, type: 'text', value})}>`}
</div>`;
}

/** A text area; its first line break would be lost to the parser, so one more stands before it. */
export function textarea(named: Parameters<typeof attributes>[0], value: string, rows: number): Html {
  return html`<textarea ${attributes({...named, rows})}>${'\n'}${value}</textarea>`;
}

/** One radio or tick, with what appears when it is chosen. */
function option(question: QuestionInWords, {value, position, type, isChosen}: {value: string; position: number; type: string; isChosen: boolean}): Html {
  const {question: {id}, text, placeholders: blanks} = question;
  const words = text.choices?.[value];
  const control = choiceId(id, value, position);
  return html`<div class="option">
<input ${attributes({type, id: control, name: id, value, checked: isChosen, 'aria-describedby': words?.hint && `${id}.${value}-hint`})}>
<label for="${control}">${fillLine(words?.label, blanks) || value}</label>
${words?.hint && html`<div class="hint" id="${id}.${value}-hint">${proseHtml(words.hint, blanks)}</div>`}
${words?.then && html`<div class="then inset">${proseParagraphs(words.then, blanks)}</div>`}
</div>`;
}

// From three quarters on: a number from the start would look like a demand.
function count({localised, question: {id}}: QuestionInWords, value: string, maxLength: number | undefined): Html | undefined {
  const left = maxLength === undefined ? Infinity : maxLength - charactersIn(value);
  if (maxLength === undefined || left > maxLength / 4) return undefined;
  const words = askingWords(localised.words);
  return html`<p class="hint" id="${id}-count">${left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}</p>`;
}

/** The fault of a question that has no parts. */
function wholeFault({faults}: QuestionInWords): FaultInWords | undefined {
  return faults.find(({part}) => part === undefined);
}

/** What belongs to a control: its hint and its error, by id. */
function describedBy({question: {id}, text}: QuestionInWords, fault: FaultInWords | undefined, hasCount = false): string | undefined {
  return [text.hint && `${id}-hint`, fault && `${id}-error`, hasCount && `${id}-count`].filter(Boolean).join(' ') || undefined;
}

function hint({question: {id}, text, placeholders: blanks}: QuestionInWords): Html | undefined {
  const lines = proseHtml(text.hint, blanks);
  return text.hint === undefined ? undefined : html`<div class="hint" id="${id}-hint">${lines.map((each) => html`<p>${each}</p>`)}</div>`;
}

/** What is wrong, under the hint and before the control. */
export function errorMessageHtml({localised}: QuestionInWords, id: string, fault: FaultInWords | undefined): Html | undefined {
  return fault && html`<p class="error-message" id="${id}">${formWords(localised.words).error(fault.words)}</p>`;
}
