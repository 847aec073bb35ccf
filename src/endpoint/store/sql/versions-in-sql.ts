import type {Dialect} from './sql-client.js';

/**
 * The table `versions` for a question behind it: of what `first` finds, submissions under the name `s`, every
 * version that is proven to be of the same sender, before and after, as far as there is one that meets `condition`.
 */
export function versionsOf(first: string, condition: string, {correcting}: Dialect): string {
  return `WITH RECURSIVE versions (row, id, corrects) AS (
    SELECT s.row, s.id, s.corrects FROM ${first}
    UNION SELECT s.row, s.id, s.corrects FROM versions v ${correcting} WHERE ${condition}
  )`;
}
