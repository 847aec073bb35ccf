// @ts-check
import {basename} from 'node:path';

/** @typedef {{getModuleInfo(id: string): {importedIds: readonly string[], dynamicallyImportedIds: readonly string[]} | null}} Modules */

/**
 * Puts all that an element needs at first into one file. Cut wherever two later
 * parts happen to share something, it came as five, which do not compress
 * together. Apart from it stands what all elements need at first, what stands
 * apart by its folder, and what an element lends to another, at first or later:
 * were it in the first file, the other would load and define this element too.
 * A group draws in whatever its modules import, so what is shared is taken out first.
 * @param {string[]} definitions the files that define a tag; of several that need something at first, the one that stands before the others lends it
 * @param {string[]} apart folders whose modules, where an element needs them at first, make a file of their own
 */
export function firstChunks(definitions, apart) {
  /** @type {(id: string, modules: Modules, ever: boolean) => string[]} */
  const needing = (id, modules, ever) => definitions.filter((definition) => neededBy(definition, modules, ever).has(id));
  /** @type {(priority: number, name: (id: string, first: string[], ever: () => string[]) => string | false | undefined) => {priority: number, debugName: string, name: (id: string, modules: Modules) => string | null}} */
  const group = (priority, name) => ({
    priority,
    debugName: `what elements need at first, ${priority}`,
    name: (id, modules) => name(id, needing(id, modules, false), () => needing(id, modules, true)) || null,
  });
  const standsApart = (/** @type {string} */ id) => apart.some((folder) => id.startsWith(folder));
  return [
    group(5, (_id, first) => first.length === definitions.length && 'shared'),
    group(4, (id, first, ever) => first[0] && !standsApart(id) && ever()[1] && `${basename(first[0], '.ts')}-lends`),
    group(3, (id, first) => first[0]?.endsWith('care-signpost.ts') && standsApart(id) && 'signposting'),
    // What an address says of leaving is needed where nothing else of these is.
    group(2, (id, first) => !first[0] && standsApart(id) && !id.includes('neutral-site') && 'signposting-rest'),
    group(1, (_id, first) => first[0] && basename(first[0], '.ts')),
  ];
}

/**
 * @param {string} start
 * @param {Modules} modules
 * @param {boolean} ever also what only comes later
 */
function neededBy(start, modules, ever) {
  const needed = new Set([start]);
  for (const each of needed) {
    const info = modules.getModuleInfo(each);
    for (const next of [...(info?.importedIds ?? []), ...((ever && info?.dynamicallyImportedIds) || [])]) needed.add(next);
  }
  return needed;
}
