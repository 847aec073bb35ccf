import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {readConfiguration, type Configuration} from '../../src/endpoint/configuration.js';
import {startEndpoint, type RunningEndpoint} from '../../src/endpoint/serve.js';
import {eventually} from '../support/eventually.js';
import {exampleReceiver, exampleSubmission} from '../support/endpoint/endpoint.js';
import {sqliteWorker} from '../support/endpoint/sqlite-worker.js';

let folder: string;
let configuration: Configuration;
let running: RunningEndpoint[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-'));
  const receiver = join(folder, 'receiver.json');
  await writeFile(receiver, JSON.stringify(exampleReceiver));
  configuration = readConfiguration({PORT: '0', DATA_DIR: join(folder, 'data'), CARE_RECEIVER: receiver});
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((endpoint) => endpoint.close()));
  await rm(folder, {recursive: true});
});

async function start(changes: Partial<Configuration> = {}, log = (_line: string) => {}): Promise<RunningEndpoint & {address: string}> {
  const endpoint = await startEndpoint({...configuration, ...changes}, {worker: await sqliteWorker(), log});
  running.push(endpoint);
  return {...endpoint, address: `http://127.0.0.1:${endpoint.port}`};
}

const send = (address: string, body: unknown) =>
  fetch(`${address}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});

describe('the endpoint over HTTP', () => {
  it('keeps what it received over a restart, with the same reference', async () => {
    const submission = exampleSubmission();
    const first = await start();
    const receipt = await (await send(first.address, submission)).json();
    await first.close();
    running = [];
    // Nothing is left in the log that SQLite writes ahead: the file alone is a whole copy.
    expect((await readdir(configuration.dataFolder)).sort()).toEqual(['care-elements.db', 'inbox-token', 'keys.json']);
    const second = await start();
    const again = await send(second.address, submission);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(receipt);
  });

  it('has its inbox in the language of the team, and starts in English, saying so, where there are no words in that', async () => {
    const logged: string[] = [];
    const inEach = [await start({teamLanguage: 'en-XA'}, (line) => logged.push(line)), await start({teamLanguage: 'tlh'}, (line) => logged.push(line))];
    const languages = await Promise.all(inEach.map(async ({address}) => /<html lang="([^"]*)"/.exec(await (await fetch(`${address}/inbox`)).text())?.[1]));
    expect(languages).toEqual(['en-xa', 'en']);
    expect(logged.filter((line) => line.includes('CARE_TEAM_LANGUAGE'))).toEqual([expect.stringMatching(/^CARE_TEAM_LANGUAGE is tlh, and there is no translation into it/)]);
  });

  it('may run twice over one database: both know what either received', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const submission = exampleSubmission();
    const answers = await Promise.all([send(one.address, submission), send(other.address, submission)]);
    expect(answers.map(({status}) => status).sort()).toEqual([200, 201]);
    expect(await answers[0].json()).toEqual(await answers[1].json());
  });

  it('makes a token for the inbox once, for its owner alone, when none is named', async () => {
    const first = await start();
    const file = join(folder, 'data', 'inbox-token');
    const token = await readFile(file, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(first.inboxCode).toMatch(/^[\w-]{32}$/);
    const second = await start();
    for (const {address} of [first, second]) {
      expect((await fetch(`${address}/v1/inbox`, {headers: {Authorization: `Bearer ${token}`}})).status).toBe(200);
      expect((await fetch(`${address}/v1/inbox`, {headers: {Authorization: 'Bearer '}})).status).toBe(401);
    }
  });

  it('takes the token that is named, and then prints no code', async () => {
    const endpoint = await start({inboxToken: 'named'});
    expect(endpoint).not.toHaveProperty('inboxCode');
    expect((await fetch(`${endpoint.address}/v1/inbox`, {headers: {Authorization: 'Bearer named'}})).status).toBe(200);
  });

  it('answers 413 to a long body whose sender claims no length, and goes on', async () => {
    const {address, port} = await start();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest({port, method: 'POST', path: '/v1/submissions', headers: {'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked'}}, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      for (let part = 0; part < 20; part += 1) request.write(' '.repeat(16 * 1024));
    });
    expect(status).toBe(413);
    expect((await send(address, exampleSubmission())).status).toBe(201);
  });

  it('takes a short body whose sender claims no length', async () => {
    const {port} = await start();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest({port, method: 'POST', path: '/v1/submissions', headers: {'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked'}}, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end(JSON.stringify(exampleSubmission()));
    });
    expect(status).toBe(201);
  });

  it('answers what has begun to come before it ends, and takes nothing more', async () => {
    const {address, port, close} = await start();
    const submission = exampleSubmission();
    const body = Buffer.from(JSON.stringify(submission));
    const request = httpRequest({port, method: 'POST', path: '/v1/submissions', headers: {'Content-Type': 'application/json', 'Content-Length': body.length}});
    const answered = new Promise<number | undefined>((resolve, reject) => {
      request.on('error', reject);
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    // The endpoint has the request for certain once it has answered another that came after it.
    await new Promise((written) => request.write(body.subarray(0, 10), written));
    await fetch(`${address}/healthz`);
    const closed = close();
    running = [];
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    request.end(body.subarray(10));
    expect(await answered).toBe(201);
    await closed;
    const again = await start();
    expect((await send(again.address, submission)).status).toBe(200);
  });

  it.each([
    ['its headers', 'POST /v1/submissions HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['its body', 'POST /v1/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{'],
  ])('lets go of a sender that never ends %s, and goes on with the others', async (_title, beginning) => {
    const timeouts = {headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50};
    const endpoint = await startEndpoint(configuration, {worker: await sqliteWorker(), log: () => undefined, timeouts});
    running.push(endpoint);
    const socket = connect(endpoint.port, '127.0.0.1');
    const drip = setInterval(() => socket.write(' '), 30);
    socket.on('error', () => clearInterval(drip));
    socket.write(beginning);
    let answered = '';
    socket.on('data', (part) => (answered += String(part)));
    const isClosed = new Promise((closed) => socket.on('close', closed));
    // On a busy machine whoever is quick may be as late as that, and tries again.
    const submission = exampleSubmission();
    await eventually(() => send(`http://127.0.0.1:${endpoint.port}`, submission).then(({ok}) => ok, () => false), 'others to be answered');
    await isClosed;
    clearInterval(drip);
    expect(answered).toMatch(/^(HTTP\/1\.1 (400|408) |$)/);
  });

  it('limits an address, which a proxy names only where its owner said so, and none with CARE_LIMITS=off', async () => {
    const statuses = async (address: string, from: (each: number) => string) => {
      // 300 at once are taken, and one a second: on a slow machine more than ten have to come until one is too many.
      const all = await Promise.all(Array.from({length: 600}, (_, each) => fetch(`${address}/v1/submissions`, {method: 'POST', headers: {'X-Forwarded-For': from(each)}, body: ''})));
      await Promise.all(all.map((response) => response.arrayBuffer()));
      return new Set(all.map(({status}) => status));
    };
    const [plain, behindProxy, unlimited] = [await start(), await start({addressHeader: 'X-Forwarded-For'}), await start({hasLimits: false})];
    const many = (each: number) => `198.51.100.9, 192.0.2.${each % 250}`;
    expect(await statuses(plain.address, many)).toEqual(new Set([415, 429]));
    expect(await statuses(behindProxy.address, many)).toEqual(new Set([415]));
    expect(await statuses(behindProxy.address, () => '203.0.113.1')).toEqual(new Set([415, 429]));
    expect(await statuses(unlimited.address, () => '203.0.113.1')).toEqual(new Set([415]));
  });

  it('says in a few lines what somebody makes go wrong again and again, and at the end how often', async () => {
    const logged: string[] = [];
    const endpoint = await startEndpoint({...configuration, hasLimits: false}, {worker: await sqliteWorker(), log: (line) => logged.push(line)});
    // Each sealed to another key that is nobody's.
    const toNobody = (each: number) => [JSON.stringify({alg: 'ECDH-ES', enc: 'A256GCM', kid: `nobody ${each}`}), 'a', 'a', 'a'].map((part) => Buffer.from(part).toString('base64url')).join('.').replace('.', '..');
    const statuses = new Set<number>();
    for (let each = 0; each < 300; each += 100) {
      const answers = await Promise.all(Array.from({length: 100}, (_, more) => fetch(`http://127.0.0.1:${endpoint.port}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/jose'}, body: toNobody(each + more)})));
      for (const {status} of answers) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([503]));
    expect(logged.length).toBeLessThan(10);
    await endpoint.close();
    expect(logged.at(-1)).toMatch(/^… and 29\d more, the last: POST \/v1\/submissions: something is sealed to a key/);
  });

  it('does not start with a key for contact details that is none', async () => {
    await expect(start({contactKey: 'none'})).rejects.toThrow(/^CARE_CONTACT_KEY/);
    await expect(stat(join(folder, 'data'))).rejects.toThrow();
  });

  it('says which port is taken and what to set', async () => {
    const {port} = await start();
    await expect(start({port})).rejects.toThrow(new RegExp(`port ${port}: something listens there already\\.\\nSet PORT`));
  });

  it('does not start without a receiver, and leaves no files behind then', async () => {
    await expect(start({receiverFile: undefined})).rejects.toThrow(/^CARE_RECEIVER is not set/);
    await expect(stat(join(folder, 'data'))).rejects.toThrow();
  });

  it('says which folder it cannot use', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(start({dataFolder: join(folder, 'file')})).rejects.toThrow(/\(DATA_DIR\) cannot be used/);
  });
});

describe('the environment', () => {
  it('has defaults, and an empty variable counts as left out', () => {
    expect(readConfiguration({PORT: '', DATA_DIR: '', CARE_ENDPOINT_TOKEN: ' ', CARE_KEYS: '', CARE_RECEIVER: ''})).toEqual({
      host: '127.0.0.1', port: 4000, dataFolder: 'data', keysFile: join('data', 'keys.json'), receiverFile: undefined, teamLanguage: 'en', signpostsFile: undefined, inboxToken: undefined, contactKey: undefined, hasLimits: true, addressHeader: undefined, userHeader: undefined, retention: {}, origin: undefined, alerts: {also: [], overdueAfter: 4 * 60 * 60 * 1000},
    });
  });

  it.each([[{CARE_LIMITS: 'no'}, /^CARE_LIMITS is "no"/], [{CARE_ADDRESS_HEADER: 'X Forwarded'}, /^CARE_ADDRESS_HEADER is/], [{CARE_USER_HEADER: 'X:User'}, /^CARE_USER_HEADER is .* X-Forwarded-User/s]])('with %j is refused by name', (environment, reason) => {
    expect(() => readConfiguration(environment)).toThrow(reason);
  });

  it.each(['http', '-1', '70000', '40.5'])('with PORT %s is refused by name', (PORT) => {
    expect(() => readConfiguration({PORT})).toThrow(/^PORT is /);
  });
});
