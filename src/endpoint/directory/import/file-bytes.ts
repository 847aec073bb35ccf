import {createReadStream} from 'node:fs';
import {fileFault} from './file-fault.js';

const pieceSize = 256 * 1024;

/** A file in pieces; `read` is told how many bytes each has. */
export async function* readFileBytes(file: string, read: (bytes: number) => void = () => undefined): AsyncGenerator<Buffer> {
  try {
    for await (const piece of createReadStream(file, {highWaterMark: pieceSize}) as AsyncIterable<Buffer>) {
      read(piece.length);
      yield piece;
    }
  } catch (error) {
    throw fileFault(error);
  }
}
