import {describe, expect, it} from 'vitest';
import {ageOf, daysSince} from '../../../src/domain/ratings/age-of.js';
import {profileAddress} from '../../../src/domain/ratings/profile-address.js';

describe('The age of what was published', () => {
  it.each([
    ['2026-11-22', '2026-11-22', 0, 0], ['2026-10-23', '2026-11-22', 0, 0], ['2026-10-22', '2026-11-22', 0, 1], ['2025-11-23', '2026-11-22', 0, 11], ['2025-11-22', '2026-11-22', 1, 0],
    ['2020-12-01', '2026-11-22', 5, 11], ['2024-02-29', '2025-02-28', 1, 0], ['2025-01-31', '2025-02-27', 0, 0], ['2025-01-31', '2025-02-28', 0, 1], ['2025-03-31', '2025-04-30', 0, 1], ['2027-01-01', '2026-11-22', 0, 0],
  ])('on %s is, on %s, %i years and %i months', (published, today, years, months) => {
    expect(ageOf(published, today)).toEqual({years, months});
  });

  it('in days counts each night', () => {
    expect(daysSince('2026-11-08', '2026-11-22')).toBe(14);
    expect(daysSince('2026-10-24', '2026-11-22')).toBe(29);
    expect(daysSince('2026-11-23', '2026-11-22')).toBe(-1);
  });
});

describe('The page of a service on CQC’s website', () => {
  it('is known by its id and level', () => {
    expect(profileAddress({id: '1-900000001', level: 'location'})).toBe('https://www.cqc.org.uk/location/1-900000001');
    expect(profileAddress({id: 'RX9', level: 'provider'})).toBe('https://www.cqc.org.uk/provider/RX9');
  });
});
