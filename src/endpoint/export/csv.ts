// What a spreadsheet takes for the start of a formula, also written in full width, with what may stand before it.
const formula = /(?=[\s"']*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/;
const atStart = new RegExp(`^${formula.source}`);
// A program that was told of another separator starts a cell there.
const behindSeparator = new RegExp(`[;\\t\\r\\n]${formula.source}`, 'g');

/** Says to a spreadsheet that UTF-8 follows. */
export const byteOrderMark = '\uFEFF';

/** One line of RFC 4180, every cell in quotes. No cell is a formula: an apostrophe stands before what would begin one. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** Text in which no spreadsheet finds a formula to run. */
export function harmless(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(behindSeparator, "$&'").replace(atStart, "'");
}
