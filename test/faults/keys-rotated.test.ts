import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {JWK} from 'jose';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {exampleSubmission} from '../support/endpoint/endpoint.js';
import {keyPair, sealTo} from '../support/endpoint/sealing.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {eventually} from '../support/eventually.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {times} from '../support/faults/length.js';

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../dist/endpoint/care-endpoint.js', import.meta.url));

let folder: string;
let endpoints: EndpointProcess[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await Promise.all(endpoints.map((endpoint) => endpoint.end('SIGKILL')));
  endpoints = [];
  await clear(folder);
});

const keysOf = async ({address}: EndpointProcess) => ((await (await fetch(new URL('/v1/receiver', address))).json()) as {keys: (JWK & {kid: string})[]}).keys;
const ready = async ({address}: EndpointProcess) => (await (await fetch(new URL('/readyz', address))).json()) as Record<string, string>;
const send = async ({address}: EndpointProcess, key: JWK) =>
  (await fetch(new URL('/v1/submissions', address), {method: 'POST', headers: {'Content-Type': 'application/jose'}, body: await sealTo(key, exampleSubmission())})).status;

it('two endpoints that run over one key file give out the key that a command made, open what was sealed to either, and outlive a broken file', async () => {
  const file = join(folder, 'keys.json');
  // One after the other, so that the first makes the file.
  for (const name of ['one', 'other']) endpoints.push(await startEndpointProcess({folder: join(folder, name), environment: {CARE_KEYS: file}}));
  const [one, other] = endpoints as [EndpointProcess, EndpointProcess];
  const [before] = (await keysOf(one)) as [JWK & {kid: string}];
  expect(await keysOf(other)).toEqual([before]);

  await run(process.execPath, [command, 'keys', 'rotate'], {env: {...process.env, CARE_KEYS: file, DATA_DIR: join(folder, 'one', 'data')}});
  const {sealing} = JSON.parse(await readFile(file, 'utf8')) as {sealing: (JWK & {kid: string})[]};
  const {d: _private, ...made} = sealing.find(({kid}) => kid !== before.kid)!;
  // It looks every ten seconds, for which the long form waits, and at once when something comes that is sealed to a key that it does not know.
  if (times({short: 1, long: 0})) expect(await send(one, made)).toBe(201);
  const [after] = (await eventually(async () => (await keysOf(one)).filter(({kid}) => kid !== before.kid).length > 0 && keysOf(one), 'the new key')) as [JWK & {kid: string}];
  // Before its own look, where that has not been yet: a browser may bring it from the first.
  await eventually(async () => (await send(other, after)) === 201, 'the other to open what is sealed to the new key');
  expect(await keysOf(other)).toEqual([after]);
  for (const endpoint of endpoints) for (const key of [before, after]) expect(await send(endpoint, key)).toBe(201);

  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.slice(0, whole.length / 2));
  const {publicKey: invented} = await keyPair();
  await eventually(async () => (await send(one, invented)) === 503 && (await ready(one))['keys'] === 'unreadable', 'the fault to be told');
  expect(one.logged()).toContain('cannot be used as it is now');
  for (const key of [before, after]) expect(await send(one, key)).toBe(201);
  expect(await keysOf(one)).toEqual([after]);
  await writeFile(file, whole);
  await eventually(async () => (await send(one, invented)) === 503 && !('keys' in (await ready(one))), 'the file to be read again');
});
