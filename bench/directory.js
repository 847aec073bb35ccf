// @ts-check
// node bench/directory.js [services]   prints how fast a running endpoint answers of services, ratings and areas
// with a whole directory loaded, and how much feedback it takes while the next directory is imported.
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'vite';
import {buildIfStale} from '../tools/build.js';
import {areas, inventDirectory} from './invented/directory.js';
import {inventService, one, upTo} from './invented/services.js';
import {sendFeedback, serve, writers} from './running/endpoint.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const endpointFolder = join(root, 'dist', 'endpoint');
const rounds = 200;
const seconds = 5;
const resultsOfAll = 250_000;

const {values: {import: isImport}, positionals: [first = '', second, third = '']} = parseArgs({allowPositionals: true, options: {import: {type: 'boolean', default: false}}});
if (isImport) await importDirectory(first, Number(second), third);
else await measure(Number(first) || 55_000);

/** @param {number} services */
async function measure(services) {
  await buildIfStale(['endpoint']);
  const folder = await mkdtemp(join(root, 'node_modules', '.directory-'));
  try {
    await build({
      root, configFile: false, publicDir: false, logLevel: 'warn',
      build: {outDir: join(folder, 'built'), target: 'node20', ssr: true, rolldownOptions: {input: join(root, 'src/endpoint/store/sqlite/sqlite-store.ts'), output: {entryFileNames: '[name].mjs'}}},
    });
    const started = performance.now();
    await importing(folder, services, '2026-10-01').done;
    const results = Math.min(resultsOfAll, services * 6);
    console.log(`${figures(services)} services and ${figures(results)} results imported in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const endpoint = await serve(join(folder, 'data'));
    try {
      await answers(endpoint.address, services);
      await feedback(endpoint.address, () => importing(folder, services, '2026-11-01'));
    } finally {
      endpoint.child.kill();
      await endpoint.gone;
    }
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** @param {string} address @param {number} services */
async function answers(address, services) {
  // Until the directory is read for searching, a search waits for that.
  await get(`${address}/v1/services?q=example`);
  // Those that are rated stand first.
  const rated = Math.min(services, Math.floor(resultsOfAll / 6));
  const anyId = () => `1-${1_000_000_000 + upTo(rated)}`;
  const providerId = () => `1-${1_000_000_000 + 4 * upTo(Math.floor(rated / 4))}`;
  const bare = await timesOf(rounds, () => `${address}/healthz`);
  const shuffled = [...areas].sort(() => upTo(3) - 1);

  console.log(`\n${'answer'.padEnd(34)}${['median', '95 %', '99 %', 'most'].map((head) => head.padStart(9)).join('')}${'× bare'.padStart(9)}   (ms over HTTP, ${rounds} each; bare is one that asks nothing of the store)`);
  console.log(row('bare', bare, bare));
  const asked = {
    'search': () => `${address}/v1/services?q=${encodeURIComponent(inventService(upTo(services)).name.slice(0, 3 + upTo(9)))}`,
    'a service': () => `${address}/v1/services/${anyId()}`,
    'its rating': () => `${address}/v1/services/${anyId()}/rating`,
    'a provider’s rating': () => `${address}/v1/services/${providerId()}/rating`,
    'areas': () => `${address}/v1/places`,
    'an area': () => `${address}/v1/places/${one(areas.slice(0, 20)).id}`,
    'an area’s services': () => `${address}/v1/places/${one(areas.slice(0, 20)).id}/services`,
    'its services of one kind': () => `${address}/v1/places/${one(areas.slice(0, 20)).id}/services?kind=care-home`,
  };
  const first = await timesOf(shuffled.length, () => `${address}/v1/places/${shuffled.pop()?.id}`);
  for (const [name, next] of Object.entries(asked)) console.log(row(name, await timesOf(rounds, next), bare));
  console.log(row('an area for the first time', first, bare));
}

/** @param {string} address @param {() => {done: Promise<void>}} startImport */
async function feedback(address, startImport) {
  const forAWhile = () => sendFeedback(address, new Promise((later) => setTimeout(later, seconds * 1000)));
  const before = await forAWhile();
  const beside = await sendFeedback(address, startImport().done);
  const after = await forAWhile();
  // Before and after, since what else the machine does changes.
  const alone = {accepted: [...before.accepted, ...after.accepted], refused: before.refused + after.refused, took: before.took + after.took, times: [...before.times, ...after.times].sort((fast, slow) => fast - slow)};
  console.log(`\n${writers} people sending feedback at once${' '.repeat(6)}${['a second', 'refused', 'median', 'most'].map((head) => head.padStart(9)).join('')}   (ms)`);
  for (const [name, {accepted, refused, times, took}] of Object.entries({'alone': alone, 'while a directory is imported': beside})) {
    console.log(name.padEnd(38) + [figures(Math.round((accepted.length / took) * 1000)), figures(refused), times.at(times.length >> 1)?.toFixed(1), times.at(-1)?.toFixed(0)].map((cell) => String(cell).padStart(9)).join(''));
  }
  console.log(`While a directory is imported (${(beside.took / 1000).toFixed(1)} s), feedback is taken at ${(beside.accepted.length / beside.took / (alone.accepted.length / alone.took)).toFixed(2)} times the rate.`);
}

/** @param {string} folder @param {number} services @param {string} asOf */
function importing(folder, services, asOf) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--import', folder, String(services), asOf], {stdio: 'inherit'});
  /** @type {Promise<void>} */
  const done = new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The import ended with ${code}.`))));
  });
  return {done};
}

