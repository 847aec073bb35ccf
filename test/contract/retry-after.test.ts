import {describe, expect, it} from 'vitest';
import {retryAfterSeconds} from '../../src/contract/retry-after.js';
import {timeOf} from '../../src/delivery/client/clock.js';

const now = Date.parse('2026-11-22T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120],
    [' 5 ', 5],
    ['Sun, 22 Nov 2026 10:01:00 GMT', 60],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['Mon, 23 Nov 2026 10:00:00 GMT', 86_400],
  ])('%j asks for %i seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now, timeOf)).toBe(seconds);
  });

  it.each([null, undefined, '', ' ', '-5', '1.5', 'soon', 'wait 5', '2026-11-22', 'NaN', 'Infinity', 'Xxx, 99 Foo 2026 99:99:99 GMT'])('%j says nothing', (header) => {
    expect(retryAfterSeconds(header, now, timeOf)).toBeUndefined();
  });
});
