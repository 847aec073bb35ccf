/**
 * The day `months` after the last day of `month` (`YYYY-MM`), or the last day
 * of that later month where it is shorter: 2026-09 and 12 are 2027-09-30.
 */
export function monthsAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const day = Math.min(lastDay(year, number), lastDay(year, number + months));
  return new Date(Date.UTC(year, number - 1 + months, day)).toISOString().slice(0, 10);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
