import type {Fault} from '../../contract/problem.js';
import {LocalSignposts} from '../../contract/signposts.js';
import {sourceWords} from '../../locale/words.js';
import {builtInSignposts} from '../../domain/signposting/built-in-directory.js';
import {localFaults} from '../../domain/signposting/local-faults.js';
import {readJsonFile} from '../commands/json-file.js';
import {fewer, readAs} from '../http/schema-faults.js';
import {StartFault} from '../commands/start-fault.js';

/** How long the owner's file of who can help may be, in bytes. */
export const signpostsBytes = 1024 * 1024;

/**
 * The owner's file of who can help, or nothing where there is none. A file with
 * faults counts as none, whole: people are better served by the built-in
 * directory than by an endpoint that does not start, or by half a file. The
 * operator is told.
 */
export async function localOrNone(path: string | undefined, log: (line: string) => void): Promise<LocalSignposts> {
  try {
    return await readSignpostsFile(path);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    log(`${error.message}\nNothing of this file is shown. People see the built-in directory until you have mended the file and started again.`);
    return {};
  }
}

/**
 * The owner's file at `path`; nothing where none is named.
 *
 * @throws StartFault that names each place at fault.
 */
export async function readSignpostsFile(path: string | undefined): Promise<LocalSignposts> {
  if (path === undefined) return {};
  const read = readAs(LocalSignposts, await readJsonFile({path, named: named(path), bytes: signpostsBytes, shorten: 'Keep in it only what differs from the built-in directory.'}));
  if (!read.fits) throw notTaken(path, read.faults);
  const faults = localFaults(builtInSignposts(sourceWords), read.value);
  if (faults.length > 0) throw notTaken(path, faults);
  return read.value;
}

function notTaken(path: string, faults: readonly Fault[]): StartFault {
  const lines = fewer(faults).map(({pointer, detail}) => `  ${pointer || '/'} ${detail}`);
  return new StartFault(`${named(path)} cannot be used as it is:\n${lines.join('\n')}`);
}

function named(path: string): string {
  return `The file of who can help ${path} (CARE_SIGNPOSTS)`;
}
