import {isUtf8} from 'node:buffer';
import {fromWindows1252} from '../../../domain/ratings/windows-1252.js';

/** Told once for each file in which bytes were met that are no UTF-8. */
export type ForeignCharacters = () => void;

// By bytes as Latin-1 shows them. What Windows-1252 has for 85 and 91–97 (dots, quotation marks, dashes) ends words
// that are in capitals: `CAFÉ’` is no UTF-8 of another alphabet. Behind the first letters nobody writes those.
const sequence = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const punctuated = /^[\xc9-\xf4][\x85\x91-\x97]+$/;

/**
 * The text that bytes stand for: UTF-8, or where they are none, Windows-1252, which Excel writes. Where both
 * stand in one text, put together from several sources, each is read as what it is.
 */
export function textFromBytes(bytes: Buffer, foreign: ForeignCharacters): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  foreign();
  return fromWindows1252(bytes.toString('latin1').replace(sequence, (found) => (punctuated.test(found) ? found : asUtf8(found))));
}

function asUtf8(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : latin1;
}