/** @param {string} folder @param {number} services @param {string} asOf */
async function importDirectory(folder, services, asOf) {
  /** @type {typeof import('../src/endpoint/store/sqlite/sqlite-store.js')} */
  const {openSqliteStore} = await import(pathToFileURL(join(folder, 'built', 'sqlite-store.mjs')).href);
  await mkdir(join(folder, 'data'), {recursive: true});
  const store = await openSqliteStore({file: join(folder, 'data', 'care-elements.db'), worker: pathToFileURL(join(endpointFolder, 'sqlite-worker.js'))});
  const run = await store.startImport('import');
  /** @type {{services: import('../src/domain/ratings/directory-row.js').DirectoryRow[], ratings: import('../src/domain/ratings/directory-row.js').RatingRow[]}} */
  let rows = {services: [], ratings: []};
  for (const {row: service, rating} of inventDirectory(services, resultsOfAll, asOf)) {
    rows.services.push(service);
    if (rating) rows.ratings.push(rating);
    if (rows.services.length + rows.ratings.length < 499) continue;
    await store.importRows(run, rows);
    rows = {services: [], ratings: []};
  }
  await store.importRows(run, rows);
  await store.endImport(run);
  await store.close();
}

/** @param {string} address */
async function get(address) {
  const answer = await fetch(address, {headers: {'Accept-Encoding': 'br'}});
  await answer.arrayBuffer();
}

/** @param {number} count @param {() => string} next */
async function timesOf(count, next) {
  const times = [];
  for (let round = 0; round < count; round += 1) {
    const address = next();
    const started = performance.now();
    await get(address);
    times.push(performance.now() - started);
  }
  return times.sort((fast, slow) => fast - slow);
}

/** @param {string} name @param {number[]} times @param {number[]} bare */
function row(name, times, bare) {
  const at = (/** @type {number[]} */ all, /** @type {number} */ share) => /** @type {number} */ (all[Math.ceil(share * all.length) - 1]);
  const shown = [0.5, 0.95, 0.99, 1].map((share) => at(times, share).toFixed(2).padStart(9));
  return name.padEnd(34) + shown.join('') + (at(times, 0.5) / at(bare, 0.5)).toFixed(1).padStart(9);
}

/** @param {number} count */
function figures(count) {
  return count.toLocaleString('en-GB');
}
