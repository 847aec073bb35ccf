// @ts-check
// node bench/search.js [services]   prints how long the search takes, and what it holds in memory.
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {build} from 'vite';
import {inventName, inventService, one, upTo} from './invented/services.js';

/** @typedef {import('../src/contract/service.js').Service} Service */

const root = fileURLToPath(new URL('../', import.meta.url));
const count = Number(parseArgs({allowPositionals: true}).positionals[0]) || 55_000;
const rounds = 200;
const limit = 10;

/** @param {string} text */
function misspell(text) {
  const place = 1 + upTo(Math.max(1, text.length - 2));
  const [before, after] = [text.slice(0, place), text.slice(place)];
  return one([before + after.slice(1), before + 'e' + after, before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2)]);
}

/** @type {Record<string, (service: Service) => string>} */
const queries = {
  'one letter': ({name}) => name.slice(0, 1),
  'start of a name': ({name}) => name.slice(0, 3 + upTo(6)),
  'whole name': ({name}) => name,
  'name and town': ({name, town}) => `${name} ${town}`,
  'a common word': () => one(['house', 'care home', 'surgery', 'the', 'dental practice']),
  town: ({town = ''}) => town,
  postcode: ({postcode = ''}) => postcode,
  'start of a postcode': ({postcode = ''}) => postcode.slice(0, 4),
  'id': ({id}) => id,
  'misspelt name': ({name}) => name.split(' ').map(misspell).join(' '),
  'nothing like it': () => Array.from({length: 3}, () => misspell(inventName()).split('').reverse().join('')).join(' '),
  '200 characters, all misspelt': () => Array.from({length: 24}, () => misspell(inventName())).join(' ').slice(0, 200),
};

const folder = await mkdtemp(join(root, 'node_modules', '.search-'));
try {
  const {buildIndex, indexInSteps, search} = await load(folder);
  const services = Array.from({length: count}, (_, number) => inventService(number));

  const heapBefore = heap();
  const started = performance.now();
  const index = buildIndex(services);
  const built = performance.now() - started;
  const held = heap() - heapBefore;
  console.log(`${count.toLocaleString('en-GB')} services, ${index.words.length.toLocaleString('en-GB')} words`);
  console.log(`built in ${built.toFixed(0)} ms; longest step ${longestStep(indexInSteps(services)).toFixed(1)} ms; ${(held / 2 ** 20).toFixed(1)} MB beside the services`);
  console.log(`\n${'query'.padEnd(32)}${['median', '95 %', '99 %', 'most'].map((head) => head.padStart(9)).join('')}   (ms, ${rounds} each)`);
  for (const [name, query] of Object.entries(queries)) console.log(row(name, timesOf(() => query(one(services)), (text) => search(index, text, limit))));
} finally {
  await rm(folder, {recursive: true});
}

/** @param {string} outDir @returns {Promise<Pick<typeof import('../src/domain/search/search-index.js'), 'buildIndex' | 'indexInSteps'> & typeof import('../src/domain/search/search.js')>} */
async function load(outDir) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {outDir, target: 'node20', ssr: true, rolldownOptions: {input: {build: `${root}src/domain/search/search-index.ts`, search: `${root}src/domain/search/search.ts`}, output: {entryFileNames: '[name].mjs'}}},
  });
  const [parts, {search}] = await Promise.all(['build.mjs', 'search.mjs'].map((file) => import(pathToFileURL(join(outDir, file)).href)));
  return {...parts, search};
}

function heap() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** @param {Generator<void, unknown>} steps */
function longestStep(steps) {
  for (let longest = 0; ; ) {
    const started = performance.now();
    const {done} = steps.next();
    longest = Math.max(longest, performance.now() - started);
    if (done) return longest;
  }
}

/** @param {() => string} next @param {(query: string) => unknown} run */
function timesOf(next, run) {
  const times = Array.from({length: rounds}, () => {
    const query = next();
    const started = performance.now();
    run(query);
    return performance.now() - started;
  });
  return times.sort((fast, slow) => fast - slow);
}

/** @param {string} name @param {number[]} times */
function row(name, times) {
  const shown = [0.5, 0.95, 0.99, 1].map((share) => /** @type {number} */ (times[Math.ceil(share * times.length) - 1]));
  return name.padEnd(32) + shown.map((time) => time.toFixed(2).padStart(9)).join('');
}
