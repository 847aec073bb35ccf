// @ts-check
import {relative} from 'node:path';

/** @typedef {{source?: string, imports: string[], dynamicImports: string[]}} Part */
/** @typedef {{version: string, files: Record<string, Part>}} Manifest */

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
 * @param {Manifest['files']} files
 * @param {string} file
 * @returns {string[]}
 */
export function wholeGraph(files, file) {
  const found = new Set([file]);
  for (const each of found) for (const next of [...(files[each]?.imports ?? []), ...(files[each]?.dynamicImports ?? [])]) found.add(next);
  return [...found];
}

/**
 * Writes manifest.json: what each file of the browser build needs at once and what it may load later.
 * @param {{version: string, root: string}} options
 * @returns {import('vite').Plugin}
 */
export function manifest({version, root}) {
  return {
    name: 'manifest',
    generateBundle(_options, bundle) {
      /** @type {Manifest} */
      const written = {version, files: {}};
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const source = file.facadeModuleId ? relative(root, file.facadeModuleId).replaceAll('\\', '/') : undefined;
        written.files[file.fileName] = {source, imports: file.imports, dynamicImports: file.dynamicImports};
      }
      this.emitFile({type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(written, null, 2)}\n`});
    },
  };
}

/**
 * Lets the pasted script ask for all that an element needs at once. A browser
 * learns of a chunk's imports only when the chunk has come, which costs
 * a round trip for every level.
 * @param {string} entry the file to change; its name holds no hash
 * @returns {import('vite').Plugin}
 */
export function askAtOnce(entry) {
  return {
    name: 'ask-at-once',
    generateBundle(_options, bundle) {
      const script = bundle[entry];
      if (script?.type !== 'chunk') return this.error(`There is no ${entry}.`);
      const chunks = Object.fromEntries(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
      script.code = script.code.replace(/\bimport\(\s*(["'`])\.\/([^"'`]+)\1\s*\)/g, (whole, _quote, file) => {
        const others = staticGraph(chunks, file).filter((each) => each !== file && each !== entry);
        if (others.length === 0) return whole;
        const all = [file, ...others].map((each) => `import("./${each}")`);
        return `Promise.all([${all.join(',')}]).then(([m])=>m)`;
      });
    },
  };
}
