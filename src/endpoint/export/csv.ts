// What a spreadsheet takes for the start of a formula, also written in full width.
const formula = /[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;
// What may stand before it, and a semicolon, at which a program that was told of another separator starts a cell. Looked
// at run by run, and what follows once for each: looked for at every place, line breaks alone take the square of their number.
const runs = /[\s"';]+/g;
const separator = /[;\t\r\n]/g;

/** Says to a spreadsheet that UTF-8 follows. */
export const byteOrderMark = '\uFEFF';

/** One line of RFC 4180, every cell in quotes. No cell is a formula: an apostrophe stands before what would begin one. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** Text in which no spreadsheet finds a formula to run; in time that grows as its length does. */
export function harmless(text: string): string {
  const readable = text.replaceAll('\u0000', '\uFFFD');
  const marked = readable.replace(runs, (run, at: number) => (formula.test(readable.charAt(at + run.length)) ? beforeFormula(run) : run));
  const [leading = ''] = /^[\s"']*/.exec(readable) ?? [];
  return formula.test(readable.charAt(leading.length)) ? `'${marked}` : marked;
}

/** An apostrophe behind each separator that nothing but blanks and quotation marks part from the formula. */
function beforeFormula(run: string): string {
  const last = Math.max(0, run.lastIndexOf(';'));
  return run.slice(0, last) + run.slice(last).replace(separator, "$&'");
}
