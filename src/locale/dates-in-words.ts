import {regional} from './day-in-words.js';

/** `2026-03-27` as `27 March 2026`, `2026-03` as `March 2026`; anything else as it is, and so is everything where the engine has no words for days. */
export function dateInWords(date: string, language: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year || !month) return date;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  // 30 February would become a day in March.
  if (moment.getUTCMonth() !== Number(month) - 1) return date;
  try {
    return new Intl.DateTimeFormat(regional(language), {...(day && {day: 'numeric'}), month: 'long', year: 'numeric', timeZone: 'UTC'}).format(moment);
  } catch {
    return date;
  }
}

/** A moment as somebody in England reads it on a clock; with the time in UTC where the engine has no words for it. */
export function momentInWords(moment: string, language: string): string {
  try {
    return new Intl.DateTimeFormat(regional(language), {dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London'}).format(new Date(moment));
  } catch {
    return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;
  }
}
