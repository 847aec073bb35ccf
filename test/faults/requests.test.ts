import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {headsOf, type Head} from '../support/faults/connection.js';
import {clear, runCommand, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {sendHalves, type Fate} from '../support/faults/half-sent.js';
import {times} from '../support/faults/length.js';
import {People} from '../support/faults/people.js';
import {anyRequest} from '../support/faults/requests.js';
import {newStores} from '../support/faults/stores.js';
import {lookAt, megabytes, watched, type Sight} from '../support/faults/watched.js';

const atOnce = 50;
const requests = times({short: 600, long: 50_000});
const halves = times({short: 216, long: 4000});
// Until the endpoint lets go by itself two minutes go by.
const fates: readonly Fate[] = times({short: 0, long: 1}) ? ['broken', 'ended', 'left', 'left, with a byte now and then'] : ['broken', 'ended'];
const mostGrowth = 1.1;
// `CARE_SEED` runs the requests of another run again; in the short form they are always the same.
const seed = Number(process.env['CARE_SEED'] ?? times({short: 1, long: Date.now() % 2 ** 31}));
const services = fileURLToPath(new URL('../../demo/services.json', import.meta.url));

let folder: string;
let endpoint: EndpointProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await endpoint?.end('SIGKILL');
  await clear(folder);
});

/** With services to find and feedback to read. */
async function start(environment: Readonly<Record<string, string>> = {}): Promise<EndpointProcess> {
  await runCommand({folder, environment}, 'import-ratings', '--examples', services);
  endpoint = await startEndpointProcess({folder, environment, node: watched});
  await serves(endpoint.address);
  return endpoint;
}

/** Ten people are told that theirs is kept, and the endpoint says that it lives. */
async function serves(address: URL): Promise<void> {
  const people = new People();
  await Promise.all(Array.from({length: 10}, () => people.send(address)));
  expect(people.unanswered()).toEqual([]);
  expect(await headsOf(address, [])).toEqual([expect.objectContaining({status: 200})]);
}

/** How often each status came first to a request; 0 where the connection was closed without a word. Fails with the group in which one is a failure of the endpoint's. */
async function sendGenerated(address: URL, count: number, seed: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyRequest, {minLength: atOnce, maxLength: atOnce}), async (group) => {
      await Promise.all(group.map(async ({bytes, breakAt}) => {
        const heads = await headsOf(address, [bytes.subarray(0, breakAt), bytes.subarray(breakAt)]);
        const first = heads[0]?.status ?? 0;
        statuses.set(first, (statuses.get(first) ?? 0) + 1);
        const failed = heads.find(isFailure);
        if (failed) throw new Error(`It answered ${failed.status} to ${JSON.stringify(bytes.toString('latin1'))}`);
      }));
    }),
    {seed, numRuns: count / atOnce, endOnFailure: true},
  );
  return statuses;
}

/** What says when to come again is none: what is sealed to an unknown key may be opened later. */
function isFailure({status, headers}: Head): boolean {
  return status >= 500 && !(status === 503 && /^Retry-After: \d+\r$/im.test(headers));
}

function tell(what: string, before: Sight, after: Sight): void {
  console.log(`${what}: memory in use ${megabytes(before.heap)} before, ${megabytes(after.heap)} after (${(after.heap / before.heap).toFixed(3)}); resident ${megabytes(before.resident)} before, ${megabytes(after.resident)} after, at most ${megabytes(after.peakResident)}`);
}

describe.each((await newStores()).slice(0, times({short: 1, long: 2})))('the endpoint over $name', ({name, environment}) => {
  it.skipIf(!environment)(`answers ${requests} requests of any kind without a failure or a crash, and its memory stays level`, async () => {
    const {address, child, logged} = await start(environment);
    await sendGenerated(address, requests / 3 - ((requests / 3) % atOnce), seed);
    const before = await lookAt(child);
    const statuses = await sendGenerated(address, requests, seed + 1);
    await serves(address);
    const after = await lookAt(child);
    console.log(`${requests} requests of seed ${seed}: ${[...statuses].sort().map(([status, count]) => `${status || 'none'} × ${count}`).join(', ')}`);
    tell(`${name}, ${requests} requests`, before, after);

    expect(after.prototypes).toEqual(before.prototypes);
    expect(after.heap).toBeLessThan(before.heap * mostGrowth);
    // Else nothing would have got far.
    for (const status of [200, 400, 401, 403, 404, 405, 415]) expect(statuses.get(status)).toBeGreaterThan(0);
    // All that may be said is that something was sealed to a key that is not here.
    expect(logged().split('\n').filter((line) => line !== '' && !line.includes('sealed to a key'))).toEqual([]);
    expect(child.exitCode).toBeNull();
  });

  it.skipIf(!environment)(`goes on while ${halves} requests are sent to some part of them, lets go of each, and its memory stays level`, async () => {
    const {address, child, logged} = await start(environment);
    await (await sendHalves(address, halves / 4, ['broken', 'ended'])).meet();
    const before = await lookAt(child);
    const halfSent = await sendHalves(address, halves, fates);
    await serves(address);
    const meanwhile = await lookAt(child);
    await halfSent.meet();
    await serves(address);
    const after = await lookAt(child);
    tell(`${name}, ${halves} requests half sent`, before, after);
    console.log(`While all were open: memory in use ${megabytes(meanwhile.heap)}, resident ${megabytes(meanwhile.resident)}`);

    expect(after.heap).toBeLessThan(before.heap * mostGrowth);
    expect(logged()).toBe('');
    expect(child.exitCode).toBeNull();
  });
});
