import {InvalidResponseError} from './invalid-response-error.js';

/** Milliseconds that an answer may take in all. */
const patience = 30_000;

/**
 * JSON that an element only shows, so that it may come from anywhere and be
 * waited for. Less code than `getJson`, which a form needs anyway: a badge is
 * to be small.
 *
 * @throws InvalidResponseError, what the browser says of an answer that is none, or what `signal` was aborted with
 */
export async function readJsonResponse(address: URL, signal?: AbortSignal): Promise<{value: unknown; headers: Headers}> {
  // The query may hold a key, so it stays out of every message.
  const asked = `${address.origin}${address.pathname}`;
  const read = async () => {
    // Nothing of the page goes along: no cookies, and no address of the page.
    const response = await fetch(address, {credentials: 'omit', referrerPolicy: 'no-referrer', signal});
    if (!response.ok) throw new InvalidResponseError(`${asked} answered ${response.status}.`);
    return {value: await response.json() as unknown, headers: response.headers};
  };
  return Promise.race([read(), new Promise<never>((_, refuse) => setTimeout(refuse, patience, new InvalidResponseError(`${asked} did not answer in time.`)))]);
}
