import {readFileBytes} from './file-bytes.js';
import {cellsOf, csvRows} from './csv-rows.js';
import {FileFault} from './file-fault.js';
import type {RecordReading} from './json-records.js';
import {linesOf, type Line} from './file-lines.js';
import {headerFrom, headerWithin, namedRow, widthFault, type FoundNamedRow, type Header} from './table.js';

// Excel writes the last two where the machine's language has other habits.
const delimiters = [',', ';', '\t'];

/**
 * The rows of a CSV file of CQC's.
 *
 * @throws FileFault where it has no header that is known.
 */
export async function* csvTable(file: string, {read, foreign}: RecordReading): AsyncGenerator<FoundNamedRow> {
  const lines = linesOf(readFileBytes(file, read), foreign);
  const {header, delimiter, preface} = await headerOf(lines);
  for await (const found of csvRows(lines, {delimiter, fits: (cells) => widthFault(cells, header) === undefined})) {
    if ('fault' in found) {
      yield {form: header.form, ...found};
      continue;
    }
    const {where, cells} = found;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const fault = widthFault(cells, header);
    yield fault === undefined ? {form: header.form, where, row: namedRow(cells, header), preface} : {form: header.form, where, fault};
  }
}

async function headerOf(lines: AsyncGenerator<Line>): Promise<{header: Header; delimiter: string; preface: string}> {
  const before: string[] = [];
  while (before.length < headerWithin) {
    const {value: line, done} = await lines.next();
    if (done) break;
    for (const delimiter of delimiters) {
      const header = headerFrom(cellsOf(line.text, delimiter) ?? []);
      if (header) return {header, delimiter, preface: before.join('\n')};
    }
    before.push(line.text);
  }
  throw new FileFault(`has no header row of CQC’s care directory or latest ratings in its first ${headerWithin} lines`);
}
