import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {times} from '../support/faults/length.js';
import {People, tell} from '../support/faults/people.js';
import {newStores} from '../support/faults/stores.js';

const writers = 32;
const rounds = times({short: 4, long: 100});

let folder: string;
let endpoint: EndpointProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await endpoint?.end('SIGKILL');
  await clear(folder);
});

describe.each(await newStores())('the endpoint over $name', ({name, environment}) => {
  it.skipIf(!environment)(`killed ${rounds} times while ${writers} people send, loses nothing that it acknowledged and keeps nothing twice`, async () => {
    const people = new People();
    for (let round = 0; round < rounds; round += 1) {
      endpoint = await startEndpointProcess({folder, environment});
      const {address, end} = endpoint;
      // What the last one took without a word is sent again, among what is new.
      const again = people.unanswered().map((one) => people.send(address, one));
      let isOver = false;
      const writing = people.writeUntil(address, writers, () => isOver);
      await Promise.all(again);
      await new Promise((later) => setTimeout(later, 50 + Math.random() * 150));
      await end('SIGKILL');
      isOver = true;
      await writing;
    }

    endpoint = await startEndpointProcess({folder, environment});
    const {address} = endpoint;
    const killed = await people.tally(address);
    await Promise.all(people.unanswered().map((one) => people.send(address, one)));
    const scores = await people.tally(address);
    tell(`${name}, killed ${rounds} times`, scores);
    expect(killed).toMatchObject({lost: 0, twice: 0});
    expect(scores).toEqual({acknowledged: people.sent.size, lost: 0, twice: 0, rows: people.sent.size});
  });
});
