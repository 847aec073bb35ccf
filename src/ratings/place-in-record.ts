import {isKeepable} from '../contract/characters.js';
import {isRecord} from '../contract/guarding.js';

// Records are read place by place: only what is asked for passes. Names of managers
// and of nominated individuals, which records hold too, are never asked for.

export type Holder = Readonly<Record<string, unknown>>;

/** What stands there where it is an object; else an empty one. */
export function holderIn(value: unknown): Holder {
  return isRecord(value) ? value : {};
}

/** The objects of the list that stands there; an object alone is a list of one. */
export function holdersIn(value: unknown): Holder[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

/** The text that stands there, in one line; `undefined` where there is none that can be kept. */
export function lineIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line !== '' && isKeepable(line) ? line : undefined;
}

/** The same, where it has at most `maximum` characters. */
export function shortLineIn(value: unknown, maximum: number): string | undefined {
  const line = lineIn(value);
  return line !== undefined && [...line].length <= maximum ? line : undefined;
}
