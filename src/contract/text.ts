import * as z from 'zod/mini';

// A lone surrogate has no UTF-8 form and U+0000 cannot be kept by every store;
// the other control characters mean nothing in prose. Joiners and bidirectional
// marks (`\p{Cf}`) carry meaning in many scripts and stay.
const unkeepable = /\p{Cs}|[^\P{Cc}\t\n\r]/u;

/** How many characters a text has; a character is a Unicode code point, as everywhere in the contract. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Whether every character can be kept letter for letter: no lone surrogate, no control but tab, LF and CR. */
export function isKeepable(text: string): boolean {
  return !unkeepable.test(text);
}

/** Whether `text` has at least one character that is not white space. */
export function isWritten(text: string): boolean {
  return /\S/u.test(text);
}

/** Text of any length whose characters can all be kept. */
export const Prose = z.string().check(
  z.refine(isKeepable, {error: 'holds a character that cannot be kept: U+0000, another control character or half of a surrogate pair'}),
);

/** Text of at most `maximum` characters (code points), not blank. */
export function shortText(maximum: number) {
  return Prose.check(
    z.refine(isWritten, {error: 'is empty'}),
    z.refine((text) => charactersIn(text) <= maximum, {error: `is longer than ${maximum} characters`}),
  ).register(z.globalRegistry, {minLength: 1, maxLength: maximum});
}
