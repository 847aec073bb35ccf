import type {ImportCounts} from '../store/directory-import.js';

/** What became of the services, or of the ratings, of an import. Those under `skipped` were none. */
export interface Counts extends ImportCounts {
  skipped: number;
}

export interface Totals {
  services: Counts;
  ratings: Counts;
}

export function noCounts(): Totals {
  const none = () => ({added: 0, changed: 0, unchanged: 0, skipped: 0});
  return {services: none(), ratings: none()};
}

/** The totals for people, a line for each. */
export function inWords({services, ratings}: Totals): string {
  return [['services', services], ['ratings', ratings]].map(([name, counts]) => `${name as string}: ${line(counts as Counts)}`).join('\n');
}

function line(counts: Counts): string {
  return (['added', 'changed', 'unchanged', 'skipped'] as const).map((key) => `${inFigures(counts[key])} ${key}`).join(', ');
}

/** 55,000 */
export function inFigures(count: number): string {
  return count.toLocaleString('en-GB');
}
