/** Why a date cannot be taken. */
export type DateFault = 'not-a-date' | 'too-late';

/** The last day that is taken, `YYYY-MM-DD`: tomorrow at `now` in UTC, since a visitor may be a time zone ahead. */
export function latestDateAt(now: Date): string {
  return new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The three boxes of an approximate date, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/**
 * What is wrong with `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or `undefined`.
 *
 * @param latest the last day that is taken, `YYYY-MM-DD`: tomorrow, since a
 *   visitor's clock may be a time zone ahead.
 */
export function dateFault(text: string, latest: string): DateFault | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!year || Number(year) < 1900) return 'not-a-date';
  if (month && !isDay(Number(year), Number(month), Number(day ?? '1'))) return 'not-a-date';
  return text > latest.slice(0, text.length) ? 'too-late' : undefined;
}

/**
 * The date in the boxes as text. What is missing or wrong stays visible in the
 * text (`2026--05`), so that a check can refuse it and the boxes can show it again.
 */
export function dateFromParts({day, month, year}: DateParts): string {
  const [y, m, d] = [year.trim(), padded(month.trim()), padded(day.trim())];
  if (d) return `${y}-${m}-${d}`;
  return m ? `${y}-${m}` : y;
}

/** The boxes for a date made by `dateFromParts`; empty for a word such as `ongoing`. */
export function partsOfDate(text: string): DateParts {
  if (/^[a-z]/.test(text)) return {day: '', month: '', year: ''};
  const [year = '', month = '', ...day] = text.split('-');
  return {day: day.join('-'), month, year};
}

function padded(digits: string): string {
  return /^\d$/.test(digits) ? `0${digits}` : digits;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
