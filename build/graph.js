// @ts-check
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** @typedef {{source?: string, imports: string[], dynamicImports: string[]}} Part */

/**
 * Every file that must have come before `file` can run, itself included.
 * @param {Record<string, {imports: string[]}>} files
 * @param {string} file
 * @returns {string[]}
 */
export function staticGraph(files, file) {
  const found = new Set([file]);
  for (const each of found) for (const next of files[each]?.imports ?? []) found.add(next);
  return [...found];
}

/**
 * Everything that `file` may ever load, itself included.
 * @param {Record<string, Part>} files
 * @param {string} file
 * @returns {string[]}
 */
export function wholeGraph(files, file) {
  const found = new Set([file]);
  for (const each of found) for (const next of [...(files[each]?.imports ?? []), ...(files[each]?.dynamicImports ?? [])]) found.add(next);
  return [...found];
}

/**
 * What each file of the browser build needs at once and what it may load later, by its path in `folder`, as Vite's own
 * manifest has it. A file that holds all that an element needs at first comes of no single source; its name is the tag's.
 * @param {string} folder
 * @returns {Record<string, Part>}
 */
export function filesOf(folder) {
  /** @type {import('vite').Manifest} */
  const chunks = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const paths = (/** @type {string[] | undefined} */ keys) => (keys ?? []).flatMap((key) => chunks[key]?.file ?? []);
  return Object.fromEntries(Object.values(chunks).map(({file, src, name, imports, dynamicImports}) => [file, {source: src ?? definitionOf(name), imports: paths(imports), dynamicImports: paths(dynamicImports)}]));
}

/** @param {string} [name] */
function definitionOf(name) {
  const path = `src/define/${name}.ts`;
  return existsSync(new URL(`../${path}`, import.meta.url)) ? path : undefined;
}
