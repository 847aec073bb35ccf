import type {ImportCounts} from '../../store/directory-import.js';

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

/** The totals for people: a line of the services, then one of the ratings. */
export function totalsInWords({services, ratings}: Totals): string {
  return `${line(services)}\nratings: ${line(ratings)}`;
}

function line({added, changed, unchanged, skipped}: Counts): string {
  return `${added} added, ${changed} changed, ${unchanged} unchanged, ${skipped} skipped`;
}

/** What is told of a rating with a day of publication that has not come. */
export function publishedOn(day: string): string {
  return `says that it was published on ${day}, which is yet to come; imported as it stands`;
}

/** 55,000 */
export function inFigures(count: number): string {
  return count.toLocaleString('en-GB');
}
