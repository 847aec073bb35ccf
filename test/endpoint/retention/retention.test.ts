import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runCommandLine} from '../../../src/endpoint/command-line.js';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import * as opened from '../../../src/endpoint/store/open-store.js';
import {hashOfReference, readReference} from '../../../src/endpoint/access/reference.js';
import {dailyTidying, tidy} from '../../../src/endpoint/retention/daily-tidying.js';
import {beginRetention, retentionInWords, retentionPolicy} from '../../../src/endpoint/retention/retention-policy.js';
import {startEndpoint, type RunningEndpoint} from '../../../src/endpoint/serve.js';
import {sqliteMigrations} from '../../../src/endpoint/store/sqlite/sqlite-schema.js';
import {StoreUnavailable, type Store} from '../../../src/endpoint/store/store.js';
import {exampleReceiver} from '../../support/endpoint/endpoint.js';
import {giveStoresTheirWorker, listen, type Heard} from '../../support/endpoint/listening.js';
import {sqliteWorker, temporaryFolder} from '../../support/endpoint/sqlite-worker.js';
import {newSubmission} from '../../support/store/submission-examples.js';

const reference = 'K7M0-4TRD-9X1P-H6WC';
const day = 24 * 60 * 60 * 1000;
let heard: Heard;
let folder: string;

beforeEach(async () => {
  heard = listen();
  folder = temporaryFolder();
  await giveStoresTheirWorker();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, {recursive: true});
});

const run = (words: readonly string[], environment = {}) => runCommandLine(words, {DATA_DIR: folder, ...environment});
async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await opened.openStore({dataFolder: folder});
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();
const fileNow = () => readFile(join(folder, 'care-elements.db'), 'latin1');

