import {beforeEach, describe, expect, it} from 'vitest';
import {isPossible, makeClock, timeOf, type Clock} from '../../../src/delivery/client/clock.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const today = Date.UTC(2026, 10, 30, 12);
const earliest = Date.UTC(2026, 0);

/** A device: its clock, what it has counted since it was started, and whether that counts. */
let wall: number;
let steady: number;
const pass = (time: number) => ((wall += time), (steady += time));
const open = (): Clock => makeClock({wall: () => wall, steady: () => steady, earliest});
const http = (time: number) => new Date(time).toUTCString();

beforeEach(() => {
  wall = today;
  steady = 5000;
});

describe('the time on a page', () => {
  it('is the device’s at first, and goes on with it', () => {
    const clock = open();
    expect(clock.now()).toBe(today);
    pass(3 * hour);
    expect(clock.now()).toBe(today + 3 * hour);
  });

  it.each([['back by a day', -day], ['back by months', -200 * day], ['back to 1970', -today], ['back before 1970', -2 * today], ['on by two days', 2 * day], ['on by months', 200 * day], ['on beyond 2038', 5000 * day]])('goes on as before when the device’s clock is put %s', (_how, jump) => {
    const clock = open();
    pass(hour);
    wall += jump;
    pass(minute);
    expect(clock.now()).toBe(today + hour + minute);
  });

  it('never goes back, whatever the device’s clock does', () => {
    const clock = open();
    let last = clock.now();
    for (const jump of [day / 2, -day, 3 * day, -hour, 40 * day, -today, today]) {
      wall += jump;
      pass(minute);
      expect(clock.now()).toBeGreaterThan(last);
      last = clock.now();
    }
  });

  it('counts the night that a device slept, in which nothing was counted', () => {
    const clock = open();
    wall += 9 * hour;
    expect(clock.now()).toBe(today + 9 * hour);
  });

  it.each([['a year behind', -365 * day], ['at 1970', -today], ['a year ahead', 365 * day], ['ten minutes ahead', 10 * minute]])('is the endpoint’s, once it has told, where the device’s clock is %s', (_how, fault) => {
    wall += fault;
    const clock = open();
    clock.learn(http(today));
    expect(clock.now()).toBe(today);
    pass(hour);
    expect(clock.now()).toBe(today + hour);
    // Put right by somebody, which changes nothing.
    wall -= fault;
    pass(hour);
    expect(clock.now()).toBe(today + 2 * hour);
  });

  it('stays the device’s where the endpoint says nearly the same, which may come from a cache', () => {
    const clock = open();
    clock.learn(http(today - minute));
    expect(clock.now()).toBe(today);
  });

  it.each([null, undefined, '', 'wait 5', '2026-11-30', 'Mon, 99 Nov 2026 12:00:00 GMT'])('takes no notice of %s', (date) => {
    const clock = open();
    clock.learn(date);
    expect(clock.now()).toBe(today);
  });

  it('is no year that it cannot be, and is known to be unknown, until the endpoint tells', () => {
    wall = 0;
    const clock = open();
    expect(new Date(clock.now()).getUTCFullYear()).toBe(2026);
    expect(clock.mayBeRight()).toBe(false);
    clock.learn(http(today));
    expect(clock.mayBeRight()).toBe(true);
    expect(clock.now()).toBe(today);
  });
});

describe('a date of HTTP', () => {
  it('is read as it is written, and nothing else is', () => {
    expect(timeOf('Mon, 30 Nov 2026 12:00:00 GMT')).toBe(today);
    expect(timeOf('30 Nov 2026')).toBeUndefined();
  });
});

describe('a time that something is dated by', () => {
  it.each([[0, false], [Date.UTC(1899, 0), false], [earliest - 1, false], [earliest, true], [today - 40 * day, true], [today + hour, true], [today + 2 * day, false], [today + 5000 * day, false]])('of %s is possible: %s', (time, possible) => {
    expect(isPossible(time, today)).toBe(possible);
  });
});
