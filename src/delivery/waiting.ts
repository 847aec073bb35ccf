import {isPossible} from './clock.js';
import type {Outcome} from './outcome.js';

/** The database in which every version of us keeps what waits. It is never upgraded, only succeeded. */
export const databaseName = 'care-elements-outbox-1';

/** What waits to be sent, as every version of us reads and writes it: no key is ever added or changed. */
export interface Waiting {
  id: string;
  /** Where it goes: the base address of an endpoint, or an action. */
  endpoint: string;
  kind: 'submission' | 'action';
  /** Sealed to the receiver; for an action the encrypted text, whose key lies beside it. In memory alone it may be the plain text. */
  body: string | Uint8Array<ArrayBuffer>;
  bodyType: 'application/jose' | 'application/json';
  /** In milliseconds since 1970, as far as anybody knew them then: older versions took the device's clock, which may be wrong. */
  createdAt: number;
  tries: number;
  /** When it may be tried again; `Infinity` where only its writer can decide. */
  nextAt: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What a day in four digits of years can be, in milliseconds. */
const [earliest, latest] = [-2_208_988_800_000, 253_402_214_400_000];

/**
 * Whether what lies in storage is what every version of us writes. Any script of the website can
 * put something else there, and a kind that a later version invents is that version's to send.
 */
export function isWaiting(value: unknown): value is Waiting {
  const {id, endpoint, kind, body, bodyType, createdAt, tries, nextAt} = (value ?? {}) as Record<keyof Waiting, unknown>;
  return typeof id === 'string' && typeof endpoint === 'string' && (kind === 'submission' || kind === 'action')
    && (typeof body === 'string' || body instanceof Uint8Array) && (bodyType === 'application/jose' || bodyType === 'application/json')
    && typeof createdAt === 'number' && createdAt >= earliest && createdAt <= latest
    && Number.isSafeInteger(tries) && Number(tries) >= 0
    && typeof nextAt === 'number' && nextAt >= earliest;
}

/** Whether it is too old, or was refused, so that nothing is sent by itself. */
export function isStuck({createdAt, nextAt}: Waiting, now: number): boolean {
  // Where it is dated by a clock that was wrong, nobody knows that it is old.
  return nextAt === Infinity || (isPossible(createdAt, now) && now - createdAt > 30 * day);
}

/** When to try next by itself, or `Infinity`. */
export function dueAt(waiting: Waiting, now: number): number {
  if (isStuck(waiting, now)) return Infinity;
  // Nobody may ask for more than a day, and what was never tried waits for seconds: the clock has been put back since.
  return waiting.nextAt > now + (waiting.tries ? day : hour) ? now : waiting.nextAt;
}

/**
 * When to try again after `outcome`.
 *
 * @param random from 0 to 1. Full jitter: after an outage every waiting browser
 *   comes back at once, and evenly spread tries are what let the endpoint recover.
 */
export function nextTry(outcome: Outcome, tries: number, now: number, random: number): number {
  switch (outcome.kind) {
    // A date that is past says nothing but that clocks differ.
    case 'not-yet': return now + (outcome.retryAfterSeconds ? outcome.retryAfterSeconds * 1000 : random * Math.min(5 * minute, 2000 * 2 ** tries));
    case 'misconfigured': return now + hour;
    default: return Infinity;
  }
}
