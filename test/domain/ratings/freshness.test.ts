import {expect, it} from 'vitest';
import {freshness} from '../../../src/domain/ratings/freshness.js';

it('data counts as fresh for 14 days, and as too old to show a rating by after 28', () => {
  const said = ['2026-11-23', '2026-11-22', '2026-11-08', '2026-11-07', '2026-10-25', '2026-10-24', '1970-01-01'].map((day) => freshness(day, '2026-11-22'));
  expect(said).toEqual(['fresh', 'fresh', 'fresh', 'ageing', 'ageing', 'too-old', 'too-old']);
});
