import {cleanDate, cleanSteady} from './clean-built-ins.js';

// The device's clock may be wrong, and may be put right, or wrong, at any time. So it is read once; from then on time is
// counted by a clock that only grows, and set by the endpoint's `Date` as soon as that tells of a difference.

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds by which the device's clock and the endpoint's may differ before the endpoint's is believed: it may come from a cache. */
const tolerance = 5 * minute;

/** A date as HTTP writes it (RFC 9110, section 5.6.7). Engines read dates into almost any text: "wait 5" is May 2001 to one of them. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What tells the time to this clock. */
export interface TimeSource {
  /** Milliseconds since 1970 by the device's clock. */
  wall(): number;
  /** Milliseconds that only grow, from any moment; where the device sleeps they may stand still. */
  steady(): number;
  /** Milliseconds since 1970: no clock that says less is right. */
  earliest: number;
}

/** Milliseconds since 1970, as far as anybody knows them; they only grow but for what `learn` says. */
export interface Clock {
  now(): number;
  /** Whether it may be right: the endpoint has told the time, or the device says nothing that cannot be. */
  mayBeRight(): boolean;
  /** Takes the header `Date` of an answer, where it can be read. */
  learn(date: string | null | undefined): void;
}

export function makeClock({wall, steady, earliest}: TimeSource): Clock {
  /** What to add to the steady clock, and to the device's. */
  let [lead, skew] = [Math.max(wall(), earliest) - steady(), 0];
  let mayBeRight = wall() >= earliest;
  const now = () => {
    const slept = wall() + skew - steady() - lead;
    // A device that slept counts on where its steady clock stood. More than a day is a clock that was put forward.
    if (slept > 0 && slept < day) lead += slept;
    return Math.floor(steady() + lead);
  };
  return {
    now,
    mayBeRight: () => mayBeRight,
    learn(date) {
      const told = timeOf(date);
      if (told === undefined) return;
      mayBeRight = true;
      if (Math.abs(told - now()) < tolerance) return;
      lead = told - steady();
      skew = told - wall();
    },
  };
}

/** Milliseconds since 1970 for a date as HTTP writes it; `undefined` where it is none. */
export function timeOf(date: string | null | undefined): number | undefined {
  const time = httpDate.test(date ?? '') ? cleanDate().parse(date!) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** 1 January 2026 in milliseconds: there was no version of us before. */
const earliest = 1_767_225_600_000;

/** Whether something of ours can be from `time`, which a clock that was wrong then may have said. */
export function isPossible(time: number, now: number): boolean {
  return time >= earliest && time <= now + day;
}

let clock: Clock | undefined;

// Made when it is first asked, so that loading this does nothing.
function pageClock(): Clock {
  return (clock ??= makeClock({wall: () => cleanDate().now(), steady: cleanSteady(), earliest}));
}

/** Milliseconds since 1970: what all that is sent and kept is dated by. */
export function now(): number {
  return pageClock().now();
}

/** Takes what an answer of the endpoint says of the time. An endpoint of somebody else may not let a page read it. */
export function learnTime(headers: Headers): void {
  pageClock().learn(headers.get('Date'));
}

/** The last day on which something can have happened, `YYYY-MM-DD`: tomorrow in UTC, since a visitor may be a time zone ahead; any day where nobody knows what day it is. */
export function latestDate(): string {
  return pageClock().mayBeRight() ? isoText(now() + day).slice(0, 10) : '9999-12-31';
}

/** A time in milliseconds since 1970 as `2026-11-30T10:02:11.000Z`. */
export function isoText(time: number): string {
  return new (cleanDate())(time).toISOString();
}
