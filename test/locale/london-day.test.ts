import {afterEach, expect, it, vi} from 'vitest';
import {londonDay} from '../../src/locale/london-day.js';

afterEach(() => vi.unstubAllGlobals());
afterEach(() => vi.restoreAllMocks());

it('the day is that of the United Kingdom, in summer and in winter', () => {
  expect(londonDay(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
  expect(londonDay(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
  expect(londonDay(new Date('2026-11-30T23:59:59Z'))).toBe('2026-11-30');
  expect(londonDay(new Date('0987-06-05T12:00:00Z'))).toMatch(/^\d+-\d\d-\d\d$/);
});

it('is the same however a locale writes a whole day: with ICU 72 that of Canada is no ISO date', () => {
  vi.spyOn(Date.prototype, 'toLocaleDateString').mockReturnValue('11/30/2026');
  expect(londonDay(new Date('2026-11-30T12:00:00Z'))).toBe('2026-11-30');
});

it('is the day in UTC where the engine knows no time zones, or no formats at all', async () => {
  vi.resetModules();
  const {londonDay} = await import('../../src/locale/london-day.js');
  vi.stubGlobal('Intl', {DateTimeFormat: class {
    constructor() {
      throw new RangeError('Unsupported time zone');
    }
  }});
  expect(londonDay(new Date('2026-11-30T12:00:00Z'))).toBe('2026-11-30');
  vi.stubGlobal('Intl', undefined);
  expect(londonDay(new Date('2026-11-30T12:00:00Z'))).toBe('2026-11-30');
});

it('makes its formatter once, however often somebody asks', async () => {
  vi.resetModules();
  const {londonDay} = await import('../../src/locale/london-day.js');
  let made = 0;
  const {DateTimeFormat} = Intl;
  vi.stubGlobal('Intl', {DateTimeFormat: function counted(...of: ConstructorParameters<typeof DateTimeFormat>) {
    made += 1;
    return new DateTimeFormat(...of);
  }});
  for (const day of ['2026-07-02', '2026-07-03', '2026-07-04']) expect(londonDay(new Date(Date.parse(`${day}T00:00:00Z`) - 1))).toBe(day);
  expect(made).toBe(1);
});
