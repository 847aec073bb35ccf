import {slugPattern} from '../../contract/slug.js';

/** The id of the area of a local authority, by the name that CQC gives it; `undefined` where there is none. */
export function placeId(name: string): string | undefined {
  const id = oneLine(name).normalize('NFD').replace(/[\p{M}'’]/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return slugPattern.test(id) && !none.has(id) ? id : undefined;
}

export function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

// What stands there where CQC knows of none.
const none: ReadonlySet<string> = new Set(['unspecified', 'unknown', 'not-known', 'null', 'none', 'n-a', 'na']);
