// What bytes 80–9F are in Windows-1252, by the WHATWG's Encoding Standard; five of them are nothing and stay what they are.
// A table of our own: Node's decoder takes them for Latin-1 in several versions from 20.18.3 on (nodejs/node#56542, #59515, #60888).
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const misread = /[\u0080-\u009f]/g;

/**
 * Text whose characters U+0080–U+009F are the letters that these bytes stand for
 * in Windows-1252. Nobody means the control characters: they come of bytes that
 * were read as Latin-1, here or before, and HTML reads `&#146;` as `’` for the same reason.
 */
export function fromWindows1252(latin1: string): string {
  return latin1.replace(misread, (character) => letters.charAt(character.charCodeAt(0) - 0x80));
}
