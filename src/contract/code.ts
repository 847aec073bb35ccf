// Crockford's base 32: no letter looks like another or like a digit, so that what is written in it can be copied from paper.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What is written in sixteen of these digits: 80 bits. */
export const codePattern = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** Sixteen digits for as many random bytes, five bits of each. */
export function randomCode(random: Uint8Array): string {
  // Not `Array.from`, which pages replace.
  let code = '';
  for (const byte of random.subarray(0, 16)) code += digits.charAt(byte % 32);
  return code;
}

/** Sixteen digits for the first ten bytes. */
export function codeOf(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes.subarray(0, 10)) bits += (256 + byte).toString(2).slice(1);
  return bits.replace(/.{5}/g, (five) => digits.charAt(Number.parseInt(five, 2)));
}

/** Digits as people read them: `K7MQ-4TRD-9X2P-H6WC`. */
export function grouped(code: string): string {
  return code.replace(/.{4}(?!$)/g, '$&-');
}

/** The sixteen digits that somebody wrote, in any case, with or without spaces, dashes and what is not seen, with letters that look like digits; `undefined` where it is none. */
export function readCode(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/[\s\p{Dash}\p{C}]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return codePattern.test(plain) ? plain : undefined;
}
