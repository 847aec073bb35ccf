import type {FilterFaults, FilterName, TypedFilter} from '../../../contract/inbox-filter.js';
import type {Place} from '../../../contract/place.js';
import type {Words} from '../../../locale/words.js';
import {dateInWords} from '../../../locale/dates-in-words.js';
import {languageName} from './description.js';
import {filterWords, type FilterWords} from './filter-words.js';
import {inboxPath} from './inbox-frame.js';
import {inboxWords} from './inbox-words.js';

/** What somebody picks from the inbox, as its list shows it. */
export interface FilterView {
  typed: TypedFilter;
  /** What they can pick by, in order. */
  offered: readonly FilterName[];
  faults: FilterFaults;
  /** What the service is called, where the directory has it. */
  serviceName?: string;
  /** To choose from beside what somebody types. */
  places: readonly Place[];
  languages: readonly string[];
  /** How many fit, where something is picked; `more`: there are more than were counted. */
  fitting?: {count: number; more: boolean};
  /** Whether they can find one by its reference. */
  findsByReference: boolean;
}

export type Order = 'urgent' | 'arrived';

/** The address of the list in this order, of this part, from this cursor on. */
export function listAddress(order: Order, typed: TypedFilter = {}, after?: string): string {
  const query = new URLSearchParams({...(order === 'arrived' && {order}), ...typed, ...(after !== undefined && {after})}).toString();
  return query === '' ? inboxPath : `${inboxPath}?${query}`;
}

/** What each part is called. */
export function partNames(words: Words): Readonly<Record<FilterName, string>> {
  const {service, place, state, from, to, share} = filterWords(words);
  const {urgency, partner, language} = inboxWords(words);
  return {service, place, urgency, state, from, to, share, partner, language};
}

/** What can be chosen for a part that has a list of its own. */
export function choicesOf(name: FilterName, locale: Words): Readonly<Record<string, string>> | undefined {
  const words = filterWords(locale);
  const lists: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {urgency: inboxWords(locale).urgencies, state: words.states, share: words.shares};
  return lists[name];
}

/** Each part that holds, in words. */
export function partsInWords({typed, offered, ...picking}: FilterView, words: Words): {name: FilterName; words: string}[] {
  const names = partNames(words);
  return offered.flatMap((name) => {
    const value = typed[name];
    return value === undefined ? [] : [{name, words: filterWords(words).part(names[name], valueInWords(name, value, picking, words))}];
  });
}

/** What is wrong with a part, in words. */
export function faultInWords(name: FilterName, fault: NonNullable<FilterFaults[FilterName]>, words: FilterWords): string {
  return fault === 'closed' ? words.closed : fault === 'order' ? words.wrongOrder : words.faults[name];
}

function valueInWords(name: FilterName, value: string, {serviceName, places}: Pick<FilterView, 'serviceName' | 'places'>, words: Words): string {
  const chosen = choicesOf(name, words);
  if (chosen && Object.hasOwn(chosen, value)) return chosen[value] ?? value;
  if (name === 'from' || name === 'to') return dateInWords(value, words.lang);
  if (name === 'language') return languageName(value, words.lang) ?? value;
  if (name === 'service' && serviceName !== undefined) return `${serviceName} (${value})`;
  if (name === 'place') return places.find(({id}) => id === value.toLowerCase())?.name ?? value;
  return value;
}
