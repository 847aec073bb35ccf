import {isService, receiverFault} from '../../contract/guards.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Service} from '../../contract/service.js';
import {below} from './endpoint-addresses.js';
import {learnTime} from './clock.js';
import {fetchWithTimeout} from './fetch-with-timeout.js';
import {jsonFrom} from './json.js';
import {InvalidResponseError} from './invalid-response-error.js';

/** Milliseconds that a question to the endpoint may take in all. */
const patience = 30_000;

/** What came back. */
interface Answer {
  status: number;
  headers: Headers;
  value: unknown;
}

/**
 * Who receives the feedback.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchReceiver(address: URL, signal?: AbortSignal): Promise<Receiver> {
  const {value, headers} = await getJson(address, signal);
  learnTime(headers);
  const fault = receiverFault(value);
  if (fault) throw new InvalidResponseError(`${address.href} does not say who receives the feedback: ${fault}.`);
  return value as Receiver;
}

/**
 * One service, or `undefined` when the endpoint does not know it.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchService(endpoint: URL, id: string, signal?: AbortSignal): Promise<Service | undefined> {
  const address = below(endpoint, `v1/services/${encodeURIComponent(id)}`);
  const {status, value} = await getJson(address, signal, {alsoFine: [404]});
  if (status === 404) return undefined;
  if (!isService(value)) throw new InvalidResponseError(`${address.href} did not answer with a service.`);
  return value;
}

/** How a question is asked, where it is not like the others. */
interface Asking {
  /** Statuses that are an answer too, without a value. */
  alsoFine?: readonly number[];
  cache?: RequestCache;
}

/** Asks for JSON. */
export async function getJson(address: URL, signal: AbortSignal | undefined, {alsoFine = [], cache = 'default'}: Asking = {}): Promise<Answer> {
  // The query may hold what somebody typed, so it stays out of every message.
  const asked = `${address.origin}${address.pathname}`;
  const {status, headers, text} = await fetchWithTimeout(address, {headers: {Accept: 'application/json'}, cache}, patience, signal).catch((error: unknown) => {
    if (signal?.aborted) throw signal.reason;
    throw new InvalidResponseError(`${asked} could not be reached: ${error instanceof Error ? error.message : String(error)}.`);
  });
  if (alsoFine.includes(status)) return {status, headers, value: undefined};
  if (status < 200 || status > 299) throw new InvalidResponseError(`${asked} answered ${status}.`);
  const value = jsonFrom(text);
  if (value === undefined) throw new InvalidResponseError(`${asked} answered with ${text.trimStart().startsWith('<') ? 'a page' : 'something else'} instead of JSON.`);
  return {status, headers, value};
}
