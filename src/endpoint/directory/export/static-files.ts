import {randomBytes} from 'node:crypto';
import {mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {reasonOf} from '../../commands/reason-of.js';
import {StartFault} from '../../commands/start-fault.js';

/** A folder that files for a web server are written into. */
export interface StaticFiles {
  /** Writes a file whole or not at all, and not again where it holds the same; whether it was written. */
  write(path: string, text: string): Promise<boolean>;
}

/**
 * Makes the folder where it is not there.
 *
 * @throws StartFault where it is a file or cannot be made; `write` does where a file cannot be written.
 */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const there = await stat(folder).catch(() => undefined);
  if (there && !there.isDirectory()) throw new StartFault(`${folder} is a file.\nName a folder to write the files into.`);
  const made = new Set<string>();

  async function makeFolder(path: string): Promise<void> {
    if (made.has(path)) return;
    await mkdir(path, {recursive: true});
    made.add(path);
  }

  async function put(file: string, text: string): Promise<boolean> {
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return false;
    await makeFolder(dirname(file));
    // Hidden, and beside it: a rename within one folder never shows half of a file.
    const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`);
    try {
      await writeFile(draft, text);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, {force: true});
      throw error;
    }
    return true;
  }

  const told = (error: unknown): never => {
    throw new StartFault(`${folder} cannot be written to: ${reasonOf(error)}\nWhat was written is whole; the same command writes the rest once that is mended.`);
  };
  await makeFolder(folder).catch(told);
  return {write: (path, text) => put(join(folder, path), text).catch(told)};
}
