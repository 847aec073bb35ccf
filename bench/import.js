// @ts-check
// node bench/import.js [services] [rows]   prints how long import-ratings takes for files as large as CQC's, and
// how much memory: once into an empty database, and once more, which must change nothing.
import {spawn} from 'node:child_process';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';
import {buildIfStale} from '../tools/build.js';
import {writeCqcFiles} from './invented/cqc-files.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const services = Number(process.argv[2]) || 55_000;
const ratingRows = Number(process.argv[3]) || 250_000;
const mostMemory = 300;
// Tells at the end how much memory there ever was, threads included.
const telling = `data:text/javascript,process.on('exit',()=>process.send&&process.send(process.resourceUsage().maxRSS))`;

await buildIfStale(['endpoint']);
const folder = await mkdtemp(join(root, 'node_modules', '.import-'));
try {
  const {directory, ratingsCsv, ratingsOds, records} = await writeCqcFiles(folder, {services, ratingRows});
  console.log(`${figures(services)} services and ${figures(ratingRows)} rows of ratings`);
  await twice('care directory and latest ratings, CSV', [directory, ratingsCsv]);
  await twice('care directory, and latest ratings as ODS', [directory, ratingsOds]);
  await twice('records of the API, JSON', [records]);
} finally {
  await rm(folder, {recursive: true});
}

/** @param {string} name @param {string[]} files */
async function twice(name, files) {
  const data = await mkdtemp(join(folder, 'data-'));
  console.log(`\n${name}: ${(await Promise.all(files.map(async (file) => `${basename(file)} ${figures(Math.round((await stat(file)).size / 1e6))} MB`))).join(', ')}`);
  for (const time of ['first', 'again']) {
    const started = performance.now();
    const {memory, said} = await imported(data, files);
    console.log(`${time.padEnd(6)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s ${figures(memory).padStart(6)} MB at most   ${said.trim().split('\n').join(' · ')}`);
    if (memory > mostMemory) fail(`That is more than ${mostMemory} MB.`);
    if (time === 'again' && /[1-9]\d* (added|changed)/.test(said)) fail('The second time something changed.');
  }
}

/** @param {string} fault */
function fail(fault) {
  console.error(fault);
  process.exitCode = 1;
}

/** @param {string} data @param {string[]} files @returns {Promise<{memory: number, said: string}>} */
function imported(data, files) {
  const child = spawn(process.execPath, ['--import', telling, join(root, 'dist/endpoint/care-endpoint.js'), 'import-ratings', ...files], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {...process.env, DATA_DIR: data, DATABASE_URL: ''},
  });
  let [said, memory] = ['', 0];
  child.stdout?.on('data', (words) => (said += words));
  child.on('message', (kilobytes) => (memory = Math.round(Number(kilobytes) / 1024)));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve({memory, said}) : reject(new Error(`The import ended with ${code}.`))));
  });
}

/** @param {number} count */
function figures(count) {
  return count.toLocaleString('en-GB');
}
