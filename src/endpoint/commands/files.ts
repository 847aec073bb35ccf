import {randomBytes} from 'node:crypto';
import {link, open, readFile, realpath, rename, stat, unlink} from 'node:fs/promises';
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

/** By which a file that took another's place, or was written to, is told from what was there; `undefined` where there is none. */
export async function stampOf(file: string): Promise<string | undefined> {
  try {
    const {ino, size, mtimeNs, ctimeNs} = await stat(file, {bigint: true});
    return [ino, size, mtimeNs, ctimeNs].join();
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Puts what `change` makes of the file's text in its place, readable by its
 * owner alone; at every moment the one or the other stands there whole.
 * `undefined` where another process changes it just now, or died while it did.
 */
export async function changeFile(file: string, change: (text: string) => string | Promise<string>): Promise<string | undefined> {
  const real = await realpath(file);
  const draft = `${real}.changing`;
  const opened = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    if (isFault(error, 'EEXIST')) return undefined;
    throw error;
  });
  if (!opened) return undefined;
  try {
    const text = await change(await readFile(real, 'utf8'));
    await opened.writeFile(text);
    await opened.sync();
    await opened.close();
    await rename(draft, real);
    await writeThroughFolder(dirname(real));
    return text;
  } catch (error) {
    await opened.close();
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}

/** Writes a file that is not there yet, for its owner alone. Rejects where there is one. */
export async function makeFile(file: string, text: string): Promise<void> {
  await writeThrough(file, text);
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

/** Puts on disk which files are in a folder. */
export async function writeThroughFolder(folder: string): Promise<void> {
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
