import {spawn, type ChildProcess} from 'node:child_process';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import Database from 'libsql';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {writeCqcFiles} from '../../../../bench/invented/cqc-files.js';
import {eventually} from '../../../support/eventually.js';
import {exampleReceiver, exampleSubmission} from '../../../support/endpoint/endpoint.js';
import {builtFile, sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {areaId, generationsIn, providerId, type Orders} from '../../../support/endpoint/generation.js';

const command = fileURLToPath(new URL('../../../../dist/endpoint/care-endpoint.js', import.meta.url));
// A whole directory of England: CARE_IMPORT_SERVICES=55000 npx vitest run --testTimeout=900000 test/endpoint/importing
const services = Number(process.env['CARE_IMPORT_SERVICES'] ?? 2000);
const writers = 32;

let folder: string;
let address: string;
const processes: ChildProcess[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  const receiver = join(folder, 'receiver.json');
  await writeFile(receiver, JSON.stringify(exampleReceiver));
  const endpoint = start([command, 'serve'], {PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, CARE_RECEIVER: receiver, CARE_KEYS: '', DATABASE_URL: '', CARE_LIMITS: 'off'});
  address = /http:\S+/.exec(await endpoint.said(/listens at http:\S+\n/))![0];
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((each) => ended(each, 'SIGTERM')));
  await rm(folder, {recursive: true});
});

function start(words: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, words, {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, ...environment}});
  processes.push(child);
  let output = '';
  child.stdout?.on('data', (words) => (output += words));
  return {
    child,
    /** What it has said, once that fits. */
    async said(expected: RegExp): Promise<string> {
      await eventually(() => {
        if (!expected.test(output) && child.stdout?.readableEnded) throw new Error(`It ended by itself: ${output}`);
        return expected.test(output);
      }, () => `${String(expected)}; it said: ${output}`);
      return output;
    },
  };
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (signal) child.kill(signal);
  await gone;
}

async function startImporting(generation: number, more: Partial<Orders> = {}) {
  const orders: Orders = {file: join(folder, 'care-elements.db'), worker: (await sqliteWorker()).href, generation, services, ...more};
  return start([fileURLToPath(await builtFile('test/support/endpoint/importer.ts')), JSON.stringify(orders)]);
}

async function importAll(generation: number, more: Partial<Orders> = {}): Promise<void> {
  const importing = await startImporting(generation, more);
  await importing.said(/^ended$/m);
  await ended(importing.child);
}

// Everything that answers from the directory.
const addresses = ['/v1/services?q=maple&limit=50', '/v1/services/1-700000001', '/v1/services/1-700000001/rating', `/v1/services/${providerId}/rating`, '/v1/places', `/v1/places/${areaId}`, `/v1/places/${areaId}/services`];

/** The generation of an answer, 0 while it holds nothing; fails where it holds two. */
async function generationAt(path: string): Promise<number> {
  const response = await fetch(address + path);
  const text = await response.text();
  const generations = generationsIn(text);
  expect(generations.length, `${path}: ${String(generations)}`).toBeLessThanOrEqual(1);
  return generations[0] ?? 0;
}

/** Waits until an answer is of a generation: on a machine that is busy, a large directory takes longer to read for searching than a search waits for. */
async function isAt(generation: number, path: string): Promise<void> {
  await eventually(async () => (await generationAt(path)) === generation, `generation ${generation} at ${path}`);
}

/** Does something again and again until `work` is done, and once more after it. */
async function meanwhile(work: Promise<void>, something: () => Promise<void>): Promise<void> {
  let isDone = false;
  const doing = work.finally(() => (isDone = true));
  while (!isDone) await something();
  await doing;
  await something();
}

