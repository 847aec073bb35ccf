import {isPossible} from '../client/clock.js';
import type {DeliveryOutcome} from './outcome.js';
import type {QueuedSubmission} from './queued-submission.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Whether it is too old, or was refused, so that nothing is sent by itself. */
export function isUndelivered({createdAt, nextAt}: QueuedSubmission, now: number): boolean {
  // Where it is dated by a clock that was wrong, nobody knows that it is old.
  return nextAt === Infinity || (isPossible(createdAt, now) && now - createdAt > 30 * day);
}

/** When to try next by itself, or `Infinity`. */
export function dueAt(queued: QueuedSubmission, now: number): number {
  if (isUndelivered(queued, now)) return Infinity;
  // Nobody may ask for more than a day, and what was never tried waits for seconds: the clock has been put back since.
  return queued.nextAt > now + (queued.tries ? day : hour) ? now : queued.nextAt;
}

/**
 * When to try again after `outcome`.
 *
 * @param random from 0 to 1. Full jitter: after an outage every waiting browser
 *   comes back at once, and evenly spread tries are what let the endpoint recover.
 */
export function nextAttemptAt(outcome: DeliveryOutcome, tries: number, now: number, random: number): number {
  switch (outcome.kind) {
    // A date that is past says nothing but that clocks differ.
    case 'not-yet': return now + (outcome.retryAfterSeconds ? outcome.retryAfterSeconds * 1000 : random * Math.min(5 * minute, 2000 * 2 ** tries));
    case 'misconfigured': return now + hour;
    default: return Infinity;
  }
}
