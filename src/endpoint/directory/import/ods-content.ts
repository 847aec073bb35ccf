import {SaxesParser, type SaxesTagPlain} from 'saxes';
import {FileFault} from './file-fault.js';

/** A row of a sheet: which sheet, which row of it, from 1, and what its cells say. */
export interface SheetRow {
  sheet: string;
  number: number;
  cells: string[];
}

// No table of CQC's is as wide; a spreadsheet may repeat an empty cell to its 16,384th column.
const widest = 500;
// Content that fits no cell is there to fill the memory.
const longestPart = 16 * 1024 * 1024;
const deepest = 100;

/**
 * Reads the rows out of a spreadsheet's content, piece by piece. A row that is
 * repeated is given once: it says nothing new, and blank ones are repeated a million times.
 *
 * Its own entities are refused with the document type that defines them.
 */
export function createContentReader(): {take(text: string): SheetRow[]; end(): void} {
  const parser = new SaxesParser<{position: false; xmlns: false}>({position: false, xmlns: false});
  let rows: SheetRow[] = [];
  let [sheet, number] = ['', 1];
  let row: {cells: string[]; repeated: number} | undefined;
  let cell: {text: string[]; size: number; value: string | undefined; repeated: number} | undefined;
  let unseen = 0;
  // Names of the elements that are open, without prefix.
  const open: string[] = [];
  /** How many comments are open: what stands in one is not what the cell says. */
  let comments = 0;

  parser.on('error', () => {
    throw new FileFault('is no ODS file: its content is not well-formed XML');
  });
  parser.on('doctype', () => {
    throw new FileFault('is no ODS file as spreadsheets write it: it has a document type');
  });
  parser.on('opentag', (tag) => {
    unseen = 0;
    const name = local(tag.name);
    open.push(name);
    if (open.length > deepest) throw new FileFault('is no ODS file as spreadsheets write it: its content is nested too deep');
    if (name === 'table') [sheet, number] = [attribute(tag, 'name') ?? '', 1];
    else if (name === 'table-row') row = {cells: [], repeated: times(tag, 'number-rows-repeated')};
    else if (name === 'table-cell' || name === 'covered-table-cell') cell = {text: [], size: 0, value: valueOf(tag), repeated: times(tag, 'number-columns-repeated')};
    else if (name === 'annotation') comments += 1;
    else if (cell && comments === 0) say(textFor(name, tag, cell.text.length > 0));
  });
  parser.on('text', (text) => {
    unseen = 0;
    if (cell && comments === 0 && open.includes('p')) say([text]);
  });
  parser.on('closetag', () => {
    unseen = 0;
    const name = open.pop();
    if (name === 'annotation') comments -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') closeCell();
    else if (name === 'table-row') closeRow();
  });

  function say(texts: readonly string[]): void {
    for (const text of texts) {
      cell!.text.push(text);
      cell!.size += text.length;
    }
    if (cell!.size > longestPart) throw new FileFault('is no ODS file as spreadsheets write it: a cell is too long');
  }

  function closeCell(): void {
    if (!cell || !row) return;
    const said = cell.value ?? cell.text.join('');
    const copies = Math.min(cell.repeated, widest - row.cells.length);
    for (let copy = 0; copy < copies; copy += 1) row.cells.push(said);
    cell = undefined;
  }

  function closeRow(): void {
    if (!row) return;
    const {cells, repeated} = row;
    if (cells.some((each) => each.trim() !== '')) rows.push({sheet, number, cells});
    number += repeated;
    row = undefined;
  }

  return {
    take(text) {
      unseen += text.length;
      if (unseen > longestPart) throw new FileFault('is no ODS file as spreadsheets write it: a cell is too long');
      parser.write(text);
      const read = rows;
      rows = [];
      return read;
    },
    end: () => void parser.close(),
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attribute({attributes}: SaxesTagPlain, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(name) && local(key) === name) return attributes[key];
  return undefined;
}

function times(tag: SaxesTagPlain, name: string): number {
  const count = Number(attribute(tag, name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

/** A date is taken from its value, since the sheet may show it in any way. */
function valueOf(tag: SaxesTagPlain): string | undefined {
  return attribute(tag, 'value-type') === 'date' ? attribute(tag, 'date-value') : attribute(tag, 'string-value');
}

/** What elements inside a cell stand for: white space that XML would not keep. */
function textFor(name: string, tag: SaxesTagPlain, hasText: boolean): string[] {
  if (name === 's') return [' '.repeat(Math.min(times(tag, 'c'), widest))];
  if (name === 'tab') return ['\t'];
  if (name === 'line-break') return ['\n'];
  return name === 'p' && hasText ? ['\n'] : [];
}
