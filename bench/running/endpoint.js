// @ts-check
// An endpoint that runs, and people who send feedback to it all at once.
import {spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';
import Database from 'libsql';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const writers = 32;

/**
 * Starts `care-endpoint serve` on a free port.
 * @param {string} data its data folder
 */
export async function serve(data) {
  const receiver = join(data, 'receiver.json');
  await mkdir(data, {recursive: true});
  await writeFile(receiver, await readFile(join(root, 'demo', 'receiver.json'), 'utf8').then((text) => text.replaceAll(/\{\{\w+\}\}/g, 'https://central.example')));
  const child = spawn(process.execPath, [join(root, 'dist/endpoint/care-endpoint.js'), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, CARE_RECEIVER: receiver, CARE_KEYS: '', DATABASE_URL: '', CARE_LIMITS: 'off'},
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (words) => {
      said += words;
      const listening = /listens at (http:\S+)\n/.exec(said)?.[1];
      if (listening) resolve(listening);
    });
    child.once('exit', () => reject(new Error(`The endpoint ended by itself: ${said}`)));
  });
  return {child, gone, address};
}

/**
 * Sends feedback from many people at once. `accepted` are the ids that were, `refused` counts all others.
 * @param {string} address
 * @param {Promise<unknown>} work until this is done
 */
export async function sendFeedback(address, work) {
  const example = JSON.parse(await readFile(join(root, 'bench', 'invented', 'submission.json'), 'utf8'));
  let isDone = false;
  const doing = work.finally(() => (isDone = true));
  const started = performance.now();
  /** @type {string[]} */
  const accepted = [];
  let refused = 0;
  /** @type {number[]} */
  const times = [];
  await Promise.all(
    Array.from({length: writers}, async () => {
      while (!isDone) {
        const id = uuid();
        const before = performance.now();
        const status = await post(`${address}/v1/submissions`, {...example, id}).catch(() => 0);
        times.push(performance.now() - before);
        if (status === 201) accepted.push(id);
        else refused += 1;
      }
    }),
  );
  await doing;
  return {accepted, refused, took: performance.now() - started, times: times.sort((fast, slow) => fast - slow)};
}

/** @param {string} address @param {object} body */
export async function post(address, body) {
  const answer = await fetch(address, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
  await answer.arrayBuffer();
  return answer.status;
}

/**
 * How many of these submissions are not in the database.
 * @param {string} data
 * @param {readonly string[]} ids
 */
export function countLost(data, ids) {
  const database = new Database(join(data, 'care-elements.db'), {readonly: true});
  try {
    const kept = new Set(/** @type {{id: string}[]} */ (database.prepare('SELECT lower(hex(id)) AS id FROM submissions').all([])).map(({id}) => id));
    return ids.filter((id) => !kept.has(id.replaceAll('-', ''))).length;
  } finally {
    database.close();
  }
}

/** A UUIDv7 of now. */
export function uuid() {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
