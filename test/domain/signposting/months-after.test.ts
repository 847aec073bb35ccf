import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {monthsAfter} from '../../../src/domain/signposting/months-after.js';

describe('the usual time to complain', () => {
  it.each([
    ['a year', '2026-09', 12, '2027-09-30'],
    ['a year from a leap February', '2024-02', 12, '2025-02-28'],
    ['a year to a leap February, counted from the last day that it could have been', '2023-02', 12, '2024-02-28'],
    ['a year from December', '2026-12', 12, '2027-12-31'],
    ['half a year to a shorter month', '2026-08', 6, '2027-02-28'],
    ['half a year to a shorter month of a leap year', '2027-08', 6, '2028-02-29'],
    ['half a year over the turn of the year', '2026-07', 6, '2027-01-31'],
    ['half a year to a longer month', '2026-04', 6, '2026-10-30'],
    ['one month from January', '2026-01', 1, '2026-02-28'],
    ['ten years', '2020-02', 120, '2030-02-28'],
    ['a year in the century that had no leap day', '1899-02', 12, '1900-02-28'],
  ])('%s', (_name, month, months, day) => {
    expect(monthsAfter(month, months)).toBe(day);
  });

  const month = fc.tuple(fc.integer({min: 1950, max: 2150}), fc.integer({min: 1, max: 12}));
  const written = ([year, number]: [number, number]) => `${year}-${String(number).padStart(2, '0')}`;

  it('ends in the month that is so much later, on a day that it has, and no later in it than the first could be', () => {
    fc.assert(
      fc.property(month, fc.integer({min: 1, max: 120}), ([year, number], months) => {
        const day = monthsAfter(written([year, number]), months);
        const later = year * 12 + number - 1 + months;
        expect(day.slice(0, 7)).toBe(written([Math.floor(later / 12), (later % 12) + 1]));
        expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        const next = new Date(Date.parse(day) + 86_400_000).toISOString();
        const isLast = next.slice(0, 7) > day.slice(0, 7);
        expect(isLast || Number(day.slice(8)) === Number(lastDay(year, number))).toBe(true);
        expect(Number(day.slice(8))).toBeLessThanOrEqual(lastDay(year, number));
      }),
    );
  });

  it('a year later is the same day, but for a leap day', () => {
    fc.assert(fc.property(month, ([year, number]) => {
      fc.pre(number !== 2);
      expect(monthsAfter(written([year, number]), 12)).toBe(`${written([year + 1, number])}-${lastDay(year, number)}`);
    }));
  });
});

/** Known by the rhyme, not by the code that is looked at. */
function lastDay(year: number, number: number): number {
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(number) ? 30 : 31;
}