describe('the time for which things are kept', () => {
  it.each(['-1', '00', '1.5', 'a year', '30 days', '100000'])('is a whole number of days, and "%s" is none', (text) => {
    expect(() => readConfiguration({CARE_KEEP_STORY: text})).toThrow(/^CARE_KEEP_STORY is/);
    for (const name of ['CARE_KEEP_CONTACT', 'CARE_KEEP_EQUALITY']) expect(() => readConfiguration({[name]: text})).toThrow(new RegExp(`^${name} is "${text}", .*\\nSet it to a number from 1 to 99999, or to 0`));
  });

  it('is three years for what people wrote and one for how to reach them, where nothing came before and nothing is set', () => {
    expect(retentionPolicy({}, {defaults: [], isEmpty: true})).toEqual({stories: {kept: 'for days', days: 1095, isDefault: true}, contacts: {kept: 'for days', days: 365, isDefault: true}});
  });

  it('is nobody’s to choose but the owner’s where something came before, kind by kind', () => {
    expect(retentionPolicy({}, {defaults: [], isEmpty: false})).toEqual({stories: {kept: 'until decided'}, contacts: {kept: 'until decided'}});
    expect(retentionPolicy({contacts: 90}, {defaults: ['stories'], isEmpty: false})).toEqual({stories: {kept: 'for days', days: 1095, isDefault: true}, contacts: {kept: 'for days', days: 90, isDefault: false}});
    expect(retentionPolicy({stories: 0}, {defaults: ['stories'], isEmpty: false})).toMatchObject({stories: {kept: 'for good'}, contacts: {kept: 'until decided'}});
  });

  it('is told at the start, whatever it is', () => {
    const told = (environment: Record<string, string>, memory: Parameters<typeof retentionPolicy>[1]) => {
      const {retention} = readConfiguration(environment);
      return retentionInWords(retentionPolicy(retention!, memory), retention!);
    };
    expect(told({CARE_KEEP_STORY: '30', CARE_KEEP_CONTACT: '0'}, {defaults: [], isEmpty: false})).toEqual([
      'Free text is deleted 30 days after it came',
      'Contact details are kept until somebody erases them (CARE_KEEP_CONTACT is 0)',
    ]);
    expect(told({}, {defaults: [], isEmpty: true})).toEqual([
      'Free text is deleted 3 years (1,095 days) after it came, since CARE_KEEP_STORY is not set',
      'Contact details are deleted a year (365 days) after they came, since CARE_KEEP_CONTACT is not set',
    ]);
    expect(told({CARE_KEEP_EQUALITY: '30'}, {defaults: [], isEmpty: false})).toEqual([
      'Free text is kept for now: there is feedback already, and nobody has said for how long. Set CARE_KEEP_STORY to a number of days, or to 0 to keep it for good',
      'Contact details are kept for now: there is feedback already, and nobody has said for how long. Set CARE_KEEP_CONTACT to a number of days, or to 0 to keep them for good',
      'CARE_KEEP_EQUALITY does nothing yet: no equality questions are asked',
    ]);
  });

  it('stops no start where the disk does not let it be noted', async () => {
    const log: string[] = [];
    const full = {retentionMemory: () => Promise.resolve({defaults: [], isEmpty: true}), rememberDefaults: () => Promise.reject(new StoreUnavailable('the disk is full'))};
    expect(await beginRetention(full, {}, (line) => log.push(line))).toMatchObject({stories: {days: 1095}});
    expect(log).toEqual([expect.stringContaining('the disk is full')]);
  });

  it('ends to the millisecond by the clock that is given', async () => {
    const submission = newSubmission({receivedAt: '2026-11-01T12:00:00.000Z', stories: {story: 'WORDS'}});
    await withStore(async (store) => {
      await store.save(submission);
      expect(await tidy(store, {stories: 30}, new Date('2026-12-01T12:00:00.000Z'))).toMatchObject({stories: 0});
      expect(await tidy(store, {stories: 30}, new Date('2026-12-01T12:00:00.001Z'))).toMatchObject({stories: 1});
    });
  });

  it('is looked after once a day, and again at once where that failed', async () => {
    let now = Date.parse('2026-12-01T12:00:00.000Z');
    const log: string[] = [];
    await withStore(async (store) => {
      let isBroken = true;
      let times = 0;
      const counted: Store = {...store, tidy: (step) => {
        times += 1;
        return isBroken ? Promise.reject(new StoreUnavailable('the disk is full')) : store.tidy(step);
      }};
      const tidyIfDue = dailyTidying({store: counted, days: {stories: 30}, clock: () => new Date(now), log: (line) => log.push(line)});
      await tidyIfDue();
      expect(log).toEqual(['Tidying did not end, and is tried again: the disk is full']);
      isBroken = false;
      for (const later of [0, 1, day - 2, 1, day]) {
        now += later;
        await tidyIfDue();
      }
      // The failure, its repeat, and the two days after it.
      expect(times).toBe(4);
    });
  });
});

