// @ts-check
// node bench/export.js [submissions]   prints how long an export of all feedback takes, and the memory it takes at most.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {buildIfStale} from '../tools/build.js';
import {makeManySubmissions} from './running/many-submissions.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const count = Number(parseArgs({allowPositionals: true}).positionals[0]) || 100_000;
const story = 'A story of the usual length. '.repeat(35);

await buildIfStale(['endpoint']);
const folder = await mkdtemp(join(root, 'node_modules', '.export-'));
try {
  await makeManySubmissions(folder, count, () => story);
  console.log(`\n${'format'.padEnd(10)}${['megabytes', 'seconds', 'memory in MB'].map((head) => head.padStart(15)).join('')}   (of ${count.toLocaleString('en-GB')} submissions)`);
  for (const format of ['csv', 'jsonl']) {
    const {bytes, took, memory} = await exportAll(folder, format);
    console.log(format.padEnd(10) + [(bytes / 1e6).toFixed(0), took.toFixed(1), memory ? (memory / 1e6).toFixed(0) : 'unknown'].map((cell) => cell.padStart(15)).join(''));
  }
} finally {
  await rm(folder, {recursive: true});
}

/**
 * Exports everything by the command as its owner runs it.
 * @param {string} data
 * @param {string} format
 */
async function exportAll(data, format) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/endpoint/care-endpoint.js'), 'export', 'feedback', '--format', format], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, DATA_DIR: data, CARE_RECEIVER: join(data, 'receiver.json'), DATABASE_URL: ''},
  });
  const closed = once(child, 'close');
  let [bytes, memory] = [0, 0];
  // The system keeps the most it ever was. What is read before the end may miss the last moment, and is there on Linux alone.
  const looking = setInterval(() => void readFile(`/proc/${child.pid}/status`, 'utf8').then((status) => (memory = 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) || memory), () => undefined), 50);
  for await (const part of child.stdout) bytes += part.length;
  await closed;
  clearInterval(looking);
  if (child.exitCode !== 0) throw new Error(`The export ended with ${child.exitCode}.`);
  return {bytes, took: (performance.now() - started) / 1000, memory};
}
