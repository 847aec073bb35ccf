// @ts-check
// node bench/import.js [services] [rows]   prints how long import-ratings takes for files as large as CQC's, and how much
// memory: into an empty database, and once more, which must leave it as it is. All the while an endpoint runs on the
// same database and many people send it feedback, of which none may be refused or lost.
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import Database from 'libsql';
import {buildIfStale} from '../tools/build.js';
import {writeCqcFiles} from './invented/cqc-files.js';
import {countLost, sendFeedback, serve, writers} from './running/endpoint.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const [typedServices, typedRows] = parseArgs({allowPositionals: true}).positionals;
const services = Number(typedServices) || 55_000;
const ratingRows = Number(typedRows) || 250_000;
const mostMemory = 300;
// Tells at the end how much memory there ever was, threads included.
const telling = `data:text/javascript,process.on('exit',()=>process.send&&process.send(process.resourceUsage().maxRSS))`;

await buildIfStale(['endpoint']);
const folder = await mkdtemp(join(root, 'node_modules', '.import-'));
try {
  const {directory, ratingsCsv, ratingsOds, records} = await writeCqcFiles(folder, {services, ratingRows});
  console.log(`${figures(services)} services and ${figures(ratingRows)} rows of ratings, while ${writers} people send feedback`);
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
  const endpoint = await serve(data);
  /** @type {string[]} */
  const sent = [];
  const digests = [];
  try {
    for (const time of ['first', 'again']) {
      const started = performance.now();
      const importing = imported(data, files);
      const {accepted, refused, times} = await sendFeedback(endpoint.address, importing);
      const {memory, said} = await importing;
      sent.push(...accepted);
      digests.push(digestOf(data));
      console.log(`${time.padEnd(6)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s ${figures(memory).padStart(6)} MB at most   ${said.trim().split('\n').join(' · ')}`);
      console.log(`       feedback: ${figures(accepted.length)} taken, ${refused} refused; median ${times.at(times.length >> 1)?.toFixed(0)} ms, most ${times.at(-1)?.toFixed(0)} ms`);
      if (memory > mostMemory) fail(`That is more than ${mostMemory} MB.`);
      if (refused > 0) fail('Feedback was refused.');
      if (time === 'again' && /[1-9]\d* (added|changed)/.test(said)) fail('The second time something changed.');
    }
  } finally {
    endpoint.child.kill();
    await endpoint.gone;
  }
  const lost = countLost(data, sent);
  const isSame = digests[0] === digests[1];
  console.log(`       ${lost} of ${figures(sent.length)} lost; the directory is ${isSame ? 'the same' : 'another'} after the second time`);
  if (lost > 0) fail('Feedback was lost.');
  if (!isSame) fail('The second time left another directory.');
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

/**
 * All that the database knows of services and ratings, with their revisions.
 * @param {string} data
 */
function digestOf(data) {
  const database = new Database(join(data, 'care-elements.db'), {readonly: true});
  const hash = createHash('sha256');
  try {
    for (const table of ['services', 'ratings', 'directory_revision']) {
      for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).iterate([])) hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
}

/** @param {number} count */
function figures(count) {
  return count.toLocaleString('en-GB');
}
