import {asUtf8} from './as-utf8.js';
import {textFromBytes, type ForeignCharacters} from './text-of.js';

/** A line of a text file, without its end, and which it is, from 1. */
export interface Line {
  text: string;
  number: number;
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
// No line of CQC's files has as much; whatever is longer is cut, so that it does not fill the memory.
const longest = 4 * 1024 * 1024;

/** The lines of a text file. Each is decoded by itself where it must be: some of CQC's files mix UTF-8 and Windows-1252. */
export async function* linesOf(bytes: AsyncIterable<Buffer>, foreign: ForeignCharacters): AsyncGenerator<Line> {
  let number = 0;
  for await (const block of wholeLines(asUtf8(bytes))) {
    for (const text of textsOf(block, foreign)) {
      number += 1;
      yield {text: number === 1 ? text.replace(/^\uFEFF/, '') : text, number};
    }
  }
}

/** The bytes again, in pieces that end where a line does. */
async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    const block: Buffer = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    // At the very end a carriage return may be the first half of a line's end.
    const end = Math.max(block.lastIndexOf(lineFeed), block.lastIndexOf(carriageReturn, -2)) + 1;
    const cut = end > 0 || block.length < longest ? end : block.length;
    if (cut > 0) yield block.subarray(0, cut);
    rest = block.subarray(cut);
  }
  if (rest.length > 0) yield rest;
}

function textsOf(block: Buffer, foreign: ForeignCharacters): string[] {
  let isForeign = false;
  const whole = textFromBytes(block, () => (isForeign = true));
  return isForeign ? inLines(block.toString('latin1')).map((line) => textFromBytes(Buffer.from(line, 'latin1'), foreign)) : inLines(whole);
}

function inLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
