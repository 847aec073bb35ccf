/**
 * The day it is in the United Kingdom, `YYYY-MM-DD`. Put together from its
 * parts: how a locale writes a whole date changes from engine to engine (for
 * `en-CA` it is no ISO date with ICU 72).
 */
export function londonDay(now: Date): string {
  try {
    const format = new Intl.DateTimeFormat('en', {timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit'});
    const parts = new Map(format.formatToParts(now).map(({type, value}) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  } catch {
    // Without time zones it is the day in UTC, in summer for an hour the day before.
    return now.toISOString().slice(0, 10);
  }
}
