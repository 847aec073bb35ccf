import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {ReceiverFile} from '../../../src/contract/receiver.js';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {dataComplaintWarnings} from '../../../src/endpoint/receiver/data-complaint-warnings.js';
import {startEndpoint} from '../../../src/endpoint/serve.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {exampleReceiver, openEndpoint} from '../../support/endpoint/endpoint.js';
import {sqliteWorker, temporaryFolder} from '../../support/endpoint/sqlite-worker.js';

const {dataComplaint: _, ...without} = exampleReceiver;
const missing: ReceiverFile = without;
const example: ReceiverFile = {...without, example: true};
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rm(folder, {recursive: true}));

/** Starts the endpoint on a day with such a file over the folder of this test, and ends it. Gives what its owner was told. */
async function startOn(day: string, receiver: ReceiverFile): Promise<string> {
  const file = join(folder, 'receiver.json');
  await writeFile(file, JSON.stringify(receiver));
  const told: string[] = [];
  const configuration = readConfiguration({PORT: '0', DATA_DIR: join(folder, 'data'), CARE_RECEIVER: file});
  const endpoint = await startEndpoint(configuration, {worker: await sqliteWorker(), clock: () => new Date(`${day}T12:00:00Z`), log: (line) => told.push(line)});
  await endpoint.close();
  return told.join('\n');
}

describe('a receiver’s file that does not say where people complain about their information', () => {
  it('starts with a warning that names the field, the mend and the day, for 90 days from the first that gave it', async () => {
    for (const day of ['2027-01-10', '2027-01-11', '2027-04-09']) {
      const told = await startOn(day, missing);
      expect(told).toContain(join(folder, 'receiver.json'));
      expect(told).toMatch(/no "dataComplaint"\. From 2027-04-10 on the endpoint does not start without it/);
      expect(told).toContain('Add "dataComplaint": the https address of a form or page, or "mailto:" and an email address.');
    }
  });

  it('does not start after that, and starts again once the field is there', async () => {
    await startOn('2027-01-10', missing);
    for (const day of ['2027-04-10', '2030-01-01']) await expect(startOn(day, missing)).rejects.toThrow(/receiver\.json \(CARE_RECEIVER\) is not complete:\n {2}dataComplaint: is missing, and has been needed since 2027-04-10\n[\s\S]*Add "dataComplaint"/);
    expect(await startOn('2030-01-01', exampleReceiver)).toBe('');
  });

  it('has its 90 days however late the first start is that knows the field: nobody is stopped by an update', async () => {
    expect(await startOn('2031-05-01', exampleReceiver)).toBe('');
    expect(await startOn('2033-05-01', missing)).toContain('From 2033-07-30 on');
  });

  it('is not asked for it where it says that it is an example, however long', async () => {
    for (const day of ['2027-01-10', '2030-01-10']) expect(await startOn(day, example)).toBe('');
    expect(await startOn('2030-01-11', missing)).toContain('From 2030-04-11 on');
  });

  it('is not counted against by a clock that nobody has set yet', async () => {
    expect(await startOn('1970-01-01', missing)).toBe('');
    expect(await startOn('2027-01-10', missing)).toContain('From 2027-04-10 on');
  });

  it('starts where the store takes nothing just now, and the days begin later', async () => {
    const full = {graceBegan: () => Promise.reject(new StoreUnavailable('database or disk is full'))};
    expect((await dataComplaintWarnings(missing, 'receiver.json', full, new Date('2027-01-10T12:00:00Z'))).join()).toContain('From 2027-04-10 on');
  });

  it('shows in what /readyz says, as long as it is so', async () => {
    for (const [receiver, shown] of [[missing, 'missing'], [example, undefined], [exampleReceiver, undefined]] as const) {
      const endpoint = await openEndpoint({receiver});
      const response = await endpoint.ask('/readyz');
      expect([response.status, ((await response.json()) as {dataComplaint?: string}).dataComplaint]).toEqual([200, shown]);
      await endpoint.close();
    }
  });
});
