import type {FilterFault, FilterName} from '../../../contract/inbox-filter.js';
import type {Words} from '../../../locale/words.js';
import {formWords} from '../../../domain/questionnaire/words/form-words.js';
import {errorSummary, faultLinks} from '../../html/error-summary.js';
import {attributes, html, type Html} from '../../html/html.js';
import {languageName} from './description.js';
import {filterWords} from './filter-words.js';
import {findForm} from './find-page.js';
import {inboxPage, inboxPath, type InboxFrame} from './inbox-frame.js';
import {choicesOf, faultInWords, listAddress, partNames, partsInWords, type Order, type FilterView} from './filter-links.js';
import {visibly} from './visible-characters.js';

/** The page that says what is wrong with what was picked, with the form as it was filled in. */
export function wrongFilterPage(frame: InboxFrame, filterView: FilterView, order: Order): string {
  const {pick, showAll} = filterWords(frame.words);
  return inboxPage(frame, {
    kind: pick,
    main: html`${pickingFaults(filterView, frame.words)}
<h1>${pick}</h1>
${filterForm(filterView, order, frame.words)}
<p><a href="${listAddress(order)}">${showAll}</a></p>`,
  });
}

/** The ways to what somebody looks for, folded away until they do. */
export function waysToFind(filterView: FilterView, order: Order, words: Words): Html {
  const {pick, find} = filterWords(words);
  return html`<details class="picking"><summary>${pick}</summary>${filterForm(filterView, order, words)}</details>
${filterView.findsByReference && html`<details class="picking"><summary>${find}</summary>${findForm(words)}</details>`}`;
}

/** What is wrong, each a link to its field; what has no field leads to the form. */
function pickingFaults({faults, offered}: FilterView, locale: Words): Html {
  const words = filterWords(locale);
  const links = (Object.entries(faults) as [FilterName, FilterFault][]).map(([name, fault]) => ({control: offered.includes(name) ? `pick-${name}` : 'pick', words: faultInWords(name, fault, words)}));
  return errorSummary(formWords(locale).thereIsAProblem, faultLinks(links));
}

/** The form that picks. Its answer is an address of the list, so that it can be kept and gone back to. */
function filterForm(filterView: FilterView, order: Order, words: Words): Html {
  return html`<form method="get" action="${inboxPath}" id="pick">
${order === 'arrived' && html`<input type="hidden" name="order" value="arrived">`}
<div class="fields">${filterView.offered.map((name) => field(name, filterView, words))}</div>
<div class="buttons"><button type="submit">${filterWords(words).show}</button></div>
</form>`;
}

/** Which parts hold, each with the way to let it go, and how many fit. */
export function whatHolds(filterView: FilterView, order: Order, locale: Words): Html | undefined {
  const words = filterWords(locale);
  const parts = partsInWords(filterView, locale);
  const {fitting, typed} = filterView;
  if (parts.length === 0 || fitting === undefined) return undefined;
  const count = new Intl.NumberFormat(locale.lang).format(fitting.count);
  return html`<section class="holding" aria-labelledby="holding"><h2 id="holding">${words.holds}</h2>
<ul>${parts.map(({name, words: part}) => {
    const {[name]: _let, ...rest} = typed;
    return html`<li><bdi>${visibly(part)}</bdi> <a href="${listAddress(order, rest)}" aria-label="${words.removePart(part)}">${words.remove}</a></li>`;
  })}</ul>
<p>${fitting.more ? words.moreFit(count) : words.fitting(count)} <a href="${listAddress(order)}">${words.showAll}</a></p></section>`;
}

function field(name: FilterName, filterView: FilterView, locale: Words): Html {
  const words = filterWords(locale);
  const id = `pick-${name}`;
  const fault = filterView.faults[name];
  const isDay = name === 'from' || name === 'to';
  // A browser asks for days in its own way, and lets go of what is none: then it is asked for as text.
  const type = isDay && fault !== 'none' ? 'date' : 'text';
  const hint = type === 'date' ? undefined : hintOf(name, locale);
  const describedBy = [hint !== undefined && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const named = {id, name, 'aria-describedby': describedBy, 'aria-invalid': fault && 'true', type};
  return html`<div class="field" ${attributes({'data-faulty': fault !== undefined})}>
<label class="label" for="${id}">${partNames(locale)[name]}</label>
${hint !== undefined && html`<div class="hint" id="${id}-hint">${hint}</div>`}
${fault && html`<p class="error-message" id="${id}-error">${formWords(locale).error(faultInWords(name, fault, words))}</p>`}
${control(name, named, filterView, locale)}
</div>`;
}

function control(name: FilterName, named: Parameters<typeof attributes>[0], {typed, places, languages}: FilterView, words: Words): Html {
  const value = typed[name] ?? '';
  const choices = choicesOf(name, words);
  if (choices) return select({...named, type: undefined}, value, choices, filterWords(words).any);
  const known: Partial<Record<FilterName, [string, string][]>> = {
    place: places.map((place) => [place.name, '']),
    language: languages.map((tag) => [tag, languageName(tag, words.lang) ?? tag]),
  };
  const list = known[name];
  return html`<input ${attributes({...named, value, dir: 'auto', autocomplete: 'off', spellcheck: 'false', list: list && `pick-${name}-list`})}>
${list && html`<datalist id="pick-${name}-list">${list.map(([each, label]) => html`<option value="${each}">${label}</option>`)}</datalist>`}`;
}

/** With what was typed, where it is none of the list. */
function select(named: Parameters<typeof attributes>[0], value: string, choices: Readonly<Record<string, string>>, any: string): Html {
  const strange = value !== '' && !Object.hasOwn(choices, value);
  const options: [string, string][] = [['', any], ...(strange ? [[value, value] as [string, string]] : []), ...Object.entries(choices)];
  return html`<select ${attributes(named)}>${options.map(([each, label]) => html`<option ${attributes({value: each, selected: each === value})}>${label}</option>`)}</select>`;
}

function hintOf(name: FilterName, words: Words): string | undefined {
  const {serviceHint, placeHint, dayHint, partnerHint, languageHint} = filterWords(words);
  const hints: Partial<Record<FilterName, string>> = {service: serviceHint, place: placeHint, from: dayHint, to: dayHint, partner: partnerHint, language: languageHint};
  return hints[name];
}
