const day = 24 * 60 * 60;

// Engines read dates into almost any text: "wait 5" is May 2001 to one of them.
const date = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How many seconds an endpoint asks to wait, from its header in either form: a
 * number of seconds, or a date, which `now` (milliseconds) is taken from. At
 * most a day, so that a slip of the endpoint's clock parks nothing for ever;
 * `undefined` where the header says nothing that can be used.
 */
export function retryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : date.test(text) ? Math.ceil((Date.parse(text) - now) / 1000) : NaN;
  return Number.isNaN(seconds) ? undefined : Math.min(day, Math.max(0, seconds));
}
