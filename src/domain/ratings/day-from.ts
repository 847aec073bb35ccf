import {isDay} from '../../contract/days.js';

// Where there is no date some systems write that of their own beginning: 0001-01-01, 1900-01-01.
const earliest = '1948-01-01';

/** The day of a date as CQC writes it, `2024-03-01`, `2024-03-01 09:30:00` or `01/03/2024`, as `YYYY-MM-DD`; `undefined` where it is none. */
export function dayFrom(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [date = ''] = value.trim().split(/[T\s]/, 1);
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date) ?? [];
  const iso = year === undefined ? date : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isDay(iso) && iso >= earliest ? iso : undefined;
}
