import {regional} from './day-in-words.js';

/** `2026-03-27` as `27 March 2026`, `2026-03` as `March 2026`; anything else as it is. */
export function dateInWords(date: string, language: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year || !month) return date;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  // 30 February would become a day in March.
  if (moment.getUTCMonth() !== Number(month) - 1) return date;
  const format = new Intl.DateTimeFormat(regional(language), {...(day && {day: 'numeric'}), month: 'long', year: 'numeric', timeZone: 'UTC'});
  return format.format(moment);
}

/** A moment as somebody in England reads it on a clock. */
export function momentInWords(moment: string, language: string): string {
  const format = new Intl.DateTimeFormat(regional(language), {dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London'});
  return format.format(new Date(moment));
}
