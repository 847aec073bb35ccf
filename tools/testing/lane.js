// @ts-check
// One lane of tests: a process that says what it does, and is ended when nothing is heard of it.
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {root} from '../../build/builds.js';

// What only a terminal of one's own understands; colours stay.
const cursorMoves = /\u001B\[\d*[A-GJK]/g;

/**
 * @typedef {{passed: number, failed: number, skipped: number}} Totals
 * @typedef {{file: string, seconds: number} & Totals} FileResult what a test runner tells of one file once it has ended
 * @typedef {{name: string, tool: string, options?: string[], isTests?: boolean}} Lane
 * @typedef {{name: string, seconds: number, totals: Totals, files: FileResult[], skips: string[], faults: string[]}} LaneResult
 */

/**
 * Runs a lane, and shows each line of it behind its name.
 *
 * @param {Lane} lane
 * @param {{env: NodeJS.ProcessEnv, signal: AbortSignal, quietMinutes: number}} options `signal` ends it; so does it when nothing was heard of it for `quietMinutes`
 * @returns {Promise<LaneResult>} what had run, however it ended
 */
export function runLane({name, tool, options = [], isTests = true}, {env, signal, quietMinutes}) {
  const began = performance.now();
  /** @type {FileResult[]} */
  const files = [];
  /** @type {string[]} */
  const skips = [];
  /** @type {string[]} */
  const faults = [];
  // Counted as each test ends, so that what is stopped can say what had run.
  const totals = {passed: 0, failed: 0, skipped: 0};

  const child = spawn(process.execPath, [tool, ...options], {cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env});
  const stop = (/** @type {string} */ why) => {
    faults.push(why);
    child.kill('SIGKILL');
  };
  const silent = setTimeout(() => stop(`nothing was heard of it for ${quietMinutes} minutes, so it was stopped`), quietMinutes * 60_000);
  const heard = () => void silent.refresh();
  const abort = () => stop(String(signal.reason));
  signal.addEventListener('abort', abort, {once: true});

  for (const stream of [child.stdout, child.stderr].filter((each) => each !== null)) {
    createInterface({input: stream}).on('line', (line) => {
      heard();
      const words = line.replace(cursorMoves, '');
      if (words.trim()) console.log(`${name.padEnd(8)}│ ${words}`);
    });
  }
  child.on('message', (/** @type {{result: 'passed' | 'failed' | 'skipped', skip?: string} | {file: FileResult}} */ message) => {
    heard();
    if ('file' in message) return void files.push(message.file);
    totals[message.result] += 1;
    if (message.skip) skips.push(message.skip);
  });

  return new Promise((resolve) => {
    child.on('error', (error) => faults.push(error.message));
    child.on('close', (code, by) => {
      clearTimeout(silent);
      signal.removeEventListener('abort', abort);
      if (faults.length === 0 && isTests && totals.passed + totals.failed === 0) faults.push('no test was run');
      if (faults.length === 0 && totals.failed === 0 && code !== 0) faults.push(code === null ? `it was ended by ${by}` : `exit code ${code}`);
      resolve({name, seconds: (performance.now() - began) / 1000, totals, files, skips, faults});
    });
  });
}
