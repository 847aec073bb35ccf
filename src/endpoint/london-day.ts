import {londonDay} from '../locale/london-day.js';

// By it time limits are counted.
export {londonDay};

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
