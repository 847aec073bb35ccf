import {charactersIn, isKeepable, isWritten} from './characters.js';

// What guards are made of: the little of a schema library that a browser needs
// for answers. The tests hold that guards and schemas agree.

/** Whether one value is as it should be. */
export type Check = (value: unknown) => boolean;

/** What is wrong with a value that stands `at` a JSON pointer, as a sentence without its full stop; `undefined` when nothing is. */
export type Rule = (value: unknown, at: string) => string | undefined;

export type Rules = Readonly<Record<string, Rule>>;

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value that is not looked into. */
export const one = (check: Check): Rule => (value, at) => (check(value) ? undefined : wrong(value, at));

/** Text of at most `maximum` characters, not blank, each of which can be kept. */
export const text = (maximum: number): Rule => one((value) => isText(value) && isKeepable(value) && isWritten(value) && charactersIn(value) <= maximum);

export const flag = one((value) => typeof value === 'boolean');

export const anyText = one(isText);

export const oneOf = (choices: string): Rule => one((value) => isText(value) && choices.split(' ').includes(value));

export const list = (rule: Rule, least = 0): Rule => (value, at) =>
  Array.isArray(value) && value.length >= least ? first(Object.entries(value), rule, at) : wrong(value, at);

/** An object with keys that `isKey` takes. */
export const named = (isKey: (key: string) => boolean, rule: Rule): Rule => (value, at) =>
  isRecord(value) ? first(Object.entries(value), (each, place, key) => (isKey(key) ? rule(each, place) : `${place} is not known here`), at) : wrong(value, at);

/** An object with these keys; others are for a later version to explain. */
export const shape = (needed: Rules, others: Rules = {}): Rule => (value, at) =>
  isRecord(value)
    ? first(Object.entries({...needed, ...others}), (rule, place, key) => (key in needed || value[key] !== undefined ? rule(value[key], place) : undefined), at)
    : wrong(value, at);

function first<Each>(entries: readonly [string, Each][], judge: (each: Each, place: string, key: string) => string | undefined, at: string): string | undefined {
  for (const [key, each] of entries) {
    const fault = judge(each, `${at}/${key}`, key);
    if (fault) return fault;
  }
  return undefined;
}

// What holds other things may hold them to any depth, so it is not repeated.
function wrong(value: unknown, at: string): string {
  if (value === undefined) return `${at} is missing`;
  return `${at || 'it'} cannot be ${typeof value === 'object' && value ? 'this' : JSON.stringify(value).slice(0, 99)}`;
}
