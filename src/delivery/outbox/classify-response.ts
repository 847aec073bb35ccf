import {isReceipt} from '../../contract/guards.js';
import type {Fault} from '../../contract/problem.js';
import {retryAfterSeconds} from '../../contract/retry-after.js';
import {timeOf} from '../client/clock.js';
import type {DeliveryOutcome} from './outcome.js';

/** An answer to a submission, as far as it decides what became of it. */
export interface EndpointAnswer {
  status: number;
  /** The body as JSON; `undefined` when it is none. */
  value?: unknown;
  /** The header `Retry-After`. */
  retryAfterHeader?: string | null;
}

/** What was sent. */
export interface SentRequest {
  id: string;
  /** Whether it went to an `action`, which owes no receipt. */
  isAction: boolean;
}

// So that a slip of the endpoint's clock parks nothing for ever.
const longestWaitSeconds = 24 * 60 * 60;

const willChange = new Set([408, 409, 425, 429]);
const willStay = new Set([400, 413, 415, 422]);

/**
 * What an answer means for what was sent: the one table, for the first try and
 * for every later one. `now` is in milliseconds and serves `Retry-After` dates.
 */
export function classifyResponse({status, value, retryAfterHeader}: EndpointAnswer, {id, isAction}: SentRequest, now: number): DeliveryOutcome {
  if (status >= 200 && status < 300) {
    if (isAction) return {kind: 'accepted'};
    if (isReceipt(value, id)) return {kind: 'received', receipt: value};
    // It is kept, though whoever wrote that endpoint gives no reference to show.
    if (repeats(value, id)) return {kind: 'accepted'};
    // A network's sign-in page answers 200 as well.
    return {kind: 'not-yet', reason: `${status}, but without repeating the id`};
  }
  if (status >= 500 || status < 400 || willChange.has(status)) {
    const asked = retryAfterSeconds(retryAfterHeader, now, timeOf);
    return {kind: 'not-yet', reason: reasonOf(status, value), ...(asked !== undefined && {retryAfterSeconds: Math.min(longestWaitSeconds, asked)})};
  }
  if (willStay.has(status)) return {kind: 'not-taken', reason: reasonOf(status, value), faults: faultsIn(value)};
  return {kind: 'misconfigured', reason: reasonOf(status, value)};
}

function repeats(value: unknown, id: string): boolean {
  return (value as {id?: unknown} | null | undefined)?.id === id;
}

function reasonOf(status: number, value: unknown): string {
  const {title, detail} = (value ?? {}) as {title?: unknown; detail?: unknown};
  return [status, title, detail].filter((part) => typeof part === 'number' || typeof part === 'string').join(': ');
}

function faultsIn(value: unknown): Fault[] {
  const {errors} = (value ?? {}) as {errors?: unknown};
  return Array.isArray(errors) ? errors.filter(isFault) : [];
}

function isFault(value: unknown): value is Fault {
  const {pointer, detail} = (value ?? {}) as Partial<Fault>;
  return typeof pointer === 'string' && typeof detail === 'string';
}
