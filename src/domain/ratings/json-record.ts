import {isKeepable} from '../../contract/characters.js';
import {isRecord} from '../../contract/guarding.js';
import {readReferences} from './html-characters.js';
import {visibleText} from './visible-text.js';

// Records are read place by place: only what is asked for passes. Names of managers
// and of nominated individuals, which records hold too, are never asked for.

export type JsonRecord = Readonly<Record<string, unknown>>;

/** What stands there where it is an object; else an empty one. */
export function jsonRecordIn(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The objects of the list that stands there; an object alone is a list of one. */
export function jsonRecordsIn(value: unknown): JsonRecord[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

/** The text that stands there, in one line; `undefined` where there is none that can be kept. */
export function lineIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = visibleText(value).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line !== '' && isKeepable(line) ? line : undefined;
}

/** A name or the like that stands there, in one line; `undefined` where it has more than `maximum` characters. CQC's files have HTML's character references in some: `Smith &amp; Jones`. */
export function shortLineIn(value: unknown, maximum: number): string | undefined {
  const line = lineIn(typeof value === 'string' ? readReferences(value) : value);
  return line !== undefined && [...line].length <= maximum ? line : undefined;
}
