import {readFile} from 'node:fs/promises';
import {request} from 'node:http';
import {connect, type Socket} from 'node:net';
import {join} from 'node:path';
import Database from 'libsql';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {eventually} from '../support/eventually.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {times} from '../support/faults/length.js';
import {feedback, People, tell} from '../support/faults/people.js';

const mostWaiting = 2000;

let folder: string;
let endpoint: EndpointProcess;
beforeEach(async () => {
  folder = temporaryFolder();
  endpoint = await startEndpointProcess({folder});
});
afterEach(async () => {
  await endpoint.end('SIGKILL');
  await clear(folder);
});

interface Answered {
  id: string;
  status: number;
  retryAfter: number;
}

/** Sends on a connection of its own, so that as many as wanted are under way at once. */
function sendAlone({id, body}: {id: string; body: string}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sending = request(new URL('/v1/submissions', endpoint.address), {method: 'POST', agent: false, headers: {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body)}}, (response) => {
      response.resume();
      response.once('end', () => resolve({id, status: response.statusCode ?? 0, retryAfter: Number(response.headers['retry-after'])}));
    });
    sending.once('error', reject);
    sending.end(body);
  });
}

describe('more than can be kept at once', () => {
  it('is told to come back at different times, rather than that it waits in memory; what was taken is kept', async () => {
    // While another process holds the file nothing can be kept, and all that comes has to wait.
    const other = new Database(join(folder, 'data', 'care-elements.db'));
    other.exec('BEGIN IMMEDIATE');
    const sent = Array.from({length: mostWaiting + 300}, () => feedback());
    const answering = sent.map(sendAlone);
    const refused = await firstOf(answering, 200);
    other.exec('ROLLBACK');
    other.close();
    const answers = await Promise.all(answering);

    expect(refused.map(({status}) => status)).toEqual(Array.from({length: 200}, () => 503));
    expect(refused.filter(({retryAfter}) => !(retryAfter >= 5 && retryAfter <= 30))).toEqual([]);
    expect(new Set(refused.map(({retryAfter}) => retryAfter)).size).toBeGreaterThan(10);
    const kept = answers.filter(({status}) => status === 201).map(({id}) => id);
    expect(kept.length).toBeGreaterThan(0);
    const people = new People();
    for (const one of sent) people.sent.set(one.id, one);
    const scores = await people.tally(endpoint.address, kept);
    tell('SQLite, with more than can wait', scores);
    // Nothing that was refused is there either.
    expect(scores).toEqual({acknowledged: kept.length, lost: 0, twice: 0, rows: kept.length});
  });
});

/** The first `count` that answer. */
function firstOf<Each>(promises: readonly Promise<Each>[], count: number): Promise<Each[]> {
  return new Promise((resolve, reject) => {
    const come: Each[] = [];
    for (const promise of promises) {
      promise.then((each) => {
        come.push(each);
        if (come.length === count) resolve([...come]);
      }, reject);
    }
  });
}

describe('an endpoint that is held up for a moment', () => {
  it('is reached by everybody who comes meanwhile, as far as the system lets them wait, and cuts nobody off', async () => {
    // Linux alone tells its limit; elsewhere as few come as any system lets wait.
    const systemsLimit = Number(await readFile('/proc/sys/net/core/somaxconn', 'utf8').catch(() => '128'));
    const many = Math.min(2000, systemsLimit);
    endpoint.child.kill('SIGSTOP');
    const people: Socket[] = [];
    const [reached, cutOff] = [new Set<Socket>(), new Set<Socket>()];
    try {
      for (let each = 0; each < many; each += 1) {
        const socket = connect(Number(endpoint.address.port), endpoint.address.hostname);
        socket.once('connect', () => reached.add(socket)).once('error', () => cutOff.add(socket));
        people.push(socket);
      }
      await eventually(() => reached.size + cutOff.size === many, () => `${reached.size} of ${many} were reached, ${cutOff.size} cut off`);
    } finally {
      endpoint.child.kill('SIGCONT');
      for (const socket of people) socket.destroy();
    }
    expect(cutOff.size).toBe(0);
  });
});

describe('an endpoint that is told to stop', () => {
  const rounds = times({short: 2, long: 50});

  it(`answers everything that it has kept, ${rounds} times while 64 people send, and ends by itself`, async () => {
    const people = new People();
    for (let round = 0; round < rounds; round += 1) {
      const {address, child} = endpoint;
      const gone = new Promise((ended) => child.once('exit', (code, signal) => ended(code ?? signal)));
      const writing = people.writeUntil(address, 64, () => false);
      await new Promise((later) => setTimeout(later, 50 + Math.random() * 150));
      child.kill('SIGTERM');
      expect(await gone).toBe(0);
      await writing;
      endpoint = await startEndpointProcess({folder});
    }
    const scores = await people.tally(endpoint.address);
    tell(`SQLite, told to stop ${rounds} times`, scores);
    // Whoever got no answer had not been taken.
    expect(scores).toEqual({acknowledged: people.acknowledged.size, lost: 0, twice: 0, rows: people.acknowledged.size});
  });
});
