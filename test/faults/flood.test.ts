import {randomBytes} from 'node:crypto';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {randomCode} from '../../src/contract/code.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {startFlooder, type Flooder} from '../support/faults/flooder.js';
import {times} from '../support/faults/length.js';
import {feedback, type Feedback} from '../support/faults/people.js';

const people = 100;
// Before anybody else comes. After 300 refusals from one network the flooder is told less; more than 100,000 networks are not remembered.
const flood = times({short: 500, long: 120_000});

let folder: string;
let endpoint: EndpointProcess;
let flooder: Flooder | undefined;
beforeEach(async () => {
  folder = temporaryFolder();
  endpoint = await startEndpointProcess({folder, environment: {CARE_LIMITS: 'on', CARE_ADDRESS_HEADER: 'X-Forwarded-For'}});
});
afterEach(async () => {
  flooder?.stop();
  await endpoint.end('SIGKILL');
  await clear(folder);
});

/** What one of them met: whether theirs was kept, and whether they read it with their code. */
interface Met {
  sent: number;
  read: number;
  isTheirs: boolean;
}

async function sendAndRead(from: string): Promise<Met> {
  const code = randomCode(randomBytes(16));
  const one = feedback({right: code});
  const sent = await post('/v1/submissions', from, 'application/json', one.body);
  const read = await post('/feedback/sent', from, 'application/x-www-form-urlencoded', new URLSearchParams({code, _do: 'show'}).toString());
  return {sent: sent.status, read: read.status, isTheirs: (await read.text()).includes(one.story)};
}

function post(path: string, from: string, type: string, body: Feedback['body']): Promise<Response> {
  return fetch(new URL(path, endpoint.address), {method: 'POST', headers: {'Content-Type': type, 'X-Forwarded-For': from}, body});
}

const group = (number: number) => number.toString(16);

const places: readonly {title: string; ofFlooder: (each: number) => string; ofPerson: (each: number) => string}[] = [
  {title: 'the same address', ofFlooder: () => '192.0.2.1', ofPerson: () => '192.0.2.1'},
  {title: 'the same network, from 4,096 smaller ones in it', ofFlooder: (each) => `2001:db8:1:${group(each % 4096)}::1`, ofPerson: (each) => `2001:db8:1:${group(each)}::2`},
  {title: 'networks all over the world', ofFlooder: (each) => `2001:${group(each >> 16)}:${group(each & 0xffff)}:1::1`, ofPerson: (each) => `2001:db8:1:${group(each)}::2`},
];

describe('Somebody who sends what is refused as fast as they can', () => {
  it.each(places.slice(0, times({short: 1, long: places.length})))(`from $title keeps none of ${people} people from sending and from reading what they sent`, async ({title, ofFlooder, ofPerson}) => {
    let each = 0;
    flooder = await startFlooder(endpoint.address, () => ofFlooder(each++));
    const began = performance.now();
    await flooder.sends(flood);
    const before = {count: total(flooder), took: performance.now() - began};
    const met = await Promise.all(Array.from({length: people}, (_, each) => sendAndRead(ofPerson(each))));
    const took = performance.now() - began - before.took;
    flooder.stop();
    const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
    console.log(`From ${title}: ${met.filter(({sent}) => sent === 201).length} of ${people} kept and ${met.filter(({isTheirs}) => isTheirs).length} read in ${seconds(took)}, beside ${total(flooder) - before.count} refused; before them ${before.count} refused in ${seconds(before.took)}. All refusals: ${[...flooder.answered].sort().map(([status, count]) => `${status} × ${count}`).join(', ')}`);

    expect(met).toEqual(Array.from({length: people}, () => ({sent: 201, read: 200, isTheirs: true})));
    // Who is not told less, or gets through, is no flooder.
    for (const status of [400, 403, 415, 422]) expect(flooder.answered.get(status)).toBeGreaterThan(0);
    expect([...flooder.answered.keys()].filter((status) => status < 400 || status >= 500)).toEqual([]);
  });
});

function total({answered}: Flooder): number {
  return [...answered.values()].reduce((sum, count) => sum + count, 0);
}
