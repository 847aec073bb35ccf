// @ts-check
// node bench/endpoint.js [submissions]   prints how many submissions a second a running endpoint keeps on disk, beside what the
// same disk writes through and what the same server answers without a store, how long it takes for so many, and how
// long until it answers again when it was killed with 100,000 kept.
import {spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {closeSync, fdatasyncSync, openSync, writeSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'vite';
import {buildIfStale} from '../tools/build.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const self = fileURLToPath(import.meta.url);
const seconds = 3;
const rounds = 3;
const waiting = [1, 8, 64, 256];
const aim = {ratio: 0.75, seconds: 60, restart: 1};
const rowsAtRestart = 100_000;

const {values: {send: isSender}, positionals: [first = '', ...others]} = parseArgs({allowPositionals: true, options: {send: {type: 'boolean', default: false}}});
const [people = 0, duration = 0, most = 0] = others.map(Number);
if (isSender) await generate(first, people, duration, most);
else await measure(Number(first) || 65_000);

/** @param {number} submissions */
async function measure(submissions) {
  await buildIfStale(['endpoint']);
  const folder = await mkdtemp(join(root, 'node_modules', '.endpoint-'));
  try {
    await build({
      root, configFile: false, publicDir: false, logLevel: 'warn', define: {__VERSION__: '"bench"'},
      build: {outDir: join(folder, 'built'), target: 'node20', ssr: true, rolldownOptions: {input: join(root, 'bench/invented/storeless.ts'), output: {entryFileNames: '[name].mjs'}}},
    });
    const durable = await serve(folder, [join(root, 'dist', 'endpoint', 'care-endpoint.js'), 'serve']);
    const storeless = await serve(folder, [join(folder, 'built', 'storeless.mjs')]);
    // Whoever is asked first would be measured while its code is still being compiled.
    let rows = 0;
    for (const {address} of [storeless, durable]) rows = (await send(address, 64, 2, Infinity)).accepted;
    console.log(`\n${'waiting at once'.padEnd(18)}${['kept a second', '× fsync', 'without store', 'ratio'].map((head) => head.padStart(15)).join('')}   (median of ${rounds} times ${seconds} s, in turn)`);
    for (const people of waiting) {
      const [kept, bare, raw] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
      for (let round = 0; round < rounds; round += 1) {
        raw.push(fsyncsIn(folder, 1));
        const {rate, accepted} = await send(durable.address, people, seconds, Infinity);
        kept.push(rate);
        rows += accepted;
        bare.push((await send(storeless.address, people, seconds, Infinity)).rate);
      }
      const ratio = median(kept) / median(bare);
      console.log(String(people).padEnd(18) + [figures(median(kept)), (median(kept) / median(raw)).toFixed(2), figures(median(bare)), ratio.toFixed(2)].map((cell) => cell.padStart(15)).join('') + (ratio < aim.ratio ? `   below the aim, ${aim.ratio}` : ''));
    }
    const {took, accepted} = await send(durable.address, 64, 10 * aim.seconds, submissions);
    console.log(`\n${figures(accepted)} submissions kept in ${took.toFixed(1)} s${took > aim.seconds ? `, more than the aim, ${aim.seconds} s` : ''}.`);
    rows += accepted;
    if (rows < rowsAtRestart) rows += (await send(durable.address, 64, 10 * aim.seconds, rowsAtRestart - rows)).accepted;
    durable.child.kill('SIGKILL');
    await durable.gone;
    const [bare, again] = [await startedIn(folder, [join(folder, 'built', 'storeless.mjs')]), await startedIn(folder, [join(root, 'dist', 'endpoint', 'care-endpoint.js'), 'serve'])];
    console.log(`Killed with ${figures(rows)} kept, it is ready again in ${again.toFixed(2)} s, ${(again / bare).toFixed(1)} × what it takes without a store${again > aim.restart ? `, more than the aim, ${aim.restart} s` : ''}.`);
    storeless.child.kill();
    await storeless.gone;
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** Times a second that one writer writes a page through to the disk. @param {string} folder @param {number} seconds */
function fsyncsIn(folder, seconds) {
  const page = Buffer.alloc(4096, 1);
  const file = openSync(join(folder, 'fsyncs'), 'w');
  const end = performance.now() + seconds * 1000;
  let count = 0;
  for (; performance.now() < end; count += 1) {
    writeSync(file, page);
    fdatasyncSync(file);
  }
  closeSync(file);
  return count / seconds;
}

/**
 * Sends from a process of its own.
 * @param {string} address @param {number} people @param {number} seconds @param {number} most
 * @returns {Promise<{rate: number, took: number, accepted: number}>}
 */
async function send(address, people, seconds, most) {
  const child = spawn(process.execPath, [self, '--send', address, String(people), String(seconds), String(most)], {stdio: ['ignore', 'pipe', 'inherit']});
  let said = '';
  child.stdout.on('data', (words) => (said += words));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The sender ended with ${code}.`);
  return JSON.parse(said);
}

/** Bare sockets, so that what sends takes little from what answers. @param {string} address @param {number} people @param {number} seconds @param {number} most */
async function generate(address, people, seconds, most) {
  const {hostname, port} = new URL(address);
  const placeholder = '00000000-0000-7000-8000-000000000000';
  const example = JSON.parse(await readFile(join(root, 'bench', 'invented', 'submission.json'), 'utf8'));
  const body = JSON.stringify({id: placeholder, ...example, answers: {...example.answers, story: example.answers.story.repeat(14)}});
  const template = Buffer.from(`POST /v1/submissions HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  const place = template.indexOf(placeholder);
  let [begun, accepted] = [0, 0];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({length: people}, () => new Promise((done, fail) => {
      const socket = connect(Number(port), hostname);
      let answer = '';
      const next = () => {
        if (begun >= most || performance.now() > end) return done(socket.end());
        begun += 1;
        const request = Buffer.from(template);
        request.write(uuid(), place, 'latin1');
        socket.write(request);
      };
      socket.setNoDelay(true);
      socket.on('error', fail);
      socket.on('connect', next);
      socket.on('data', (words) => {
        answer += words.toString('latin1');
        const head = answer.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0);
        if (answer.length < head + 4 + length) return;
        if (!answer.startsWith('HTTP/1.1 201')) return fail(new Error(answer));
        accepted += 1;
        answer = '';
        next();
      });
    })),
  );
  const took = (performance.now() - started) / 1000;
  console.log(JSON.stringify({rate: accepted / took, took, accepted}));
}

/** A UUIDv7 that is never the same. */
function uuid() {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

/** @param {string} folder @param {string[]} words */
async function serve(folder, words) {
  const example = await readFile(join(root, 'demo', 'receiver.json'), 'utf8').then((text) => text.replaceAll(/\{\{\w+\}\}/g, 'https://central.example'));
  const receiver = join(folder, 'receiver.json');
  await writeFile(receiver, example);
  const data = join(folder, 'data');
  await mkdir(data, {recursive: true});
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, CARE_RECEIVER: receiver, CARE_KEYS: '', DATABASE_URL: '', CARE_LIMITS: 'off'},
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const listening = /listens at (http:\S+)\n/.exec(said)?.[1];
      if (listening) resolve(listening);
    });
    child.once('exit', () => reject(new Error(`It ended by itself: ${said}`)));
  });
  return {child, gone, address};
}

/** Seconds until it answers, from when it was started; then it is stopped. @param {string} folder @param {string[]} words */
async function startedIn(folder, words) {
  const started = performance.now();
  const {child, gone, address} = await serve(folder, words);
  await fetch(`${address}/readyz`);
  const took = (performance.now() - started) / 1000;
  child.kill();
  await gone;
  return took;
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((low, high) => low - high)[numbers.length >> 1] ?? 0;
}

/** @param {number} number */
function figures(number) {
  return Math.round(number).toLocaleString('en-GB');
}
