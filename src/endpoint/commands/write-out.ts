import {Readable, type Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

/** Writes as fast as it is taken. Resolves to whether all of it was: who reads may have heard enough. */
export async function writeOut(lines: AsyncIterable<string>, out: Writable): Promise<boolean> {
  try {
    await pipeline(Readable.from(lines, {highWaterMark: 1}), out, {end: false});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
    throw error;
  }
}