describe('an endpoint that starts', () => {
  let endpoint: RunningEndpoint | undefined;
  afterEach(() => endpoint?.close());

  async function start(environment: Record<string, string> = {}): Promise<RunningEndpoint> {
    await endpoint?.close();
    const receiver = join(folder, 'receiver.json');
    await writeFile(receiver, JSON.stringify(exampleReceiver));
    endpoint = await startEndpoint(readConfiguration({PORT: '0', DATA_DIR: folder, CARE_RECEIVER: receiver, ...environment}), {worker: await sqliteWorker(), log: () => undefined});
    return endpoint;
  }
  const ready = async () => (await fetch(`http://127.0.0.1:${endpoint!.port}/readyz`)).json();
  const old = () => newSubmission({receivedAt: daysAgo(1096), stories: {story: 'OLD'}, contact: {name: 'Example Person'}});
  async function left(): Promise<unknown> {
    await endpoint?.close();
    endpoint = undefined;
    const database = new Database(join(folder, 'care-elements.db'));
    try {
      return database.prepare('SELECT (SELECT count(*) FROM stories) AS stories, (SELECT count(*) FROM contacts) AS contacts').all([])[0];
    } finally {
      database.close();
    }
  }
  /** A database as the version before wrote it. */
  function earlier(rows: readonly string[]): void {
    const database = new Database(join(folder, 'care-elements.db'));
    const before = sqliteMigrations.findIndex((migration) => migration.includes('retention_defaults'));
    database.exec(`${sqliteMigrations.slice(0, before).join(';')}; PRAGMA user_version = ${before}; ${rows.join(';')}`);
    database.close();
  }
  const oldRow = "INSERT INTO submissions (id, content_hash, reference_hash, received_at, urgency, coded) VALUES (zeroblob(16), x'', x'', '2020-01-01T10:00:00.000Z', 0, '{}'); INSERT INTO stories VALUES (1, 'story', 'OLD'); INSERT INTO contacts VALUES (1, '{}')";

  it('goes on tidying by the defaults once it has received something, without anything set', async () => {
    await start();
    expect(await ready()).toEqual({status: 'ready'});
    await endpoint!.close();
    await withStore((store) => store.save(old()));
    const {retention} = await start();
    expect(retention).toMatchObject({stories: {isDefault: true}, contacts: {isDefault: true}});
    expect(await ready()).toEqual({status: 'ready'});
    expect(await left()).toEqual({stories: 0, contacts: 0});
  });

  it('deletes nothing that came before there were defaults, says so, and does what its owner then sets', async () => {
    earlier([oldRow]);
    await start();
    expect(await ready()).toEqual({status: 'ready', retention: 'not-set'});
    expect(await left()).toEqual({stories: 1, contacts: 1});
    await start({CARE_KEEP_STORY: '365'});
    expect(await ready()).toEqual({status: 'ready', retention: 'not-set'});
    expect(await left()).toEqual({stories: 0, contacts: 1});
    await start({CARE_KEEP_STORY: '365', CARE_KEEP_CONTACT: '0'});
    expect(await ready()).toEqual({status: 'ready'});
    expect(await left()).toEqual({stories: 0, contacts: 1});
  });

  it('keeps to the defaults over a database of before in which nothing has ever come', async () => {
    earlier([]);
    await start();
    await endpoint!.close();
    await withStore((store) => store.save(old()));
    await start();
    expect(await ready()).toEqual({status: 'ready'});
    expect(await left()).toEqual({stories: 0, contacts: 0});
  });

  it('never goes back to a default by itself where its owner had set something else', async () => {
    await start({CARE_KEEP_STORY: '0'});
    await endpoint!.close();
    await withStore((store) => store.save(old()));
    const {retention} = await start();
    expect(retention).toMatchObject({stories: {kept: 'until decided'}, contacts: {isDefault: true}});
    await start({CARE_KEEP_STORY: '2000', CARE_KEEP_CONTACT: '2000'});
    await start();
    expect(await ready()).toEqual({status: 'ready', retention: 'not-set'});
  });
});

