import {randomBytes} from 'node:crypto';
import {link, open, readFile, unlink} from 'node:fs/promises';
import {dirname} from 'node:path';

/**
 * The text of `file`, or of a new one with what `make` gives, readable by its
 * owner alone. Of two processes that start at once both get the same text.
 */
export async function readOrMake(file: string, make: () => string | Promise<string>): Promise<string> {
  return (await readIfThere(file)) ?? makeOnce(file, await make());
}

/** The text of `file`, or `undefined` where there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function makeOnce(file: string, text: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeThrough(draft, text);
  try {
    // A link appears whole or not at all, and never in another's place.
    await link(draft, file);
    await writeThroughFolder(dirname(file));
    return text;
  } catch (error) {
    if (isFault(error, 'EEXIST')) return await readFile(file, 'utf8');
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const opened = await open(file, 'wx', 0o600);
  try {
    await opened.writeFile(text);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function writeThroughFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
