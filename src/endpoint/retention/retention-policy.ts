import type {Variables} from '../commands/variable-types.js';
import {reasonOf} from '../commands/reason-of.js';
import {StartFault} from '../commands/start-fault.js';
import {retained, type Retained, type Retention, type RetentionMemory} from '../store/retention-store.js';
import {StoreUnavailable} from '../store/store.js';

/** For how many days the owner says that things are kept; 0 for good. What is left out was not said. */
export type RetentionSettings = {readonly [Kind in Retained | 'equality']?: number | undefined};

/** What holds for one kind. */
export type RetentionRule = {kept: 'for days'; days: number; isDefault: boolean} | {kept: 'for good'} | {kept: 'until decided'};
export type RetentionPolicy = Readonly<Record<Retained, RetentionRule>>;

/** What holds where nothing is set, in days: three years for what people wrote, one for how to reach them. */
export const defaultDays: Readonly<Record<Retained, number>> = {stories: 3 * 365, contacts: 365};

const undecided = 'where feedback came before, nothing is deleted until it is set';

/** What an owner sets. */
export const retentionVariables = {
  CARE_KEEP_STORY: {description: 'For how many days free text is kept; 0 until somebody erases it.', kind: 'days', defaultDescription: `${defaultDays.stories}, three years; ${undecided}`, parse: days('CARE_KEEP_STORY')},
  CARE_KEEP_CONTACT: {description: 'The same for contact details, sealed ones too.', kind: 'days', defaultDescription: `${defaultDays.contacts}; ${undecided}`, parse: days('CARE_KEEP_CONTACT')},
  CARE_KEEP_EQUALITY: {description: 'The same for equality questions. It is checked and does nothing yet, since none are asked.', kind: 'days', defaultDescription: 'nothing', parse: days('CARE_KEEP_EQUALITY')},
} satisfies Variables;

/** The parse of a variable that holds a number of days. */
function days(name: string): (text: string) => number {
  return (text) => {
    // As many as leave a date that can be told.
    if (!/^(0|[1-9]\d{0,4})$/.test(text)) throw new StartFault(`${name} is "${text}", which is no whole number of days.\nSet it to a number from 1 to 99999, or to 0 to delete nothing by itself.`);
    return Number(text);
  };
}

/**
 * What holds for each kind. The defaults hold for a store that began under them: what an owner
 * let come in before, or under a setting that is gone, is not deleted by a time that nobody chose.
 */
export function retentionPolicy(settings: RetentionSettings, memory: RetentionMemory): RetentionPolicy {
  const ruleOf = (kind: Retained): RetentionRule => {
    const days = settings[kind];
    if (days === 0) return {kept: 'for good'};
    if (days !== undefined) return {kept: 'for days', days, isDefault: false};
    if (beganUnderDefault(kind, memory)) return {kept: 'for days', days: defaultDays[kind], isDefault: true};
    return {kept: 'until decided'};
  };
  return {stories: ruleOf('stories'), contacts: ruleOf('contacts')};
}

/** What holds from this start on. The store remembers what is left to the defaults, before anything can come in. */
export async function beginRetention(store: Pick<Retention, 'retentionMemory' | 'rememberDefaults'>, settings: RetentionSettings, log: (line: string) => void): Promise<RetentionPolicy> {
  const memory = await store.retentionMemory();
  const defaults = retained.filter((kind) => settings[kind] === undefined && beganUnderDefault(kind, memory));
  try {
    // Most starts change nothing, and so need nothing of a disk that is full.
    if (retained.some((kind) => defaults.includes(kind) !== memory.defaults.includes(kind))) await store.rememberDefaults(defaults);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log(`How long things are kept could not be noted in the database, and is noted at the next start: ${reasonOf(error)}`);
  }
  return retentionPolicy(settings, memory);
}

/** For how many days each kind is kept that is deleted at all. */
export function keepingDaysOf(policy: RetentionPolicy): {stories: number | undefined; contacts: number | undefined} {
  const days = (rule: RetentionRule) => (rule.kept === 'for days' ? rule.days : undefined);
  return {stories: days(policy.stories), contacts: days(policy.contacts)};
}

/** Whether something is kept only because nobody has said for how long. */
export function isUndecided(policy: RetentionPolicy): boolean {
  return retained.some((kind) => policy[kind].kept === 'until decided');
}

const words: Readonly<Record<Retained, {name: string; variable: string; came: string; it: string; is: string; default: string}>> = {
  stories: {name: 'Free text', variable: 'CARE_KEEP_STORY', came: 'it came', it: 'it', is: 'is', default: '3 years (1,095 days)'},
  contacts: {name: 'Contact details', variable: 'CARE_KEEP_CONTACT', came: 'they came', it: 'them', is: 'are', default: 'a year (365 days)'},
};

/** In words for whoever starts the endpoint. */
export function retentionInWords(policy: RetentionPolicy, {equality}: RetentionSettings): string[] {
  return [
    ...retained.map((kind) => ruleInWords(policy[kind], words[kind])),
    ...(equality === undefined ? [] : ['CARE_KEEP_EQUALITY does nothing yet: no equality questions are asked']),
  ];
}

function ruleInWords(rule: RetentionRule, {name, variable, came, it, is, default: usual}: (typeof words)[Retained]): string {
  switch (rule.kept) {
    case 'for days':
      return rule.isDefault ? `${name} ${is} deleted ${usual} after ${came}, since ${variable} is not set` : `${name} ${is} deleted ${inDays(rule.days)} after ${came}`;
    case 'for good':
      return `${name} ${is} kept until somebody erases ${it} (${variable} is 0)`;
    case 'until decided':
      return `${name} ${is} kept for now: there is feedback already, and nobody has said for how long. Set ${variable} to a number of days, or to 0 to keep ${it} for good`;
  }
}

function beganUnderDefault(kind: Retained, {defaults, isEmpty}: RetentionMemory): boolean {
  return isEmpty || defaults.includes(kind);
}

function inDays(count: number): string {
  return count === 1 ? 'a day' : `${count} days`;
}
