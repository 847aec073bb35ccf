import {describe, expect, it} from 'vitest';
import {isQueuedSubmission, type QueuedSubmission} from '../../../src/delivery/outbox/queued-submission.js';
import {dueAt, isUndelivered, nextAttemptAt} from '../../../src/delivery/outbox/retry-policy.js';

const now = Date.UTC(2026, 10, 25);
const day = 24 * 60 * 60 * 1000;
const queued: QueuedSubmission = {id: 'a', endpoint: 'https://central.example/', kind: 'submission', body: 'x', bodyType: 'application/jose', createdAt: now - day, tries: 2, nextAt: now + 1000};
const notYet = {kind: 'not-yet', reason: ''} as const;

describe('when to try again', () => {
  it('is spread over a time that doubles, up to five minutes, however often it was tried', () => {
    expect([0, 1, 2, 7, 8, 100, 5000].map((tries) => nextAttemptAt(notYet, tries, 0, 1))).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000, 300_000]);
    expect(nextAttemptAt(notYet, 8, now, 0.5) - now).toBe(150_000);
  });

  it('is when the endpoint asks, whatever the jitter would say', () => {
    expect(nextAttemptAt({...notYet, retryAfterSeconds: 7}, 8, now, 1) - now).toBe(7000);
    expect(nextAttemptAt({...notYet, retryAfterSeconds: 0}, 8, now, 0.5) - now).toBe(150_000);
    expect(nextAttemptAt({...notYet, retryAfterSeconds: 3600}, 0, now, 0) - now).toBe(3_600_000);
  });

  it('is in an hour where the page or the endpoint needs mending, and never by itself where it was refused', () => {
    expect(nextAttemptAt({kind: 'misconfigured', reason: ''}, 9, now, 0) - now).toBe(3_600_000);
    expect(nextAttemptAt({kind: 'not-taken', reason: '', faults: []}, 0, now, 0)).toBe(Infinity);
  });
});

describe('what lies in storage', () => {
  it.each<[string, Partial<QueuedSubmission>]>([
    ['sealed', {}],
    ['encrypted for an action', {kind: 'action', body: new Uint8Array([1]), bodyType: 'application/json'}],
    ['refused', {nextAt: Infinity}],
    ['due since ever', {nextAt: 0, tries: 0}],
    ['written by a clock that was never set', {createdAt: 0, nextAt: 0}],
    ['written by a clock a thousand years ahead', {createdAt: now + 365_000 * day}],
  ])('is ours where it is %s', (_what, more) => {
    expect(isQueuedSubmission({...queued, ...more})).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined], ['null', null], ['text', 'waiting'], ['empty', {}],
    ['without a number for a name', {...queued, id: 7}],
    ['without an endpoint', {...queued, endpoint: undefined}],
    ['of a kind that is not known', {...queued, kind: 'equality'}],
    ['without a body', {...queued, body: null}],
    ['of another type', {...queued, bodyType: 'text/html'}],
    ...[NaN, Infinity, -Infinity, 1e20, -1e20, 9e14, '2026', undefined].map((createdAt): [string, unknown] => [`made at ${createdAt}`, {...queued, createdAt}]),
    ...[NaN, Infinity, -1, 0.5, '1', undefined].map((tries): [string, unknown] => [`tried ${tries} times`, {...queued, tries}]),
    ...[NaN, -Infinity, null, '0', undefined].map((nextAt): [string, unknown] => [`due at ${nextAt}`, {...queued, nextAt}]),
  ])('is not ours where it is %s', (_what, value) => {
    expect(isQueuedSubmission(value)).toBe(false);
  });

  it('always has a day that can be told, where it is ours', () => {
    for (const createdAt of [Date.UTC(1900, 0), Date.UTC(9999, 11, 31)]) {
      expect(isQueuedSubmission({...queued, createdAt})).toBe(true);
      expect(new Date(createdAt).toISOString().slice(0, 10)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('what waits', () => {
  it('is due at its time', () => {
    expect(dueAt(queued, now)).toBe(now + 1000);
  });

  it('is due at once where the clock has been put back a year since', () => {
    expect(dueAt({...queued, createdAt: now + 365 * day, nextAt: now + 365 * day}, now)).toBe(now);
  });

  it('is due at once where it was never tried and the clock has been put back half a day since', () => {
    expect(dueAt({...queued, tries: 0, createdAt: now + day / 2, nextAt: now + day / 2}, now)).toBe(now);
  });

  it.each([['1970', 0], ['1900', Date.UTC(1900, 0)], ['2024', Date.UTC(2024, 5)], ['next year', now + 365 * day], ['2099', Date.UTC(2099, 0)]])('is sent by itself where a clock that was wrong dated it %s: nobody knows that it is old', (_year, createdAt) => {
    expect(isUndelivered({...queued, createdAt}, now)).toBe(false);
    expect(dueAt({...queued, createdAt, nextAt: createdAt}, now)).toBeLessThanOrEqual(now);
  });

  it('is for its writer to decide after thirty days, or once it was refused', () => {
    expect(isUndelivered({...queued, createdAt: now - 30 * day}, now)).toBe(false);
    expect(isUndelivered({...queued, createdAt: now - 30 * day - 1}, now)).toBe(true);
    expect(isUndelivered({...queued, nextAt: Infinity}, now)).toBe(true);
    expect(dueAt({...queued, createdAt: now - 31 * day}, now)).toBe(Infinity);
  });
});
