import {cp} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {disksAreThere, disksNote, makeDisk, type Disk} from '../support/faults/disk.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {times} from '../support/faults/length.js';
import {People, tell} from '../support/faults/people.js';

const writers = 32;
const rounds = times({short: 3, long: 25});

let disk: Disk;
let endpoint: EndpointProcess;
beforeEach(() => {
  disk = makeDisk(256)!;
});
afterEach(async () => {
  await endpoint.end('SIGKILL');
  disk.remove();
});

describe.skipIf(!disksAreThere)(`power that fails${disksNote}`, () => {
  it(`${rounds} times, while ${writers} people send, takes nothing that was acknowledged`, async () => {
    const people = new People();
    for (let round = 0; round < rounds; round += 1) {
      endpoint = await startEndpointProcess({folder: disk.folder});
      const {address, end} = endpoint;
      const again = people.unanswered().map((one) => people.send(address, one));
      let isOver = false;
      const writing = people.writeUntil(address, writers, () => isOver);
      await Promise.all(again);
      await new Promise((later) => setTimeout(later, 100 + Math.random() * 200));
      const before = new Set(people.acknowledged.keys());
      disk.cut();
      isOver = true;
      await writing;
      // At the moment of this cut the file system can say of a write that it is through when it is not.
      // Where power really fails nobody hears that answer any more, so only what was heard before counts.
      people.hearOnly(before);
      const after = await Promise.all(Array.from({length: writers}, () => people.send(address)));
      expect(after.filter(({kind}) => kind !== 'not-yet')).toEqual([]);
      expect((await fetch(new URL('/readyz', address))).status).toBe(503);
      await end('SIGKILL');
      disk.comeBack();
    }

    expect(await integrityOf(disk)).toEqual([{integrity_check: 'ok'}]);
    endpoint = await startEndpointProcess({folder: disk.folder});
    const scores = await people.tally(endpoint.address);
    tell(`SQLite, power cut ${rounds} times`, scores);
    expect(scores.acknowledged).toBeGreaterThan(0);
    expect(scores).toMatchObject({lost: 0, twice: 0});
  });
});

/** What SQLite says of the database as it came back, before anything has repaired it. */
async function integrityOf({folder}: Disk): Promise<unknown> {
  // A copy, since the driver may hold a file open after it was closed, and the disk would be busy.
  const copy = temporaryFolder();
  await cp(join(folder, 'data'), copy, {recursive: true});
  const database = new Database(join(copy, 'care-elements.db'));
  const integrity: unknown = database.pragma('integrity_check');
  database.close();
  await clear(copy);
  return integrity;
}
