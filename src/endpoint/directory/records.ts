import {pointer} from '../../contract/problem.js';

/** One record of a file, and where in it it stands, as a JSON pointer; empty for a file of one record. */
export interface PlacedRecord {
  record: unknown;
  position: string;
}

// Deeper lists are no form of CQC's data, and walking them would only use up the stack.
const deepest = 4;

/**
 * The records in a file of CQC data, in whichever way it was saved: one record,
 * a list, CQC's list pages (`{locations: […]}`), or records in wrappers (`{loc: {…}}`).
 */
export function* recordsIn(value: unknown, path: readonly PropertyKey[] = []): Generator<PlacedRecord> {
  const lists = path.length < deepest ? listsIn(value) : [];
  for (const {list, at} of lists) {
    for (const [place, item] of list.entries()) yield* recordsIn(item, [...path, ...at, place]);
  }
  if (lists.length === 0) yield {record: unwrapped(value), position: pointer(path)};
}

function listsIn(value: unknown): {list: unknown[]; at: PropertyKey[]}[] {
  if (Array.isArray(value)) return [{list: value, at: []}];
  if (!isObject(value) || 'locationId' in value || 'providerId' in value) return [];
  return ['locations', 'providers'].flatMap((key) => {
    const list = value[key];
    return Array.isArray(list) ? [{list, at: [key]}] : [];
  });
}

function unwrapped(value: unknown): unknown {
  return isObject(value) && isObject(value['loc']) ? value['loc'] : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
