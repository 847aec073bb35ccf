import {afterEach, expect, it, vi} from 'vitest';
import {dayInWords} from '../../src/locale/day-in-words.js';
import {dateInWords, momentInWords} from '../../src/locale/dates-in-words.js';

afterEach(() => vi.unstubAllGlobals());

it('a date is said as exactly as it was told, the English way round', () => {
  expect(dateInWords('2026-03-27', 'en')).toBe('27 March 2026');
  expect(dateInWords('2026-03', 'en')).toBe('March 2026');
  expect(dateInWords('2026', 'en')).toBe('2026');
  expect(dateInWords('2026--05', 'en')).toBe('2026--05');
});

it('a moment is said in the time of England, summer and winter', () => {
  expect(momentInWords('2026-07-01T12:00:00Z', 'en')).toBe('1 July 2026 at 13:00');
  expect(momentInWords('2026-11-22T12:00:00Z', 'en')).toBe('22 November 2026 at 12:00');
});

it('is still said, as plainly as it goes, where the engine has no words for days', () => {
  vi.stubGlobal('Intl', {});
  expect([dayInWords('2026-03-27', 'en'), dateInWords('2026-03-27', 'en'), dateInWords('2026-03', 'en')]).toEqual(['2026-03-27', '2026-03-27', '2026-03']);
  expect(momentInWords('2026-11-22T10:09:40Z', 'en')).toBe('2026-11-22 10:09 UTC');
});
