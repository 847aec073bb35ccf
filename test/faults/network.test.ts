import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {times} from '../support/faults/length.js';
import {badNetwork, troubles, type BadNetwork, type Trouble} from '../support/faults/network.js';
import {feedback, People, tell, type Feedback} from '../support/faults/people.js';
import {newStores} from '../support/faults/stores.js';

const people = 64;
const submissions = times({short: 600, long: 10_000});
// The sender waits 15 seconds for an answer, and up to minutes between two tries; here it is in more of a hurry.
const patience = 300;
const delay = 400;
const second = 2;

let folder: string;
let endpoint: EndpointProcess;
let network: BadNetwork;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await network.close();
  await endpoint.end('SIGKILL');
  await clear(folder);
});

/** None for every other request, else one of all. */
function anyTrouble(): Trouble {
  return Math.random() < 0.5 ? 'none' : troubles[Math.floor(Math.random() * troubles.length)]!;
}

/** Sends until it is received, by the table of answers: any other end than `not-yet` would lose it. */
async function deliver(sender: People, address: URL, one: Feedback): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await sender.send(address, one, {patience});
    if (outcome.kind === 'received') return;
    if (outcome.kind !== 'not-yet') throw new Error(`Try ${tries} of ${one.id} ended as ${outcome.kind}.`);
    // Full jitter, and what the endpoint asks for wins.
    const seconds = outcome.retryAfterSeconds ?? Math.random() * Math.min(300, 2 ** tries);
    await new Promise((later) => setTimeout(later, seconds * second));
  }
}

describe.each(await newStores())('over a network that fails in every way, into $name', ({name, environment}) => {
  it.skipIf(!environment)(`${submissions} submissions end as exactly ${submissions} rows`, async () => {
    endpoint = await startEndpointProcess({folder, environment});
    network = await badNetwork(endpoint.address, anyTrouble, delay);
    const senders = new People();
    const waiting = Array.from({length: submissions}, () => feedback());
    await Promise.all(
      Array.from({length: people}, async () => {
        for (let one = waiting.pop(); one; one = waiting.pop()) await deliver(senders, network.address, one);
      }),
    );

    const scores = await senders.tally(endpoint.address);
    tell(`${name}, over a bad network`, scores);
    expect([...network.counts.keys()].sort()).toEqual([...troubles].sort());
    expect(scores).toEqual({acknowledged: submissions, lost: 0, twice: 0, rows: submissions});
  });
});
