import fc from 'fast-check';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {ageInWords} from '../../src/locale/age-in-words.js';

afterEach(() => vi.unstubAllGlobals());

describe('how old something is', () => {
  it.each([
    ['2026-11-22', 'today'], ['2026-11-21', 'yesterday'], ['2026-10-23', '30 days ago'],
    ['2026-10-22', '1 month ago'], ['2025-11-23', '11 months ago'], ['2025-11-22', '1 year ago'],
    ['2024-11-23', '1 year ago'], ['2021-11-22', '5 years ago'], ['2020-02-29', '6 years ago'], ['1999-12-31', '26 years ago'],
  ])('%s is, on 22 November 2026, %s', (day, age) => {
    expect(ageInWords(day, '2026-11-22', 'en')).toBe(age);
  });

  it('is not said of a day that is to come, or is none', () => {
    expect(ageInWords('2026-11-23', '2026-11-22', 'en')).toBe('');
    expect(ageInWords('soon', '2026-11-22', 'en')).toBe('');
  });

  it('is said in the language of the words', () => {
    expect(ageInWords('2021-11-22', '2026-11-22', 'pl')).toBe('5 lat temu');
  });

  it('is left out where the engine has no words for it', () => {
    vi.stubGlobal('Intl', {});
    for (const day of ['2026-11-22', '2026-10-22', '2021-11-22']) expect(ageInWords(day, '2026-11-22', 'en')).toBe('');
  });

  it('becomes a year older on the day itself, whatever the year', () => {
    const day = fc.date({min: new Date('1990-01-01'), max: new Date('2026-11-22'), noInvalidDate: true}).map((date) => date.toISOString().slice(0, 10)).filter((each) => !each.endsWith('02-29'));
    fc.assert(fc.property(day, fc.integer({min: 2, max: 30}), (from, years) => {
      const anniversary = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
      const before = new Date(Date.parse(anniversary) - 86_400_000).toISOString().slice(0, 10);
      expect([ageInWords(from, before, 'en'), ageInWords(from, anniversary, 'en')]).toEqual([years === 2 ? '1 year ago' : `${years - 1} years ago`, `${years} years ago`]);
    }));
  });
});
