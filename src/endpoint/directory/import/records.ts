/** One record of a value, and where in it it stands. */
export interface PlacedRecord {
  record: unknown;
  path: readonly PropertyKey[];
}

/** Under these keys a page of CQC's lists has its records. */
export const pageKeys: readonly string[] = ['locations', 'providers'];

// Deeper lists are no form of CQC's data, and walking them would only use up the stack.
const deepest = 4;

/**
 * The records in CQC's data, in whichever way it was saved: one record, a list,
 * CQC's list pages (`{locations: […]}`), or records in wrappers (`{loc: {…}}`).
 */
export function* recordsIn(value: unknown, path: readonly PropertyKey[] = []): Generator<PlacedRecord> {
  const lists = path.length < deepest ? listsIn(value) : [];
  for (const {list, at} of lists) {
    for (const [place, item] of list.entries()) yield* recordsIn(item, [...path, ...at, place]);
  }
  if (lists.length === 0) yield {record: unwrapped(value), path};
}

function listsIn(value: unknown): {list: unknown[]; at: PropertyKey[]}[] {
  if (Array.isArray(value)) return [{list: value, at: []}];
  // A provider's rating, as we write it, has a list of its locations too.
  if (!isObject(value) || 'locationId' in value || 'providerId' in value || 'service' in value) return [];
  return pageKeys.flatMap((key) => {
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
