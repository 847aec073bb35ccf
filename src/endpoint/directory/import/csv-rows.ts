import {parse, type Options} from 'csv-parse/sync';
import type {Line} from './file-lines.js';
import type {FoundRow} from './table.js';

/** What stands between quotation marks may go over several lines; where it goes over more, a mark is missing. */
const mostLines = 50;
const mostCharacters = 1024 * 1024;
const atATime = 500;

const strict: Options = {relax_column_count: true, record_delimiter: ['\n']};

/** Text that should be one row, with the lines that it is of. */
interface Candidate {
  text: string;
  lines: readonly Line[];
}

/**
 * The rows of a CSV file, read by csv-parse. Rows are cut before, so that one
 * with a mark too many or too few costs itself and not what follows: it is taken
 * for bad, and reading goes on in the line after the one in which it begins.
 *
 * `fits` says of the cells of a row over several lines whether they can be one.
 */
export async function* csvRows(lines: AsyncIterable<Line>, {delimiter, fits}: {delimiter: string; fits(cells: readonly string[]): boolean}): AsyncGenerator<FoundRow> {
  let open: Line[] = [];
  let inQuotes = false;
  let candidates: Candidate[] = [];
  let characters = 0;

  /** Takes one more line, and whatever must be read again because of it. */
  function* take(line: Line): Generator<FoundRow> {
    if (!inQuotes && line.text.trim() === '') return;
    open.push(line);
    inQuotes = staysOpen(line.text, inQuotes, delimiter);
    if (inQuotes && open.length < mostLines && length(open) < mostCharacters) return;
    const candidate: Candidate = {text: textOf(open), lines: open};
    const isClosed = !inQuotes;
    [open, inQuotes] = [[], false];
    if (candidate.lines.length === 1 && isClosed) {
      candidates.push(candidate);
      characters += line.text.length;
      if (candidates.length >= atATime || characters >= mostCharacters) yield* flush();
      return;
    }
    yield* flush();
    const cells = isClosed ? cellsOf(candidate.text, delimiter) : undefined;
    if (cells && fits(cells)) yield {cells, where: whereOf(candidate)};
    else yield* again(candidate);
  }

  function* again({lines: [first, ...others]}: Candidate): Generator<FoundRow> {
    yield {where: `line ${first!.number}`, fault: 'has a quotation mark without a second one'};
    for (const line of others) yield* take(line);
  }

  function* flush(): Generator<FoundRow> {
    const read = candidates;
    [candidates, characters] = [[], 0];
    yield* rowsOf(read, delimiter);
  }

  for await (const line of lines) yield* take(line);
  while (open.length > 0) {
    yield* flush();
    const left: Candidate = {text: '', lines: open};
    [open, inQuotes] = [[], false];
    yield* again(left);
  }
  yield* flush();
}

function rowsOf(candidates: readonly Candidate[], delimiter: string): FoundRow[] {
  if (candidates.length === 0) return [];
  const all = parsed(candidates.map(({text}) => text).join('\n'), {delimiter});
  if (all?.length === candidates.length) return all.map((cells, position) => ({cells, where: whereOf(candidates[position]!)}));
  return candidates.map((candidate) => {
    const cells = cellsOf(candidate.text, delimiter);
    return {where: whereOf(candidate), ...(cells ? {cells} : {fault: 'has a quotation mark where none can be'})};
  });
}

/** The cells of one row. A quotation mark in the middle of a cell is taken for what it is. */
export function cellsOf(text: string, delimiter: string): string[] | undefined {
  for (const relax_quotes of [false, true]) {
    const [cells, ...others] = parsed(text, {delimiter, relax_quotes}) ?? [];
    if (cells && others.length === 0) return cells;
  }
  return undefined;
}

function parsed(text: string, options: Options): string[][] | undefined {
  try {
    return parse(text, {...strict, ...options}) as unknown as string[][];
  } catch {
    return undefined;
  }
}

/** Whether a cell that is in quotation marks is still open at the end of the line. */
function staysOpen(line: string, open: boolean, delimiter: string): boolean {
  for (let at = 0; ; at += 1) {
    at = line.indexOf('"', at);
    if (at < 0) return open;
    if (!open) open = at === 0 || line[at - 1] === delimiter;
    else if (line[at + 1] === '"') at += 1;
    else open = false;
  }
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({text}) => text).join('\n');
}

function length(lines: readonly Line[]): number {
  return lines.reduce((sum, {text}) => sum + text.length, 0);
}

function whereOf({lines}: Candidate): string {
  return `line ${lines[0]!.number}`;
}
