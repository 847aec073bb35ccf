import {regional} from './day-in-words.js';

const dayLength = 86_400_000;

/**
 * How long before `today` a day was, as `5 years ago`: whole years, else whole
 * months, else days; nothing for a day that is still to come, or is none, and
 * nothing where there is no `Intl.RelativeTimeFormat`. Both are `YYYY-MM-DD`.
 */
export function ageInWords(day: string, today: string, language: string): string {
  const days = (Date.parse(today) - Date.parse(day)) / dayLength;
  if (!(days >= 0)) return '';
  const months = monthsIn(today) - monthsIn(day) - (today.slice(8) < day.slice(8) ? 1 : 0);
  const years = Math.floor(months / 12);
  try {
    // Only of days are there better words than a number: "last year" may be five weeks ago.
    if (months < 1) return new Intl.RelativeTimeFormat(regional(language), {numeric: 'auto'}).format(-days, 'day');
    return new Intl.RelativeTimeFormat(regional(language)).format(-(years || months), years ? 'year' : 'month');
  } catch {
    // The day itself stands beside it.
    return '';
  }
}

function monthsIn(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
