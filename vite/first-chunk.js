// @ts-check
import {basename} from 'node:path';

/** @typedef {{getModuleInfo(id: string): {importedIds: readonly string[]} | null}} Modules */

/**
 * Puts all that an element needs at first into one file. Cut wherever two later
 * parts happen to share something, it came as five, which do not compress
 * together. What all elements need stands in a file of its own, and so does
 * what stands apart. A group draws in whatever its modules import, so what is
 * shared is taken out first.
 * @param {string[]} definitions the files that define a tag
 * @param {string[]} apart folders whose modules, where an element needs them at first, make a file of their own
 */
export function firstChunks(definitions, apart) {
  /** @type {(id: string, modules: Modules) => string[]} */
  const needing = (id, modules) => definitions.filter((definition) => neededAtOnce(definition, modules).has(id));
  /** @type {(priority: number, name: (id: string, elements: string[]) => string | false | undefined) => {priority: number, debugName: string, name: (id: string, modules: Modules) => string | null}} */
  const group = (priority, name) => ({priority, debugName: `what elements need at first, ${priority}`, name: (id, modules) => name(id, needing(id, modules)) || null});
  return [
    group(3, (_id, elements) => elements.length === definitions.length && 'shared'),
    group(2, (id, elements) => elements[0]?.endsWith('care-signpost.ts') && apart.some((folder) => id.startsWith(folder)) ? 'signposting' : undefined),
    // What an address says of leaving is needed where nothing else of these is.
    group(2, (id, elements) => !elements[0] && apart.some((folder) => id.startsWith(folder)) && !id.includes('neutral-site') && 'signposting-rest'),
    group(1, (_id, elements) => elements[0] && basename(elements[0], '.ts')),
  ];
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
