import {learnTime, now} from '../client/clock.js';
import {fetchWithTimeout} from '../client/fetch-with-timeout.js';
import {jsonFrom} from '../client/json.js';
import {classifyResponse} from './classify-response.js';
import type {DeliveryOutcome} from './outcome.js';

/** Milliseconds that a first attempt may take, and a later one, when the connection is known to be slow. */
export const firstTimeoutMilliseconds = 15_000;
export const retryTimeoutMilliseconds = 30_000;

/** One attempt. `body` is the frozen text: every attempt sends the same. */
export interface SendRequest {
  address: URL;
  body: string;
  /** JSON when left out. */
  bodyType?: 'application/jose' | 'application/json';
  id: string;
  isAction: boolean;
  /** In milliseconds; `firstTimeoutMilliseconds` when left out. */
  timeoutMilliseconds?: number;
}

/** Sends once and says what became of it. Never throws: what nobody knows is `not-yet`. */
export async function sendRequest({address, body, bodyType = 'application/json', id, isAction, timeoutMilliseconds: patience = firstTimeoutMilliseconds}: SendRequest, signal?: AbortSignal): Promise<DeliveryOutcome> {
  const request: RequestInit = {
    method: 'POST',
    headers: {'Content-Type': bodyType, 'Idempotency-Key': id},
    body,
    cache: 'no-store',
    // A network's sign-in page redirects, and a browser would follow without the body.
    redirect: 'manual',
  };
  try {
    const {status, redirected, headers, text} = await fetchWithTimeout(address, request, patience, signal);
    learnTime(headers);
    if (redirected) return {kind: 'not-yet', reason: `${address.href} redirects, which is not followed`};
    return classifyResponse({status, value: jsonFrom(text), retryAfterHeader: headers.get('Retry-After')}, {id, isAction}, now());
  } catch (error) {
    return {kind: 'not-yet', reason: `${address.href} could not be reached: ${error instanceof Error ? error.message : String(error)}`};
  }
}
