// @ts-check
// Lets what runs our source, and is not shipped, speak the pseudo-languages too.
// Nothing of them lies in src/: these are the catalogues there, with two languages more.
import {dirname, join} from 'node:path';
import {generated} from './extract.js';
import {pseudoCatalogues} from './pseudo-catalogues.js';

/**
 * For Vite: Storybook, and tests on Node.
 * @returns {import('vite').Plugin}
 */
export function pseudoLanguages() {
  return {
    name: 'pseudo-languages',
    enforce: 'pre',
    resolveId: (specifier, importer) => (importer !== undefined && dirname(importer) === generated && specifier.startsWith('./') ? join(generated, asSource(specifier)) : null),
    async load(id) {
      return dirname(id) === generated ? ((await pseudoCatalogues()).get(id.slice(generated.length + 1)) ?? null) : null;
    },
  };
}

const served = '/src/locale/generated/';

/**
 * For Web Test Runner: tests in a browser.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function servePseudoLanguages() {
  return {
    name: 'pseudo-languages',
    resolveImport: ({source, context}) => (context.path.startsWith(served) && source.startsWith('./') ? asSource(source) : undefined),
    async serve({path}) {
      const code = path.startsWith(served) ? (await pseudoCatalogues()).get(path.slice(served.length)) : undefined;
      return code === undefined ? undefined : {body: code, type: 'js'};
    },
  };
}

/** @param {string} specifier */
function asSource(specifier) {
  return specifier.replace(/\.js$/, '.ts');
}
