// @ts-check
// npm run docs              makes the pages of docs/ that are made from the code
// npm run docs -- --check   fails where one of them is out of date
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {runnerImport} from 'vite';
import {define, root} from '../build/builds.js';
import {attributesAndEventsPage} from './docs/attributes-and-events.js';
import {commandsPage} from './docs/commands.js';
import {configurationPage} from './docs/configuration.js';
import {httpPage} from './docs/http.js';
import {sizesPage} from './docs/sizes.js';

/**
 * Every page that is made, by its path from the project's folder.
 * @returns {Promise<Record<string, string>>}
 */
export async function makePages() {
  const {module: endpoint} = await runnerImport(fileURLToPath(new URL('docs/endpoint.ts', import.meta.url)), {root, define, logLevel: 'error'});
  return pagesOf(/** @type {typeof import('./docs/endpoint.js')} */ (endpoint));
}

/**
 * @param {typeof import('./docs/endpoint.js')} endpoint
 * @returns {Promise<Record<string, string>>}
 */
export async function pagesOf(endpoint) {
  return {
    'docs/develop/attributes-and-events.md': await attributesAndEventsPage(),
    'docs/develop/http.md': await httpPage(endpoint),
    'docs/run/configuration.md': configurationPage(endpoint),
    'docs/run/commands.md': commandsPage(endpoint),
    'docs/contribute/sizes.md': sizesPage(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values: {check}} = parseArgs({options: {check: {type: 'boolean', default: false}}});
  const stale = [];
  for (const [path, text] of Object.entries(await makePages())) {
    const file = join(root, path);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text);
    console.log(`${path}: written`);
  }
  if (check && stale.length > 0) console.error(`Out of date: ${stale.join(', ')}. Run "npm run docs".`);
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}
