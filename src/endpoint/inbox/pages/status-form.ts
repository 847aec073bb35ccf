import {charactersIn} from '../../../contract/characters.js';
import {Handled, noteLength, type Handling, type HandlingState, type HandlingStep, type Unopened} from '../../../contract/handling.js';
import {momentInWords} from '../../../locale/dates-in-words.js';
import type {Words} from '../../../locale/words.js';
import {formWords} from '../../../domain/questionnaire/words/form-words.js';
import {errorSummary, faultLinks} from '../../html/error-summary.js';
import {attributes, html, type Html} from '../../html/html.js';
import {notStored} from '../../html/not-stored.js';
import {textarea} from '../../html/form-controls.js';
import {addressOf, inboxPath} from './inbox-frame.js';
import {statusWords, type StatusWords} from './status-words.js';
import {factList} from './marks.js';
import {block} from './visible-characters.js';

export const nextPath = `${inboxPath}/next`;

/** A step that was sent and not taken, which its author decides on again. */
export interface UnsavedStep {
  state: Handled;
  note: string;
  because: 'changed' | 'too-long' | 'unavailable';
  /** How many steps there were when they looked. */
  seen: number;
}

/** How far the team has come, as a submission's page shows it. */
export interface ShownHandling extends Handling {
  unsaved?: UnsavedStep;
}

// A shape beside the word, so that nothing hangs on seeing a colour.
const shapes: Readonly<Record<HandlingState, string>> = {unopened: '●', seen: '◎', handling: '◐', closed: '✓'};

/** How far the team has come with something: a word, a shape and a colour. */
export function stateMark(state: HandlingState, {states}: StatusWords): Html {
  return html`<p class="state" data-state="${state}"><span aria-hidden="true">${shapes[state]}</span> ${states[state]}</p>`;
}

/** The way to what nobody has opened. */
export function nextLink({next}: StatusWords): Html {
  return html`<a href="${nextPath}">${next}</a>`;
}

/** What nobody has opened, over every list of what has arrived. */
export function unopenedInAllLine({count, oldest}: Unopened, locale: Words): Html {
  const words = statusWords(locale);
  if (!oldest) return html`<p>${words.nothingUnopened}.</p>`;
  return html`<div class="waiting"><p><span aria-hidden="true">${shapes.unopened}</span> ${words.unopened(count, momentInWords(oldest.receivedAt, locale.lang))}</p>
<p class="paging">${nextLink(words)} <a href="${addressOf(oldest.id)}">${words.openOldest}</a></p></div>`;
}

/** What is wrong with a step that was sent, first on the page. */
export function unsavedSummary({steps, unsaved}: ShownHandling, locale: Words): Html | undefined {
  if (!unsaved) return undefined;
  const words = statusWords(locale);
  if (unsaved.because !== 'changed') return errorSummary(formWords(locale).thereIsAProblem, faultLinks([{control: 'note', words: faultIn(unsaved, words)}]));
  // Where they saw more than there is, nobody's step is new to them but the last.
  const seen = unsaved.seen < steps.length ? unsaved.seen : steps.length - 1;
  return errorSummary(words.changed, html`<p>${words.changedAdvice}</p>${history(steps, locale, seen)}${faultLinks([{control: 'note', words: words.decideAgain}])}`);
}

/** The state, the way here step by step, and the form for the next one. */
export function statusPart(id: string, handling: ShownHandling, locale: Words): Html {
  const words = statusWords(locale);
  return html`<section class="handling" aria-labelledby="handling">
<h2 id="handling">${words.heading}</h2>
${stateMark(handling.state, words)}
<p class="paging">${nextLink(words)}</p>
${handling.steps.length === 0 ? html`<p>${words.nothingDone}</p>` : history(handling.steps, locale)}
${nextStepForm(id, handling, locale)}
</section>`;
}

/** Every step after the first `seen`, by its number. */
function history(steps: readonly HandlingStep[], locale: Words, seen = 0): Html {
  const words = statusWords(locale);
  return html`<ol ${attributes({class: 'steps', start: seen + 1})}>${steps.slice(seen).map(({state, who, at, note}) => html`<li>${stateMark(state, words)}
${factList([[words.by, who], [words.when, momentInWords(at, locale.lang)]])}${note !== undefined && block(note)}</li>`)}</ol>`;
}

function nextStepForm(id: string, {state, steps, unsaved}: ShownHandling, locale: Words): Html {
  const words = statusWords(locale);
  const fault = unsaved && unsaved.because !== 'changed' ? faultIn(unsaved, words) : undefined;
  const chosen = unsaved?.state ?? (state === 'unopened' ? 'seen' : state);
  // Firefox would fill in what these were before the page was loaded again.
  const afresh = {autocomplete: 'off'};
  return html`<form method="post" action="${addressOf(id)}/handling">${notStored}
<input ${attributes({type: 'hidden', name: 'steps', value: steps.length, ...afresh})}>
<div class="field"><fieldset><legend>${words.from}</legend>
${Handled.options.map((each) => html`<div class="option"><input ${attributes({type: 'radio', id: `state-${each}`, name: 'state', value: each, checked: each === chosen, ...afresh})}><label for="state-${each}">${words.states[each]}</label></div>`)}
</fieldset></div>
<div class="field" ${attributes({'data-faulty': fault !== undefined})}>
<label class="label" for="note">${words.note}</label>
<div class="hint" id="note-hint">${words.noteHint(noteLength)}</div>
${fault !== undefined && html`<p class="error-message" id="note-error">${formWords(locale).error(fault)}</p>`}
${textarea({id: 'note', name: 'note', dir: 'auto', ...afresh, 'aria-describedby': fault === undefined ? 'note-hint' : 'note-hint note-error', 'aria-invalid': fault !== undefined && 'true'}, unsaved?.note ?? '', 4)}
</div>
<div class="buttons"><button type="submit">${words.save}</button></div>
</form>`;
}

function faultIn({because, note}: UnsavedStep, words: StatusWords): string {
  return because === 'too-long' ? words.tooLong(noteLength, charactersIn(note)) : words.unavailable;
}
