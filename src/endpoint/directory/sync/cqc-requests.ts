import {setTimeout as after} from 'node:timers/promises';
import {retryAfterSeconds} from '../../../contract/retry-after.js';
import {ApiFault, Stopped} from './api-fault.js';
import type {CqcAccess} from './cqc-access.js';

/** What CQC's API says to one request: JSON, that it knows no such thing, or that it refuses this one. */
export type CqcAnswer = {json: unknown; date: Date | undefined} | {none: 'gone'} | {none: 'refused'; status: number};

/** How long to wait, in milliseconds; tests have less time than CQC. */
export interface Patience {
  /** The longest first wait; each further one may be twice as long. */
  first: number;
  longest: number;
  /** For one answer, from its beginning to its end. */
  answer: number;
  tries: number;
}

export const usualPatience: Patience = {first: 1000, longest: 60_000, answer: 60_000, tries: 8};

const longestAnswer = 64 * 1024 * 1024;
// Whoever is asked to come back so much later does better to run again then.
const longestPause = 60 * 60_000;
// Being asked to wait is no failure, but it must end.
const mostPauses = 100;

/** `pause` is in milliseconds. */
type Tried = {answer: CqcAnswer} | {pause: number} | {failed: string};

/**
 * Asks CQC's API, again where that may help: at 429 as long after as it says, for all
 * requests; at 5xx, a lost network or something that is no JSON with a wait that grows and
 * has chance in it, so that not all come back at once.
 *
 * The key goes to `base` alone: no redirect is followed. Rejects with `ApiFault` where
 * nothing helps, and with `Stopped` once `signal` says so.
 */
export function createCqcRequests({base, key}: CqcAccess, {signal, patience = usualPatience}: {signal: AbortSignal; patience?: Patience}) {
  const headers = {Accept: 'application/json', 'Ocp-Apim-Subscription-Key': key, 'User-Agent': `care-elements/${__VERSION__}`};
  let quietUntil = 0;

  async function sleep(milliseconds: number): Promise<void> {
    await after(milliseconds, undefined, {signal}).catch(() => {
      throw new Stopped();
    });
  }

  async function once(path: string): Promise<Tried> {
    try {
      const response = await fetch(base + path, {headers, redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(patience.answer)])});
      return await judged(response);
    } catch (error) {
      if (error instanceof ApiFault) throw error;
      if (signal.aborted) throw new Stopped();
      return {failed: 'it cannot be reached, or its answers break off'};
    }
  }

  async function judged(response: Response): Promise<Tried> {
    const {status} = response;
    if (status === 200) return read(response);
    await response.body?.cancel();
    if (status === 401 || status === 403) throw new ApiFault(`CQC’s API does not take the key in CARE_CQC_KEY (it answers ${status}).\nCompare it with the one at https://api-portal.service.cqc.org.uk.`);
    if (status >= 300 && status < 400) throw new ApiFault(`CQC’s API has moved (it answers ${status}). The key is sent nowhere else: set CARE_CQC_API to its new address.`);
    if (status === 404 || status === 410) return {answer: {none: 'gone'}};
    const seconds = retryAfterSeconds(response.headers.get('Retry-After'), Date.now(), timeOf);
    if ((status === 429 || status === 503) && seconds !== undefined) return {pause: seconds * 1000};
    if (status === 408 || status === 425 || status === 429 || status >= 500) return {failed: `it answers ${status}`};
    return {answer: {none: 'refused', status}};
  }

  return async function ask(path: string): Promise<CqcAnswer> {
    for (let [tries, pauses] = [0, 0]; ; ) {
      // Waited again: another request may have been told to wait longer meanwhile.
      while (quietUntil > Date.now()) await sleep(quietUntil - Date.now());
      if (signal.aborted) throw new Stopped();
      const tried = await once(path);
      if ('answer' in tried) return tried.answer;
      if ('pause' in tried) {
        pauses += 1;
        if (tried.pause > longestPause || pauses > mostPauses) throw new ApiFault(`CQC’s API asks to be left alone until ${new Date(Date.now() + tried.pause).toISOString()}.`);
        // A date has whole seconds, and half a second too early is told to wait again.
        quietUntil = Math.max(quietUntil, Date.now() + tried.pause + Math.random() * patience.first);
        continue;
      }
      tries += 1;
      if (tries >= patience.tries) throw new ApiFault(`CQC’s API does not answer as it should: ${tried.failed}. It was asked ${tries} times.`);
      await sleep(Math.random() * Math.min(patience.longest, patience.first * 2 ** tries));
    }
  };
}

// Date.parse takes many a number for a year.
function timeOf(date: string): number | undefined {
  const time = /[a-z]/i.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

async function read(response: Response): Promise<Tried> {
  const date = new Date(response.headers.get('Date') ?? Number.NaN);
  const text = await textOf(response);
  try {
    return {answer: {json: JSON.parse(text), date: Number.isNaN(date.getTime()) ? undefined : date}};
  } catch {
    return {failed: 'it answers with something that is not JSON'};
  }
}

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > longestAnswer) throw new ApiFault('CQC’s API answers with more than any record or list can hold.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
