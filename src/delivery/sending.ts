import {learnTime, now} from './clock.js';
import {fetchWhole} from './fetching.js';
import {jsonFrom} from './json.js';
import {judge} from './judge.js';
import type {Outcome} from './outcome.js';

/** Milliseconds that a first attempt may take, and a later one, when the connection is known to be slow. */
export const firstPatience = 15_000;
export const laterPatience = 30_000;

/** One attempt. `body` is the frozen text: every attempt sends the same. */
export interface Attempt {
  address: URL;
  body: string;
  /** JSON when left out. */
  bodyType?: 'application/jose' | 'application/json';
  id: string;
  isAction: boolean;
  /** In milliseconds; `firstPatience` when left out. */
  patience?: number;
}

/** Sends once and says what became of it. Never throws: what nobody knows is `not-yet`. */
export async function send({address, body, bodyType = 'application/json', id, isAction, patience = firstPatience}: Attempt, signal?: AbortSignal): Promise<Outcome> {
  const request: RequestInit = {
    method: 'POST',
    headers: {'Content-Type': bodyType, 'Idempotency-Key': id},
    body,
    cache: 'no-store',
    // A network's sign-in page redirects, and a browser would follow without the body.
    redirect: 'manual',
  };
  try {
    const {status, redirected, headers, text} = await fetchWhole(address, request, patience, signal);
    learnTime(headers);
    if (redirected) return {kind: 'not-yet', reason: `${address.href} redirects, which is not followed`};
    return judge({status, value: jsonFrom(text), retryAfterHeader: headers.get('Retry-After')}, {id, isAction}, now());
  } catch (error) {
    return {kind: 'not-yet', reason: `${address.href} could not be reached: ${error instanceof Error ? error.message : String(error)}`};
  }
}
