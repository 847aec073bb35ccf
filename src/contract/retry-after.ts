/**
 * How many seconds a server asks to be left alone by its `Retry-After`, in
 * either form that RFC 9110 §10.2.3 gives it: a number of seconds, or a date.
 * `undefined` where the header says nothing that can be used; 0 for a date that is past.
 *
 * @param now in milliseconds since 1970.
 * @param timeOf reads a date as HTTP writes it: milliseconds since 1970, or `undefined` where it is none.
 */
export function retryAfterSeconds(header: string | null | undefined, now: number, timeOf: (date: string) => number | undefined): number | undefined {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil(((timeOf(text) ?? NaN) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
