let format: Intl.DateTimeFormat | undefined;

/**
 * The day it is in the United Kingdom, `YYYY-MM-DD`. Put together from its
 * parts: how a locale writes a whole date changes from engine to engine (for
 * `en-CA` it is no ISO date with ICU 72).
 */
export function londonDay(now: Date): string {
  try {
    // Made once: the endpoint asks for the day of each row and each request.
    format ??= new Intl.DateTimeFormat('en', {timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit'});
    const {year, month, day} = Object.fromEntries(format.formatToParts(now).map(({type, value}) => [type, value]));
    return `${year}-${month}-${day}`;
  } catch {
    // Without time zones it is the day in UTC, in summer for an hour the day before.
    return now.toISOString().slice(0, 10);
  }
}

const hour = 60 * 60 * 1000;

/** The moment at which a day begins there, in summer an hour before it does in UTC. */
export function londonMidnight(day: string): Date {
  const inSummer = new Date(Date.parse(`${day}T00:00:00Z`) - hour);
  return londonDay(inSummer) === day ? inSummer : new Date(inSummer.getTime() + hour);
}

/** The day after, `YYYY-MM-DD`. */
export function nextDay(day: string): string {
  return daysAfter(day, 1);
}

/** So many days later, `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}
