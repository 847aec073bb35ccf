// @ts-check
// Our outbox puts, gets and deletes whole records. What idb has besides, for
// walking through a store and for short ways into one, is a third of it and
// cannot be shaken off, as it is hung in when the file loads.

/** Exact text, so that a new version of idb that does it differently fails the build. */
const unused = [
  // From short ways such as `database.get(store, key)` to cursors as iterators.
  /const readMethods = \[[\s\S]*(?=export \{ deleteDB, openDB)/,
  /    if \(getCursorAdvanceMethods\(\)\.includes\(func\)\) \{[\s\S]*?\n    \}\n/,
];

/** @returns {import('vite').Plugin} */
export function withoutCursors() {
  return {
    name: 'without-cursors',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('/idb/build/index.js')) return null;
      for (const part of unused) {
        const shorter = code.replace(part, '');
        if (shorter === code) this.error(`idb no longer holds ${part}; say in vite/without-cursors.js what it does now.`);
        code = shorter;
      }
      return {code, map: null};
    },
  };
}
