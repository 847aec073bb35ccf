import {isUtf8} from 'node:buffer';

const windows1252 = new TextDecoder('windows-1252');

/** Told once for each file in which bytes were met that are no UTF-8. */
export type Foreign = () => void;

/** The text that bytes stand for: UTF-8, or where they are none, Windows-1252, which Excel writes. */
export function textOf(bytes: Buffer, foreign: Foreign): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  foreign();
  return windows1252.decode(bytes);
}
