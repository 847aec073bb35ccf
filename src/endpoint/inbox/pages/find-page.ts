import type {Words} from '../../../locale/words.js';
import {formWords} from '../../../domain/questionnaire/words/form-words.js';
import {errorSummary, faultLinks} from '../../html/error-summary.js';
import {attributes, html, type Html} from '../../html/html.js';
import {filterWords} from './filter-words.js';
import {inboxPage, inboxPath, type InboxFrame} from './inbox-frame.js';
import {inboxWords} from './inbox-words.js';

export const findPath = '/inbox/find';

/** What came of looking for a reference. */
export type FindFault = 'none' | 'nothing';

/** The page that finds one by its reference. */
export function findPage(frame: InboxFrame, typed = '', fault?: FindFault): string {
  const words = filterWords(frame.words);
  const said = saying(fault, frame.words);
  return inboxPage(frame, {
    kind: words.find,
    main: html`${said !== undefined && errorSummary(formWords(frame.words).thereIsAProblem, faultLinks([{control: 'reference', words: said}]))}
<p><a href="${inboxPath}">${inboxWords(frame.words).toList}</a></p>
<h1>${words.find}</h1>
${findForm(frame.words, typed, fault)}`,
  });
}

/** The form that asks for it. It is sent, and stands in no address. */
export function findForm(locale: Words, typed = '', fault?: FindFault): Html {
  const words = filterWords(locale);
  const said = saying(fault, locale);
  return html`<form method="post" action="${findPath}">
<div class="field" ${attributes({'data-faulty': said !== undefined})}>
<label class="label" for="reference">${words.reference}</label>
<div class="hint" id="reference-hint">${words.referenceHint}</div>
${said !== undefined && html`<p class="error-message" id="reference-error">${formWords(locale).error(said)}</p>`}
<input ${attributes({type: 'text', id: 'reference', name: 'reference', value: typed, dir: 'auto', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': said === undefined ? 'reference-hint' : 'reference-hint reference-error', 'aria-invalid': said === undefined ? undefined : 'true'})}>
</div>
<div class="buttons"><button type="submit" class="secondary">${words.findIt}</button></div>
</form>`;
}

function saying(fault: FindFault | undefined, words: Words): string | undefined {
  const {noReference, nothingHasIt} = filterWords(words);
  return fault && {none: noReference, nothing: nothingHasIt}[fault];
}
