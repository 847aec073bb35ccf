import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runCommandLine} from '../../src/endpoint/command-line.js';
import {readConfiguration} from '../../src/endpoint/configuration.js';
import * as opened from '../../src/endpoint/open-store.js';
import {hashOfReference, readReference} from '../../src/endpoint/reference.js';
import {dailyTidying, keepingInWords, tidy} from '../../src/endpoint/retention.js';
import {StoreUnavailable, type Store} from '../../src/endpoint/store/store.js';
import {giveStoresTheirWorker, listen, type Heard} from './listening.js';
import {temporaryFolder} from './sqlite-worker.js';
import {newSubmission} from './store/examples.js';

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
  it.each(['0', '-1', '1.5', 'a year', '30 days', '100000'])('is a whole number of days, and "%s" is none', (text) => {
    expect(() => readConfiguration({CARE_KEEP_STORY: text})).toThrow(/^CARE_KEEP_STORY is/);
    expect(() => readConfiguration({CARE_KEEP_CONTACT: text})).toThrow(/^CARE_KEEP_CONTACT is/);
  });

  it('is told at the start, also where there is none', () => {
    expect(keepingInWords(readConfiguration({CARE_KEEP_STORY: '365'}).keepingDays!)).toEqual([
      'Free text is deleted 365 days after it came',
      'Contact details are kept until somebody erases them (CARE_KEEP_CONTACT is not set)',
    ]);
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

describe('care-endpoint tidy', () => {
  it('deletes what is older than its days, from the file too, and says how much', async () => {
    await withStore(async (store) => {
      await store.save(newSubmission({receivedAt: daysAgo(31), stories: {story: 'OLD-CANARY'}, contact: {name: 'CONTACT-CANARY'}}));
      await store.save(newSubmission({receivedAt: daysAgo(29), stories: {story: 'NEW-CANARY'}}));
    });
    expect(await run(['tidy'], {CARE_KEEP_STORY: '30', CARE_KEEP_CONTACT: '40'})).toBe(0);
    expect(heard.said).toBe('Deleted the free text of 1 and the contact details of 0.\n');
    const file = await fileNow();
    expect(file).not.toContain('OLD-CANARY');
    for (const kept of ['NEW-CANARY', 'CONTACT-CANARY']) expect(file).toContain(kept);
  });

  it('says that everything is kept where no time is set, and 1', async () => {
    expect(await run(['tidy'])).toBe(1);
    expect(heard.complained).toContain('Neither CARE_KEEP_STORY nor CARE_KEEP_CONTACT is set');
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
