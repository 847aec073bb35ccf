import {timeOf} from './clock.js';

const day = 24 * 60 * 60;

/**
 * How many seconds an endpoint asks to wait, from its header in either form: a
 * number of seconds, or a date, which `now` (milliseconds) is taken from. At
 * most a day, so that a slip of the endpoint's clock parks nothing for ever;
 * `undefined` where the header says nothing that can be used.
 */
export function retryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil(((timeOf(text) ?? NaN) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(day, Math.max(0, seconds));
}
