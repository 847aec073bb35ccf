// @ts-check
import {basename} from 'node:path';

/** @typedef {{getModuleInfo(id: string): {importedIds: readonly string[]} | null}} Modules */

/**
 * Puts all that an element needs at first into one file. Cut wherever two later
 * parts happen to share something, it came as five, which do not compress
 * together. What several elements need stands in a file of its own.
 * @param {string[]} definitions the files that define a tag
 * @returns {(id: string, modules: Modules) => string | null}
 */
export function firstChunks(definitions) {
  return (id, modules) => {
    const elements = definitions.filter((definition) => neededAtOnce(definition, modules).has(id));
    return elements[1] ? 'shared' : elements[0] ? basename(elements[0], '.ts') : null;
  };
}

/**
 * @param {string} start
 * @param {Modules} modules
 */
function neededAtOnce(start, modules) {
  const found = new Set([start]);
  for (const each of found) for (const next of modules.getModuleInfo(each)?.importedIds ?? []) found.add(next);
  return found;
}
