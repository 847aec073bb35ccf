import fc from 'fast-check';
import {expect, it} from 'vitest';
import {bitsSet, lettersOf, slipCounter, slipsAllowed} from '../../../src/domain/search/spelling.js';

/** The textbook's optimal string alignment, slow and plain. */
function slips(one: string, other: string): number {
  const table = Array.from({length: one.length + 1}, (_, row) => Array.from({length: other.length + 1}, (_unused, column) => (row === 0 ? column : column === 0 ? row : 0)));
  const at = (row: number, column: number) => table[row]![column]!;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      table[row]![column] = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1), ...(swapped ? [at(row - 2, column - 2) + 1] : []));
    }
  }
  return at(one.length, other.length);
}

const word = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12});

it('counts slips as the textbook does', () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (typed, other, most) => {
      const counted = {...slipCounter(typed, most)(other)};
      const beginnings = Array.from({length: other.length + 1}, (_, length) => slips(typed, other.slice(0, length)));
      expect(Math.min(counted.whole, most + 1)).toBe(Math.min(slips(typed, other), most + 1));
      expect(Math.min(counted.beginning, most + 1)).toBe(Math.min(...beginnings, most + 1));
    }),
    {numRuns: 2000},
  );
});

it('counts a second word as if it were the first', () => {
  const slipsTo = slipCounter('huose', 1);
  slipsTo('somethingelse');
  expect({...slipsTo('house')}).toEqual({whole: 1, beginning: 1});
});

it('never rules out by its letters a word that is near enough', () => {
  fc.assert(
    fc.property(word, word, (typed, other) => {
      const apart = slips(typed, other);
      expect(bitsSet(lettersOf(typed) ^ lettersOf(other))).toBeLessThanOrEqual(2 * apart);
      expect(bitsSet(lettersOf(typed) & ~lettersOf(other))).toBeLessThanOrEqual(apart);
    }),
  );
});

it.each([['elm', 0], ['elms', 1], ['willows', 1], ['thistled', 2], ['dn67jx', 0], ['a'.repeat(41), 0]])('forgives %s %i slips', (typed, allowed) => {
  expect(slipsAllowed(typed)).toBe(allowed);
});

it.each([0, 1, -1, 0x55555555, 0x80000000 | 0])('counts the bits of %i', (number) => {
  expect(bitsSet(number)).toBe([...(number >>> 0).toString(2)].filter((bit) => bit === '1').length);
});
