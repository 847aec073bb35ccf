import {existsSync, readFileSync} from 'node:fs';

/** A small input that once broke us, as text; they lie beside the project. `undefined` where they are not there. */
export function sharedCase(name: string): string | undefined {
  const file = new URL(`../../../shared/cases/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What the title of a test ends with where its input is not there. */
export const leftOutWithout = (name: string, input: string | undefined) => (input === undefined ? ` (left out: ../shared/cases/${name} is not there)` : '');
