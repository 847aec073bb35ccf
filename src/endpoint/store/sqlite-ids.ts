import {uuidOf} from '../../contract/uuid.js';

/** A UUID as SQLite's tables have it. */
export function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The same from the digits that SQLite makes of it: none where there is none. */
export function uuidOrNull(digits: string | null): string | null {
  return digits ? uuidOf(digits) : null;
}
