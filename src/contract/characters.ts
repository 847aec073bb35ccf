// Apart from the schemas, so that a browser can count and check characters
// before the code that schemas need has come.

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
