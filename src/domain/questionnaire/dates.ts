/** Why a date cannot be taken. */
export type DateFault = 'not-a-date' | 'too-late';

/** The last day that is taken, `YYYY-MM-DD`: tomorrow at `now` in UTC, since a visitor may be a time zone ahead. */
export function latestDateAt(now: Date): string {
  return new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
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

// Not by `Date`, which pages replace.
function isDay(year: number, month: number, day: number): boolean {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
