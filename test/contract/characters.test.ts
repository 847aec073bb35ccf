import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isKeepable, onOneLine, withoutUnseen} from '../../src/contract/characters.js';
import {leftOutWithout, sharedCase} from '../support/shared-case.js';

const pasted = sharedCase('pasted-control-characters.json');

/** What a person saw in the program that they copied it from. */
const seen: Record<string, string> = {
  'word, line break': 'First line\nsecond line',
  'pdf, page break': 'page one\npage two',
  'pdf, hyphen at a line end': 'the medication was late',
  'word, optional hyphen': 'medication',
  'word, hyphen that does not break': 'on-call',
  'word, end of a table cell': 'cell one\tcell two',
  'word, end of text': 'Thank you',
  'apostrophe of a wrong encoding': 'didn’t',
};

describe('text that was copied from another program', () => {
  it.skipIf(pasted === undefined)(`is what its writer saw there, for everything that was found to be refused${leftOutWithout('pasted-control-characters.json', pasted)}`, () => {
    const {comment} = JSON.parse(pasted!) as {comment: Record<string, string>};
    expect(Object.fromEntries(Object.entries(comment).map(([from, text]) => [from, withoutUnseen(text)]))).toEqual(seen);
  });

  const others: [from: string, text: string, seen: string][] = [
    ['Word, with line breaks in a row', 'one\u000b\u000btwo', 'one\n\ntwo'],
    ['Word, through a macro, with cells', 'one\r\u0007two\r\u0007', 'one\ttwo\t'],
    ['Word, a field', '\u0013 HYPERLINK \u0014here\u0015', ' HYPERLINK here'],
    ['a web page with separators of lines and paragraphs', 'one\u2028two\u2029three', 'one\ntwo\nthree'],
    ['Windows and an old Mac', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a terminal', '\u001b[1mbold\u001b[0m\u0008\u007f', '[1mbold[0m'],
    ['a wrong encoding, with quotation marks, a dash and dots', '\u0093late\u0094 \u0096 and then\u0085 \u008010', '“late” – and then… €10'],
    ['a wrong encoding, with bytes that mean nothing', 'a\u0081b\u008dc\u008fd\u0090e\u009df', 'abcdef'],
    ['a program that cut an emoji in half', 'fine \ud83d', 'fine \ufffd'],
    ['a database', 'a\u0000b', 'ab'],
  ];
  it.each(others)('%s: %j is read as %j', (_, text, read) => expect(withoutUnseen(text)).toBe(read));

  it('keeps every character that carries meaning: joiners, marks of direction, emoji, tabs and line breaks', () => {
    const text = 'می‌خواهم \u200fשלום\u200e 👩🏽‍⚕️\tnaïve — “so”\nZwölf\u00a0% \ufffd';
    expect(withoutUnseen(text)).toBe(text);
  });

  it('can always be kept, and does not change the second time', () => {
    const any = fc.string({unit: fc.integer({min: 0, max: 0xffff}).map((code) => String.fromCharCode(code))});
    fc.assert(fc.property(any, (text) => {
      const read = withoutUnseen(text);
      expect(isKeepable(read)).toBe(true);
      expect(read).not.toMatch(/[\r\v\f\u2028\u2029]/);
      expect(withoutUnseen(read)).toBe(read);
    }));
  });

  it('comes into a field of one line on one line', () => expect(onOneLine('Ann\u000bExample\r\nWard\f2')).toBe('Ann Example Ward 2'));
});
