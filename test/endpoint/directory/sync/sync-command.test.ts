import {spawn} from 'node:child_process';
import {rm} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {key, location, provider, startCqcServer, wrong, type CqcServer} from '../../../support/endpoint/cqc-server.js';

const command = fileURLToPath(new URL('../../../../dist/endpoint/care-endpoint.js', import.meta.url));

let folder: string;
let cqc: CqcServer;

beforeEach(async () => {
  folder = temporaryFolder();
  cqc = await startCqcServer();
  for (let number = 1; number <= 400; number += 1) cqc.put('location', location(number).locationId, location(number));
  cqc.put('provider', provider.providerId, provider);
});
afterEach(async () => {
  await cqc.close();
  await rm(folder, {recursive: true});
});

/** The command as people start it, in a process of its own. */
function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [command, 'sync'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, DATA_DIR: folder, CARE_CQC_API: cqc.base, CARE_CQC_KEY: key, ...environment},
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += String(words)));
  const ended = new Promise<{code: number | null; said: string}>((resolve) => child.once('close', (code) => resolve({code, said})));
  return {child, ended};
}

/** When so many records have been asked for. */
function fetched(count: number): Promise<void> {
  return new Promise((resolve) => {
    cqc.instead = (path) => {
      if (/^\/locations\/1/.test(path) && cqc.fetched().length === count) resolve();
      return undefined;
    };
  });
}

it.each([
  ['SIGKILL', null],
  ['SIGINT', 130],
] as const)('goes on after %s without fetching everything again', async (signal, expected) => {
  const enough = fetched(250);
  const {child, ended} = start();
  await enough;
  child.kill(signal);
  const {code, said} = await ended;
  expect(code).toBe(expected);
  if (expected !== null) expect(said).toContain('run sync again to go on');

  cqc.asked.length = 0;
  const again = await start().ended;
  expect(again).toMatchObject({code: 0, said: expect.stringContaining('401 added, 0 changed, 0 unchanged, 0 skipped') as string});
  expect(cqc.fetched().length).toBeLessThan(260);
  expect(cqc.fetched().length).toBeGreaterThan(100);
  expect(said + again.said).not.toContain(key);
});

it('says in words what to mend where the key is none, and ends with 1', async () => {
  expect(await start({CARE_CQC_KEY: 'another-key'}).ended).toMatchObject({code: 1, said: expect.stringMatching(/^CQC’s API does not take the key in CARE_CQC_KEY \(it answers 401\)/) as string});
  expect(await start({CARE_CQC_KEY: ''}).ended).toMatchObject({code: 1, said: expect.stringMatching(/^CARE_CQC_KEY is not set/) as string});
});

it('writes plain lines where there is no terminal', async () => {
  cqc.instead = (path) => (path.endsWith('1-900000007') ? wrong.status(404) : undefined);
  const {code, said} = await start().ended;
  expect(code).toBe(0);
  expect(said).toBe(`Fetching every record that CQC has.
location 1-900000007: CQC has no record of it any more (404); skipped
400 added, 0 changed, 0 unchanged, 1 skipped
ratings: 400 added, 0 changed, 0 unchanged, 0 skipped
`);
});
