import {createHash} from 'node:crypto';
import {grouped, readCode} from '../../contract/code.js';

/** A reference as it was given out, from how somebody wrote it. */
export function readReference(written: string): string | undefined {
  const code = readCode(written);
  return code && grouped(code);
}

/** The id of no submission: what is not known is looked for under it, and so just as long as what is. */
export const nobodysId = '00000000-0000-7000-8000-000000000000';

/** Under which a submission is found by its reference, which itself is kept nowhere. */
export function hashOfReference(reference: string): Uint8Array {
  return createHash('sha256').update(reference).digest();
}
