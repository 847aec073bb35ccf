// @ts-check
// node bench/search.js [services]   prints how long the search takes, and what it holds in memory.
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {build} from 'vite';

/** @typedef {import('../src/contract/service.js').Service} Service */

const root = fileURLToPath(new URL('../', import.meta.url));
const count = Number(process.argv[2]) || 55_000;
const rounds = 200;
const limit = 10;

// The same directory and the same queries on every run.
let seed = 20261122;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
/** @param {number} below */
const upTo = (below) => Math.floor(random() * below);
/** @template Item @param {readonly Item[]} items @returns {Item} */
const one = (items) => /** @type {Item} */ (items[upTo(items.length)]);

const beginnings = ['al', 'ash', 'bar', 'beck', 'bram', 'brook', 'chel', 'cor', 'dun', 'east', 'el', 'fen', 'gar', 'glen', 'had', 'hol', 'ing', 'ken', 'lang', 'lin', 'mar', 'mel', 'nor', 'oak', 'pen', 'quin', 'ros', 'sand', 'stan', 'thorn', 'ul', 'wal', 'wes', 'yar'];
const middles = ['', '', 'a', 'be', 'ber', 'den', 'er', 'field', 'ing', 'le', 'mor', 'ne', 'ow', 'ring', 'ter', 'wick'];
const ends = ['bourne', 'bridge', 'bury', 'by', 'combe', 'cote', 'dale', 'den', 'field', 'ford', 'ham', 'hurst', 'ley', 'mere', 'mouth', 'port', 'stead', 'ton', 'wick', 'worth'];
const inventName = () => capital(one(beginnings) + one(middles) + one(ends));
/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const towns = Array.from({length: 1500}, inventName);
const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];
const outwards = Array.from({length: 2900}, () => `${one(letters)}${random() < 0.7 ? one(letters) : ''}${1 + upTo(29)}`);
const sorts = /** @type {const} */ ([
  ['care-home', ['House', 'Lodge', 'Court', 'Care Home', 'Nursing Home', 'Residential Home', 'House Care Home']],
  ['home-care', ['Home Care', 'Homecare', 'Care Services', 'Support Limited', 'Supported Living']],
  ['gp', ['Surgery', 'Medical Centre', 'Health Centre', 'Medical Practice']],
  ['dentist', ['Dental Practice', 'Dental Care', 'Dental Surgery']],
  ['hospital', ['Hospital', 'General Hospital', 'Clinic']],
]);

/** @param {number} number @returns {Service} */
function invent(number) {
  const [kind, words] = one(sorts);
  const town = one(towns);
  const start = random() < 0.15 ? `St ${inventName()}'s` : random() < 0.2 ? `The ${inventName()}` : inventName();
  const providerName = `${inventName()} ${one(['Care', 'Healthcare', 'Partnership', 'Group'])} Limited`;
  const at = `${one(outwards)} ${upTo(10)}${one(letters)}${one(letters)}`;
  return {
    id: `1-${1_000_000_000 + number}`,
    level: number % 4 === 0 ? 'provider' : 'location',
    name: `${start} ${one(words)}${random() < 0.2 ? ` - ${town}` : ''}`,
    town,
    postcode: at,
    odsCode: `V${String(number).padStart(5, '0')}`,
    ...(number % 4 === 0 ? {} : {provider: {id: `1-${1_000_000_000 + number - (number % 4)}`, name: providerName}}),
    kinds: [kind],
    status: random() < 0.1 ? {kind: 'closed', on: '2024-05-01'} : {kind: 'registered'},
  };
}

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
  const services = Array.from({length: count}, (_, number) => invent(number));

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

/** @param {string} outDir @returns {Promise<Pick<typeof import('../src/search/build.js'), 'buildIndex' | 'indexInSteps'> & typeof import('../src/search/search.js')>} */
async function load(outDir) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {outDir, target: 'node20', ssr: true, rolldownOptions: {input: {build: `${root}src/search/build.ts`, search: `${root}src/search/search.ts`}, output: {entryFileNames: '[name].mjs'}}},
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
