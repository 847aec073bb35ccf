// @ts-check
import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';

/**
 * Gives an element copies of its own of the small things that others are made of
 * too: it would have to wait for a file of the other's, or for one more file of
 * what both need. Only what every element has stands in a file for all.
 * @param {string[]} definitions the files that define the tags of such elements
 * @param {string[]} shared how the paths begin of what every element has
 * @param {string} folder of our source; nothing else is copied
 * @returns {import('vite').Plugin}
 */
export function ownCopies(definitions, shared, folder) {
  const marks = Object.fromEntries(definitions.map((definition) => [definition, `?${basename(definition, '.ts')}`]));
  /** @type {(importer: string) => string | undefined} */
  const markOf = (importer) => marks[importer] ?? Object.values(marks).find((mark) => importer.endsWith(mark));
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(id, importer) {
      const mark = importer && markOf(importer);
      if (!mark) return null;
      const found = await this.resolve(id, importer.replace(mark, ''), {skipSelf: true});
      const isCopied = found?.id.startsWith(folder) && !shared.some((start) => found.id.startsWith(start));
      return found && isCopied ? {...found, id: found.id + mark} : found;
    },
    async load(id) {
      const mark = Object.values(marks).find((each) => id.endsWith(each));
      return mark ? {code: await readFile(id.slice(0, -mark.length), 'utf8'), moduleType: 'ts'} : null;
    },
  };
}
