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

// What Windows-1252 means by the bytes 80 to 9F, as the WHATWG Encoding Standard has it. Whoever took them for
// Latin-1 made control characters of quotation marks, dashes and dots; for the five that mean nothing there are spaces.
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * `text` as its writer saw it before it was copied, with nothing in it that is not seen and cannot be kept.
 *
 * Line breaks of any kind, the vertical tab of Word and the form feed of PDF among them, become LF. What stood for
 * something that could be seen becomes that: a hyphen that does not break (U+001E in Word), the end of a table's cell
 * (U+0007, a tab), and punctuation in a wrong encoding (U+0080 to U+009F). Half of a surrogate pair becomes U+FFFD, as
 * browsers make of it when they send a form. Every other control character is dropped.
 */
export function withoutUnseen(text: string): string {
  return text.replace(/\r?\u0007/g, '\t').replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').replace(/\p{Cs}|[^\P{Cc}\t\n]/gu, seenFor);
}

/** `text` without what is not seen, on one line: its line breaks become spaces, as browsers make of those that are pasted. */
export function onOneLine(text: string): string {
  return withoutUnseen(text).replace(/\n/g, ' ');
}

function seenFor(unseen: string): string {
  const code = unseen.charCodeAt(0);
  if (code >= 0xd800) return '\ufffd';
  if (code >= 0x80) return windows1252.charAt(code - 0x80).trim();
  return unseen === '\u001e' ? '-' : '';
}
