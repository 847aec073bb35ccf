import {existsSync, readFileSync} from 'node:fs';

// The notes lie beside the project, not in it.
const file = new URL('../../../../shared/domain.md', import.meta.url);

/** Whether the notes that the directory is written from are there. */
export const notesAreThere = existsSync(file);

/** What the title of a suite ends with when it is left out. */
export const notesNote = notesAreThere ? '' : ' (left out: ../shared/domain.md is not there)';

/** All of the notes. */
export function notes(): string {
  return readFileSync(file, 'utf8');
}

/** The rows of the table of who can help, cell by cell: who, when, contact, hours, limits, source. */
export function rows(): string[][] {
  const table = /### 5\.2[\s\S]*?(?=\n### 5\.3)/.exec(notes())?.[0] ?? '';
  return table.split('\n').filter((line) => line.startsWith('| ')).slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** Numbers of ten digits and more in a text, without their spaces. */
export function longNumbers(text: string): string[] {
  return (text.match(/\b0\d(?: ?\d){8,9}\b/g) ?? []).map(digits);
}

export const digits = (text: string): string => text.replace(/\D/g, '');
