// @ts-check

/**
 * Lets a part that failed to come be asked for again. Firefox remembers for as
 * long as the page lives that an address gave no module, so that a form that
 * lost its connection for a moment could never go on; under a new query it asks
 * anew. (Chromium asks anew by itself.)
 *
 * Nearly every part loads what all elements need, so one function there does for
 * all of them.
 *
 * Not for the pasted script's own imports: other parts import those chunks by
 * their plain address, and would get a second copy beside the one with a query.
 *
 * @returns {import('vite').Plugin}
 */
export function tryAgain() {
  const ask = '$askAgain';
  const helper = `function ${ask}(part){const tries=${ask}[part]|0;return import(tries?part+"?"+tries:part).catch(error=>{${ask}[part]=tries+1;throw error})}`;
  let found = 0;
  return {
    name: 'try-again',
    renderStart() {
      found = 0;
    },
    // Here and not in `generateBundle`: the names of the files hold a hash of what is done here.
    renderChunk(code, chunk) {
      if (chunk.isEntry) return null;
      const changed = code.replace(/\bimport\(\s*([`"'])(\.\/[^`"']+)\1\s*\)/g, `${ask}("$2")`);
      if (changed === code) return null;
      found += 1;
      const shared = /from "(\.\/shared-[^"]+)"/.exec(changed)?.[1];
      // On the first line, so that source maps stay right.
      if (shared) return {code: `import {${ask}} from "${shared}";${changed}`, map: null};
      return {code: `${changed}\n${helper}\n${chunk.name === 'shared' ? `export {${ask}};\n` : ''}`, map: null};
    },
    generateBundle() {
      if (found === 0) this.error('build/try-again.js found no part that is loaded later; say there what an import looks like now.');
    },
  };
}
