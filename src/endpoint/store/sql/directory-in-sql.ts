import type {Dialect} from './sql-client.js';

export const currentRevision = '(SELECT revision FROM directory_revision)';

/** The condition that the row of `services` under this name is the one that counts now. */
export function serviceCounts(row: string, {inAnyCase}: Dialect): string {
  return `${row}.revision = (SELECT max(n.revision) FROM services n WHERE ${inAnyCase('n.id')} = ${inAnyCase(`${row}.id`)} AND n.revision <= ${currentRevision})`;
}

/** The same of a row of `ratings`, of which each source has one. */
export function ratingCounts(row: string, {inAnyCase}: Dialect): string {
  return `${row}.revision = (SELECT max(n.revision) FROM ratings n WHERE ${inAnyCase('n.id')} = ${inAnyCase(`${row}.id`)} AND n.source = ${row}.source AND n.revision <= ${currentRevision})`;
}

/** A text beside what `inAnyCase` makes of a column: there only A to Z have another case. */
export function plainCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
