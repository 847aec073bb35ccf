import {ratingFromRows, rowFault} from '../../../domain/ratings/rating-from-rows.js';
import type {FoundRows} from './found-rows.js';
import {foundBesideRating, foundInDirectory} from './found-in-row.js';
import type {FoundNamedRow, NamedRow, TableForm} from './table.js';

const source = 'Care Quality Commission, latest ratings';

// The rows of a location stand together; of one that has more than these, parts are
// put together by the store. What counts for a provider shows only in all of its rows,
// wherever they stand, and CQC's file of all providers has some eight thousand.
const mostOfLocation = 2000;
const mostOfProviders = 20_000;

interface Group {
  form: Exclude<TableForm, 'directory'>;
  rows: NamedRow[];
}

/** What the rows of a table say, each service of a list of ratings once for all rows of it that stand together. */
export async function* foundInTable(table: AsyncIterable<FoundNamedRow>, asOf: (preface: string) => string): AsyncGenerator<FoundRows> {
  const groups = createGroups();
  for await (const found of table) {
    if ('fault' in found) {
      yield {of: found.form === 'directory' ? 'services' : 'ratings', where: found.where, fault: found.fault};
    } else if (found.form === 'directory') {
      yield foundInDirectory(found.row, found.where, {asOf: asOf(found.preface)});
    } else {
      const fault = rowFault(found.row);
      if (fault !== undefined) yield {of: 'ratings', where: found.where, fault};
      else for (const group of groups.take({...found, form: found.form})) yield* foundInGroup(group, asOf(found.preface));
    }
  }
  for (const group of groups.end()) yield* foundInGroup(group, asOf(group.rows[0]!.preface));
}

function* foundInGroup({form, rows}: Group, asOf: string): Generator<FoundRows> {
  const [{row, where}] = rows as [NamedRow];
  const level = form === 'location-ratings' ? 'location' : 'provider';
  yield foundBesideRating(row, level, where, {asOf});
  const rated = ratingFromRows(rows.map((each) => each.row), {asOf, source, level});
  yield 'fault' in rated ? {of: 'ratings', where, fault: rated.fault} : {rating: {rating: rated.rating, source: 'latest-ratings'}};
}

/** Rows of one service together. */
function createGroups() {
  let groups = new Map<string, Group>();
  let form: Group['form'] | undefined;
  let rows = 0;

  function* end(): Generator<Group> {
    yield* groups.values();
    groups = new Map();
    rows = 0;
  }

  return {
    *take(row: NamedRow & Pick<Group, 'form'>): Generator<Group> {
      const id = row.row[row.form === 'location-ratings' ? 'locationid' : 'providerid']!;
      const isFull = row.form === 'location-ratings' ? !groups.has(id) || rows >= mostOfLocation : rows >= mostOfProviders;
      if (row.form !== form || isFull) yield* end();
      form = row.form;
      const group = groups.get(id) ?? {form, rows: []};
      groups.set(id, group);
      group.rows.push(row);
      rows += 1;
    },
    end,
  };
}
