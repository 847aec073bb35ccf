// What a spreadsheet takes for the start of a formula, also written in full width.
const formula = /[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;
// What may stand before it, and a semicolon, at which a program that was told of another separator starts a cell. Looked
// at run by run, and what follows once for each: looked for at every place, line breaks alone take the square of their number.
const runs = /[\s"';]+/g;
const separator = /[;\t\r\n]/g;

/** Says to a spreadsheet that UTF-8 follows. */
export const byteOrderMark = '\uFEFF';

// What a spreadsheet makes a number, a date or a time of, whether or not it stands in quotes: signs and digits alone,
// and among them the names of months and days, am and pm, and the e of 1e5.
const figures = /^(?:\P{L}|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?<=\d ?)[ap]m?|(?<=\d)e(?=[-+]?\d))(?!\p{L}))*$/iu;
// What it shows as it is written though it is one, or none: whole numbers that are not long, and CQC's ids.
const shownAsWritten = /^(?:0|[1-9]\d{0,10}|\d-\d{5,}(?:; \d-\d{5,})*)$/;

/**
 * One line of RFC 4180, every cell in quotes. No cell is a formula: an apostrophe
 * stands before what would begin one. None becomes another number or a date
 * (`01632960001`, `00123`, `1e5`, `2026-11`): a tab stands before it, which
 * spreadsheets keep as text and do not show.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${asText(harmless(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function asText(cell: string): string {
  return /\p{Nd}/u.test(cell) && !cell.startsWith("'") && figures.test(cell) && !shownAsWritten.test(cell) ? `\t${cell}` : cell;
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
