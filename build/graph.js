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
        // A file that holds all that an element needs at first is named by what defines its tag.
        const module = file.facadeModuleId ?? file.moduleIds.find((id) => /[\\/]src[\\/]define[\\/]/.test(id));
        const source = module && relative(root, module).replaceAll('\\', '/');
        written.files[file.fileName] = {source, imports: file.imports, dynamicImports: file.dynamicImports};
      }
      this.emitFile({type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(written, null, 2)}\n`});
    },
  };
}
