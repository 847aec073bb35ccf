import {fromWindows1252} from './windows-1252.js';

const isPlain = /^[\x20-\x7e]*$/;

// In these scripts a joiner between two letters changes how they look, and sometimes what they say; behind a sign
// that silences a vowel it makes a letter's other form, also at the end of a word. Emoji are joined by it.
const joining = '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mandaic}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}';
const silencing = '\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca';
const needed = [
  `[${joining}]\\p{M}*[\\u200c\\u200d](?=[${joining}])`,
  `[${silencing}]\\u200d`,
  '\\p{Extended_Pictographic}\\ufe0f?\\u200d(?=\\p{Extended_Pictographic})',
  '[\\p{Extended_Pictographic}\\p{Script=Han}]\\ufe0f',
];
const unseen = new RegExp(`(${needed.join('|')})|[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]`, 'gu');

/**
 * A name as people see it: without the characters that show nothing (a zero-width
 * space, a byte-order mark, a soft hyphen, marks of direction), which come along
 * when text is copied; and with the letters for which bytes of Windows-1252 were
 * meant. Joiners stay where a script needs them. Doing it again changes nothing.
 */
export function visibleText(text: string): string {
  if (isPlain.test(text)) return text;
  return fromWindows1252(text).replace(unseen, (_, kept?: string) => kept ?? '');
}