describe('While a directory is imported by another process', () => {
  it('everybody’s feedback is taken, and answers are of the old one until they are of the new', async () => {
    await importAll(1);
    await Promise.all(addresses.map((path) => isAt(1, path)));
    const importing = importAll(2);
    const sent = new Set<string>();
    const refused: number[] = [];
    const writing = Array.from({length: writers}, () =>
      meanwhile(importing, async () => {
        const submission = exampleSubmission();
        const response = await fetch(`${address}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(submission)});
        await response.text();
        if (response.status === 201) sent.add(submission.id);
        else refused.push(response.status);
      }),
    );
    const reading = addresses.map(async (path) => {
      const seen: number[] = [];
      await meanwhile(importing, async () => void seen.push(await generationAt(path)));
      return seen;
    });
    const [seenAt] = await Promise.all([Promise.all(reading), Promise.all(writing)]);
    expect(refused).toEqual([]);
    expect(sent.size).toBeGreaterThan(writers);
    for (const [position, seen] of seenAt.entries()) expect([...seen].sort(), `${addresses[position]}: ${String(seen)}`).toEqual(seen);
    await Promise.all(addresses.map((path) => isAt(2, path)));
    const database = new Database(join(folder, 'care-elements.db'));
    const {kept} = database.prepare('SELECT count(*) AS kept FROM submissions').get([]) as {kept: number};
    database.close();
    expect(kept).toBe(sent.size);
  });
});

describe('While care-endpoint import-ratings imports CQC’s files', () => {
  // All of England: node bench/import.js
  it('everybody’s feedback is taken and kept, and the second time changes nothing', async () => {
    const {directory, ratingsCsv} = await writeCqcFiles(folder, {services: 800, ratingRows: 3300});
    const [sent, refused]: [string[], number[]] = [[], []];
    const said: string[] = [];
    for (const _time of ['first', 'again']) {
      const imports = start([command, 'import-ratings', directory, ratingsCsv], {DATA_DIR: folder, DATABASE_URL: ''});
      const importing = ended(imports.child);
      await Promise.all(Array.from({length: writers}, () =>
        meanwhile(importing, async () => {
          const submission = exampleSubmission();
          const response = await fetch(`${address}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(submission)});
          await response.text();
          if (response.status === 201) sent.push(submission.id.replaceAll('-', ''));
          else refused.push(response.status);
        }),
      ));
      said.push(await imports.said(/ratings: .*\n/));
    }
    expect(refused).toEqual([]);
    expect(said[1]).toMatch(/^0 added, 0 changed, \d+ unchanged, 0 skipped\nratings: 0 added, 0 changed, \d+ unchanged, 0 skipped\n$/);
    const database = new Database(join(folder, 'care-elements.db'));
    const kept = (database.prepare('SELECT lower(hex(id)) AS id FROM submissions').all([]) as {id: string}[]).map(({id}) => id);
    database.close();
    expect(kept.sort()).toEqual(sent.sort());
  });
});

describe('An import that is killed', () => {
  it('leaves everything as it was, and the next one works', async () => {
    await importAll(1);
    await Promise.all(addresses.map((path) => isAt(1, path)));
    // Nobody else wants it until it is killed, and then the next one need not wait long.
    const killed = await startImporting(2, {stopAfter: 1000, lease: 500});
    await killed.said(/^stopped$/m);
    await ended(killed.child, 'SIGKILL');
    for (const path of addresses) expect(await generationAt(path)).toBe(1);
    await importAll(3);
    await Promise.all(addresses.map((path) => isAt(3, path)));
    expect(generationsEverywhere()).toEqual([3]);
  });
});

describe('Two imports at once, in two processes', () => {
  it('come one after the other, and both are whole', async () => {
    await Promise.all([importAll(1), importAll(2)]);
    const [last] = generationsEverywhere();
    expect([1, 2]).toContain(last);
    expect(generationsEverywhere()).toEqual([last]);
    await Promise.all(addresses.map((path) => isAt(last!, path)));
  });
});

/** The generations of all rows in the file, also of those that nobody reads. */
function generationsEverywhere(): number[] {
  const database = new Database(join(folder, 'care-elements.db'));
  const texts = [...database.prepare('SELECT known AS text FROM services').all([]), ...database.prepare('SELECT body AS text FROM ratings').all([])] as {text: string}[];
  database.close();
  expect(texts).toHaveLength(2 * services);
  return generationsIn(texts.map(({text}) => text).join());
}
