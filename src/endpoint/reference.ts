import {createHash} from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference as it was given out, from how somebody wrote it: in any case, with or without dashes, with letters that look like digits. */
export function readReference(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/[\s\p{Dash}]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (plain.length !== 16 || [...plain].some((letter) => !digits.includes(letter))) return undefined;
  return plain.replace(/.{4}(?!$)/g, '$&-');
}

/** The id of no submission: what is not known is looked for under it, and so just as long as what is. */
export const nobodysId = '00000000-0000-7000-8000-000000000000';

/** Under which a submission is found by its reference, which itself is kept nowhere. */
export function hashOfReference(reference: string): Uint8Array {
  return createHash('sha256').update(reference).digest();
}
