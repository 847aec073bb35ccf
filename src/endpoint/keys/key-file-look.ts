import {readIfThere, stampOf} from '../commands/files.js';
import {keysIn, stillOpens, type KeyFile} from './key-file.js';
import {reasonOf} from '../commands/reason-of.js';

/** What was read of a key file that may have changed: nothing new, keys to use from now on, or why those in use stay. */
export type KeyFileLook = {found: 'same'} | {found: 'changed'; keys: KeyFile; stamp: string} | {found: 'fault'; reason: string};

/**
 * Looks whether `file` holds other keys than `inUse`, whose file had `stamp`; reads it only where
 * the stamp is another. Makes none, and takes none with which something could no longer be
 * opened or found: those come by a new start alone, of which somebody thinks.
 */
export async function lookAtKeyFile(file: string, inUse: KeyFile, stamp: string | undefined, now: Date): Promise<KeyFileLook> {
  try {
    // Before the file is read: what is put there in between has another stamp at the next look.
    const seen = await stampOf(file);
    if (seen === stamp && seen !== undefined) return {found: 'same'};
    const text = await readIfThere(file);
    if (seen === undefined || text === undefined) return {found: 'fault', reason: 'it is not there'};
    const read = keysIn(text);
    if ('fault' in read) return {found: 'fault', reason: read.fault};
    const reason = faultOfSuccessor(inUse, read.keys, now);
    return reason === undefined ? {found: 'changed', keys: read.keys, stamp: seen} : {found: 'fault', reason};
  } catch (error) {
    return {found: 'fault', reason: reasonOf(error)};
  }
}

function faultOfSuccessor(inUse: KeyFile, next: KeyFile, now: Date): string | undefined {
  if (next.reference !== inUse.reference || next.formSigning !== inUse.formSigning) return 'its "reference" or "formSigning" is another';
  const lost = inUse.sealing.find((key) => stillOpens(key, now) && !next.sealing.some(({kid, d}) => kid === key.kid && d === key.d));
  if (lost) return `the key ${lost.kid}, to which feedback was sealed, is not in it`;
  if (next.sealing.every(({retiredAt}) => retiredAt !== undefined)) return 'no key in it is one to seal to';
  return undefined;
}
