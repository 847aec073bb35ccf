import {Place} from '../../contract/place.js';

/** The area of a local authority, by the name that CQC gives it; `undefined` where there is none. */
export function placeNamed(name: unknown): Place | undefined {
  if (typeof name !== 'string') return undefined;
  const line = name.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const id = line.normalize('NFD').replace(/[\p{M}'’]/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (none.has(id)) return undefined;
  const place = Place.safeParse({id, name: line});
  return place.success ? place.data : undefined;
}

// What stands there where CQC knows of none.
const none: ReadonlySet<string> = new Set(['unspecified', 'unknown', 'not-known', 'null', 'none', 'n-a', 'na']);
