import {columnKey} from '../../../domain/ratings/column-key.js';
import {visibleText} from '../../../domain/ratings/visible-text.js';

/** A row of a table as it stands in a file, and where, in words; or why it is none. */
export type FoundRow = {where: string; cells: string[]} | {where: string; fault: string};

/** What the rows of a table are: services, or one rating each of a location or a provider. */
export type TableForm = 'directory' | 'location-ratings' | 'provider-ratings';

/** The row that says what stands in which column. */
export interface Header {
  form: TableForm;
  columns: readonly string[];
}

/** A row by the keys of its columns. What is empty, or `-`, is the empty text. */
export interface NamedRow {
  form: TableForm;
  where: string;
  row: Readonly<Record<string, string>>;
  /** What stands before the header, in which CQC says when it made the file. */
  preface: string;
}

export type FoundNamedRow = NamedRow | {form: TableForm; where: string; fault: string};

/** Within so many lines or rows there is the header, or it isn't a table of CQC's. */
export const headerWithin = 20;

// Columns that were named otherwise in another year.
const otherNames: Readonly<Record<string, string>> = {
  cqclocationforofficeuseonly: 'cqclocationidforofficeuseonly',
  keyquestion: 'domain',
};

/** The header that these cells are, or `undefined` where they are none. */
export function headerFrom(cells: readonly string[]): Header | undefined {
  const columns = cells.map(columnKey).map((key) => (Object.hasOwn(otherNames, key) ? otherNames[key]! : key));
  const has = (...names: string[]) => names.every((name) => columns.includes(name));
  if (has('name', 'cqclocationidforofficeuseonly')) return {form: 'directory', columns};
  if (!has('servicepopulationgroup', 'domain', 'latestrating')) return undefined;
  if (has('locationid', 'locationname')) return {form: 'location-ratings', columns};
  return has('providerid', 'providername') ? {form: 'provider-ratings', columns} : undefined;
}

/** Why these cells are no row of the table; `undefined` where they are one. */
export function widthFault(cells: readonly string[], {columns}: Header): string | undefined {
  // With a column too many or too few every later one says what another should.
  const filled = cells.length - [...cells].reverse().findIndex((cell) => cell.trim() !== '');
  return cells.length < columns.length || filled > columns.length ? `has ${cells.length} columns where the header has ${columns.length}` : undefined;
}

/** The cells by the keys of their columns; of two columns of one key the first counts. */
export function namedRow(cells: readonly string[], {columns}: Header): Record<string, string> {
  const row: Record<string, string> = {};
  for (let position = columns.length - 1; position >= 0; position -= 1) row[columns[position]!] = said(cells[position]);
  return row;
}

function said(cell = ''): string {
  const text = visibleText(cell).trim();
  return text === '-' ? '' : text;
}
