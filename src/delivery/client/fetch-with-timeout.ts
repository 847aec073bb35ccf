import {cleanFetch} from './clean-built-ins.js';

/** What came back, read to its end. */
export interface CompleteResponse {
  status: number;
  /** Whether the answer was a redirect, which nothing of ours follows. */
  redirected: boolean;
  headers: Headers;
  text: string;
}

/** The endpoint did not finish its answer in time. */
export class RequestTimeoutError extends Error {
  override get name(): string {
    return 'TookTooLong';
  }
}

/**
 * Fetches and reads the whole body within `milliseconds`; a body left unread
 * would hold its connection, and one that never ends would hold it for ever.
 *
 * Nothing of the page goes along: no cookies, and no address of the page.
 *
 * @throws TookTooLong, what `signal` was aborted with, or the browser's own TypeError.
 */
export async function fetchWithTimeout(address: URL, options: RequestInit, milliseconds: number, signal?: AbortSignal): Promise<CompleteResponse> {
  signal?.throwIfAborted();
  // Not `AbortSignal.any`: phones that are a few years old lack it.
  const stop = new AbortController();
  const pass = () => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(new RequestTimeoutError(`no whole answer in ${milliseconds / 1000} seconds`)), milliseconds);
  signal?.addEventListener('abort', pass, {once: true});
  try {
    const response = await cleanFetch(address, {...options, credentials: 'omit', referrerPolicy: 'no-referrer', signal: stop.signal});
    const {status, type, headers} = response;
    const text = await response.text();
    return {status, headers, text, redirected: type === 'opaqueredirect' || (status >= 300 && status < 400)};
  } catch (error) {
    // Some browsers reject with an error of their own where the signal has a reason.
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  }
}
