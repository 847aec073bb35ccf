// @ts-check

/**
 * A file that defines a tag exports nothing, and yet gets an object of its
 * exports, for which an element would wait for one more file: the code that
 * makes such objects. An empty one is written out instead.
 * @returns {import('vite').Plugin}
 */
export function noEmptyNamespaces() {
  const empty = /\/\* @__PURE__ \*\/ __exportAll\(\{\}\)/g;
  const runtime = /^import \{ \w+ as __exportAll \} from "\.\/(rolldown-runtime-[^"]+)";\n/m;
  /** @type {Set<string>} */
  let freed = new Set();
  return {
    name: 'no-empty-namespaces',
    renderStart() {
      freed = new Set();
    },
    renderChunk(code, chunk) {
      const changed = code.replace(empty, '{}');
      if (changed === code) return null;
      if (changed.replace(runtime, '').includes('__exportAll')) return {code: changed, map: null};
      freed.add(chunk.name);
      // The line stays, so that source maps stay right.
      return {code: changed.replace(runtime, '\n'), map: null};
    },
    generateBundle(_options, bundle) {
      if (freed.size === 0) this.error('vite/no-empty-namespaces.js found no empty namespace; say there what one looks like now.');
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && freed.has(file.name)) file.imports = file.imports.filter((each) => !each.includes('rolldown-runtime'));
      }
    },
  };
}
