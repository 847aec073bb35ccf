// @ts-check
// node bench/busy-export.js [submissions] [characters]   exports many submissions that were made to hold it up, and all the while asks the same
// endpoint whether it lives and sends it feedback: prints how many were answered, how long that took, and the ratios of
// the median and of the longest wait to those without an export.
import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {setTimeout as after} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {buildIfStale} from '../tools/build.js';
import {post, serve, uuid} from './running/endpoint.js';
import {makeManySubmissions} from './running/many-submissions.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const [typedCount, typedCharacters] = parseArgs({allowPositionals: true}).positionals;
const count = Number(typedCount) || 100_000;
const characters = Number(typedCharacters) || 2000;
// One in so many is as long as a body may be.
const longestEvery = 1000;
const longest = 120_000;
const hostile = ['\n', ' \r\n', '" ', ';=', '=', "'", '\u202e', '👩\u200d', '\\'];
const quiet = 5000;
// In a process of its own: whoever reads a gigabyte is late for everything else.
const reader = `let bytes = 0; const answer = await fetch(process.argv[1], {headers: {Authorization: 'Bearer ' + process.argv[2]}}); for await (const part of answer.body) bytes += part.length; console.log(answer.status, bytes)`;

await buildIfStale(['endpoint']);
const folder = await mkdtemp(join(root, 'node_modules', '.busy-export-'));
const example = JSON.parse(await readFile(join(root, 'bench', 'invented', 'submission.json'), 'utf8'));
try {
  await makeManySubmissions(folder, count, hostileStory);
  const endpoint = await serve(folder);
  const token = (await readFile(join(folder, 'inbox-token'), 'utf8')).trim();
  try {
    await waitsUntil(endpoint.address, after(1000));
    const usual = await waitsUntil(endpoint.address, after(quiet));
    console.log(`${figures(count)} submissions of ${figures(characters)} characters, each ${figures(longestEvery)}th of ${figures(longest)}; a look at /healthz and a submission, one after the other, all the while`);
    console.log(`\n${''.padEnd(22)}${['answered', 'refused', 'median', 'longest', 'of the usual'].map((head) => head.padStart(14)).join('')}`);
    tell('without an export', usual, usual);
    for (const format of ['csv', 'jsonl']) {
      const began = performance.now();
      const exporting = exported(endpoint.address, token, format);
      const waits = await waitsUntil(endpoint.address, exporting);
      const bytes = await exporting;
      const seconds = (performance.now() - began) / 1000;
      console.log(`${format}: ${figures(Math.round(bytes / 1e6))} MB in ${seconds.toFixed(1)} s`);
      tell('while it is exported', waits, usual);
      if (waits.some(({refused}) => refused > 0)) fail('Somebody was refused.');
    }
  } finally {
    endpoint.child.kill('SIGTERM');
    await endpoint.gone;
  }
} finally {
  await rm(folder, {recursive: true});
}

/** @typedef {{of: string, times: number[], refused: number}} Waits in milliseconds, shortest first */

/** Asks and sends one after the other until `end`. @param {string} address @param {Promise<unknown>} end @returns {Promise<Waits[]>} */
async function waitsUntil(address, end) {
  let isOver = false;
  end.finally(() => (isOver = true)).catch(() => undefined);
  return Promise.all(
    Object.entries({'/healthz': () => fetch(`${address}/healthz`).then(async (answer) => (await answer.arrayBuffer(), answer.status)), 'a submission': () => post(`${address}/v1/submissions`, {...example, id: uuid()})}).map(async ([of, ask]) => {
      /** @type {number[]} */
      const times = [];
      let refused = 0;
      while (!isOver) {
        const began = performance.now();
        const status = await ask().catch(() => 0);
        times.push(performance.now() - began);
        if (status !== 200 && status !== 201) refused += 1;
      }
      return {of, times: times.sort((fast, slow) => fast - slow), refused};
    }),
  );
}

/** @param {string} address @param {string} token @param {string} format @returns {Promise<number>} how many bytes came */
function exported(address, token, format) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', reader, `${address}/v1/inbox/export?format=${format}`, token], {stdio: ['ignore', 'pipe', 'inherit']});
  let said = '';
  child.stdout.on('data', (words) => (said += words));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      const [status, bytes] = said.split(' ').map(Number);
      if (code === 0 && status === 200) resolve(bytes ?? 0);
      else reject(new Error(`The export ended with ${code}, answered ${status}.`));
    });
  });
}

/** @param {string} when @param {Waits[]} waits @param {Waits[]} usual */
function tell(when, waits, usual) {
  for (const [place, {of, times, refused}] of waits.entries()) {
    const [median, most] = [at(times, 0.5), at(times, 1)];
    const [usualMedian, usualMost] = [at(usual[place]?.times ?? [], 0.5), at(usual[place]?.times ?? [], 1)];
    // The median's, then the longest's.
    const ratios = `${(median / usualMedian).toFixed(1)}, ${(most / usualMost).toFixed(1)}`;
    console.log(`  ${of.padEnd(20)}${[figures(times.length), figures(refused), `${median.toFixed(1)} ms`, `${most.toFixed(1)} ms`, ratios].map((cell) => cell.padStart(14)).join('')}   ${when}`);
  }
}

/** @param {number[]} times @param {number} share */
function at(times, share) {
  return times[Math.ceil(share * times.length) - 1] ?? 0;
}

/** @param {number} number */
function figures(number) {
  return number.toLocaleString('en-GB');
}

/** @param {string} fault */
function fail(fault) {
  console.error(fault);
  process.exitCode = 1;
}

/** @param {number} row */
function hostileStory(row) {
  const piece = /** @type {string} */ (hostile[row % hostile.length]);
  return piece.repeat((row % longestEvery === 0 ? longest : characters) / piece.length);
}
