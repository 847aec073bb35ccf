import {randomBytes} from 'node:crypto';
import {lstat, open, rename, rm} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {reasonOf} from './reason-of.js';
import {StartFault} from './start-fault.js';

/**
 * Writes lines into a file that the one who runs the command alone may read
 * (mode 600), whole or not at all.
 *
 * It is written beside `path` and takes its place at the end: so whoever could
 * read what stood there, or holds it open, reads nothing of the new one, and one
 * that breaks off leaves the old one as it was.
 *
 * @throws StartFault where it cannot be written, or where something other than a
 * file is there, such as a link: what that leads to may be for others to read.
 * What `lines` rejects with.
 */
export async function writeOwnFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there && !there.isFile()) throw new StartFault(`${path} is there and is ${there.isSymbolicLink() ? 'a link' : 'no file'}. It is left as it is.\nName a new file, or one that may be replaced.`);
  const draft = `${path}.unfinished-${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    await pipeline(Readable.from(lines, {highWaterMark: 1}), file.createWriteStream());
    await rename(draft, path);
  } catch (error) {
    await rm(draft, {force: true});
    if (isOfFiles(error)) throw new StartFault(`${path} cannot be written: ${reasonOf(error)}`);
    throw error;
  }
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