describe('care-endpoint tidy', () => {
  it('deletes what is older than its days, from the file too, and says how much', async () => {
    await withStore(async (store) => {
      await store.save(newSubmission({receivedAt: daysAgo(31), stories: {story: 'OLD-CANARY'}, contact: {name: 'CONTACT-CANARY'}}));
      await store.save(newSubmission({receivedAt: daysAgo(29), stories: {story: 'NEW-CANARY'}}));
    });
    expect(await run(['tidy'], {CARE_KEEP_STORY: '30', CARE_KEEP_CONTACT: '40'})).toBe(0);
    expect(heard.said).toBe('Free text is deleted 30 days after it came\nContact details are deleted 40 days after they came\nDeleted the free text of 1 and the contact details of 0.\n');
    const file = await fileNow();
    expect(file).not.toContain('OLD-CANARY');
    for (const kept of ['NEW-CANARY', 'CONTACT-CANARY']) expect(file).toContain(kept);
  });

  it('deletes by the default where serve does, and says so', async () => {
    await withStore(async (store) => {
      await store.rememberDefaults(['contacts', 'stories']);
      await store.save(newSubmission({receivedAt: daysAgo(1096), stories: {story: 'OLD'}}));
    });
    expect(await run(['tidy'])).toBe(0);
    expect(heard.said).toContain('3 years (1,095 days) after it came, since CARE_KEEP_STORY is not set');
    expect(heard.said).toContain('Deleted the free text of 1 ');
  });

  it('deletes nothing where something has come and nobody has said for how long it stays: it says what to set, and 1', async () => {
    await withStore((store) => store.save(newSubmission({receivedAt: daysAgo(5000), stories: {story: 'OLD-CANARY'}})));
    expect(await run(['tidy'])).toBe(1);
    expect(heard.complained).toMatch(/^Nothing was deleted\.[^]*Set CARE_KEEP_STORY[^]*Set CARE_KEEP_CONTACT/);
    expect(await fileNow()).toContain('OLD-CANARY');
  });
});

describe('care-endpoint erase', () => {
  it.each([['K7M0-4TRD-9X1P-H6WC'], ['k7mo4trd9xlph6wc'], ['K7MO–4TRD–9XIP–H6WC'], ['k7m0', '4trd', '9x1p', 'h6wc']])('erases by the reference as %s %s', async (...written) => {
    const submission = newSubmission({referenceHash: hashOfReference(reference), stories: {story: 'STORY-CANARY'}, contact: {name: 'CONTACT-CANARY'}});
    await withStore((store) => store.save(submission));
    expect(await run(['erase', ...written.filter(Boolean)])).toBe(0);
    expect(heard.said).toBe(`Erased: ${submission.id}, received ${submission.receivedAt}\nIt may still be in backups and in whatever was copied from the inbox. Delete it there too.\n`);
    const file = await fileNow();
    for (const canary of ['STORY-CANARY', 'CONTACT-CANARY', 'Example House']) expect(file).not.toContain(canary);
  });

  it('names every export that may hold it, and none from before it came', async () => {
    const exported = {who: 'Example Team', what: 'exported', detail: 'csv'} as const;
    await withStore(async (store) => {
      await store.save(newSubmission({referenceHash: hashOfReference(reference), receivedAt: '2026-11-20T10:00:00.000Z'}));
      await store.record([{...exported, at: '2026-11-20T09:59:59.999Z'}, {...exported, at: '2026-11-21T08:00:00.000Z'}]);
    });
    await run(['erase', reference]);
    expect(heard.said.split('\n').filter((line) => line.startsWith('May hold it'))).toEqual(['May hold it: what Example Team exported at 2026-11-21T08:00:00.000Z (csv).']);
  });

  it('says so where nothing has the reference, or it was erased before', async () => {
    expect(await run(['erase', reference])).toBe(1);
    expect(heard.complained).toContain(`Nothing has the reference ${reference}. Nothing was erased.`);
    await withStore((store) => store.save(newSubmission({referenceHash: hashOfReference(reference)})));
    await run(['erase', reference]);
    expect(await run(['erase', reference])).toBe(0);
    expect(heard.said).toContain('Was erased before: ');
  });

  it.each([[[]], [['K7MQ']], [['K7MQ-4TRD-9X2P-H6WU']]])('%j is no reference: 2', async (words) => {
    expect(await run(['erase', ...words])).toBe(2);
  });
});

describe('a reference', () => {
  it('is read from what people write, and from nothing else', () => {
    expect(readReference(' k7mo-4trd 9xiph6wc ')).toBe(reference);
    for (const wrong of ['', 'K7M0-4TRD-9X1P-H6W', 'K7M0-4TRD-9X1P-H6WCC', 'U7M0-4TRD-9X1P-H6WC', 'ß7M0-4TRD-9X1P-H6WC']) expect(readReference(wrong)).toBeUndefined();
  });
});
