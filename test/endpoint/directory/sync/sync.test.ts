import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Totals} from '../../../../src/endpoint/directory/import/import-counts.js';
import {openSqliteStore} from '../../../../src/endpoint/store/sqlite/sqlite-store.js';
import type {Store} from '../../../../src/endpoint/store/store.js';
import {createCqcApi} from '../../../../src/endpoint/directory/sync/cqc-api.js';
import {createCqcRequests} from '../../../../src/endpoint/directory/sync/cqc-requests.js';
import {openStaging} from '../../../../src/endpoint/directory/sync/staging.js';
import {sync} from '../../../../src/endpoint/directory/sync/sync-directory.js';
import {sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {key, location, provider, startCqcServer, wrong, type CqcServer} from '../../../support/endpoint/cqc-server.js';

let folder: string;
let store: Store;
let cqc: CqcServer;
let warned: string[];
let said: string[];

const fast = {first: 5, longest: 20, answer: 60_000, tries: 4};
const teller = {warn: (line: string) => void warned.push(line), say: (line: string) => void said.push(line), progress: () => undefined, end: () => undefined};
const id = (number: number) => location(number).locationId;

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore({file: join(folder, 'care.db'), worker: await sqliteWorker()});
  cqc = await startCqcServer();
  [warned, said] = [[], []];
  for (let number = 1; number <= 20; number += 1) cqc.put('location', id(number), location(number));
  cqc.put('provider', provider.providerId, provider);
});

afterEach(async () => {
  await store.close();
  await cqc.close();
  await rm(folder, {recursive: true});
});

/** One run of the command, over staging of its own as each process has. */
async function run({everything = false, version = '1', signal = new AbortController().signal, clock = () => new Date(), theKey = key} = {}): Promise<Totals> {
  const staging = openStaging(folder, version);
  try {
    return await sync({everything}, {api: createCqcApi(createCqcRequests({base: cqc.base, key: theKey}, {signal, patience: fast})), staging, store, reporter: teller, clock});
  } finally {
    staging.close();
  }
}

/** A day after the first sync; changes are of the time between. */
const aDayLater = () => (cqc.now = new Date('2026-11-21T10:00:00Z'));
const longBefore = '2026-11-01T12:00:00Z';
const between = '2026-11-20T12:00:00Z';

describe('The first sync', () => {
  it('fetches every location and provider, with ratings and areas', async () => {
    cqc.perPage = 7;
    expect(await run()).toMatchObject({services: {added: 21, skipped: 0}, ratings: {added: 21}});
    expect(await store.service(id(20))).toMatchObject({name: 'Example House 20'});
    expect((await store.rating(id(1)))?.rating?.overall).toMatchObject({label: 'Good'});
    expect(await store.places()).toEqual([{id: 'exampleshire', name: 'Exampleshire'}]);
    expect(cqc.fetched()).toHaveLength(21);
    expect(cqc.asked.filter((path) => path.includes('perPage=1000')).map((path) => new URL(path, 'http://x').searchParams.get('page'))).toEqual(['1', '2', '3', '1']);
  });

  it('names what CQC has no record of any more and what is no record, and takes the others', async () => {
    cqc.put('location', '1-700000001', undefined);
    cqc.put('location', '1-700000002', {locationId: '1-700000002'});
    cqc.put('location', '1-700000003', null);
    expect(await run()).toMatchObject({services: {added: 21, skipped: 3}});
    expect(warned.sort()).toEqual([
      'location 1-700000001: CQC has no record of it any more (404); skipped',
      'location 1-700000002: has no name that can be shown; skipped',
      'location 1-700000003: is not an object; skipped',
    ]);
  });

  it('keeps no name of a person, and no key', async () => {
    await run();
    for (const file of ['sync.db', 'care.db']) {
      const bytes = (await readFile(join(folder, file))).toString('latin1');
      for (const unkept of ['Unkept', 'Namesworth', key]) expect(bytes).not.toContain(unkept);
    }
  });
});

describe('A later sync', () => {
  it('fetches what has changed since, and nothing else', async () => {
    await run();
    cqc.asked.length = 0;
    cqc.change('location', id(2), location(2, {name: 'Example Hall'}), between);
    cqc.change('location', id(3), location(3), longBefore);
    aDayLater();
    expect(await run()).toMatchObject({services: {added: 0, changed: 1, unchanged: 0}});
    expect(cqc.fetched()).toEqual([`/locations/${id(2)}`]);
    expect(await store.service(id(2))).toMatchObject({name: 'Example Hall'});
  });

  it('changes nothing where nothing has changed', async () => {
    await run();
    const revision = await store.directoryRevision();
    expect(await run()).toMatchObject({services: {added: 0, changed: 0}, ratings: {added: 0, changed: 0}});
    expect(await store.directoryRevision()).toBe(revision);
  });

  it('asks for all that changed from before the end of the one before, so that no moment is left out', async () => {
    await run();
    aDayLater();
    await run();
    cqc.now = new Date('2026-11-22T10:00:00Z');
    await run();
    const spans = cqc.asked.filter((path) => path.startsWith('/changes/location')).map((path) => new URL(path, 'http://x').searchParams);
    expect(spans.map((query) => [query.get('startTimestamp'), query.get('endTimestamp')])).toEqual([
      ['2026-11-20T09:50:00Z', '2026-11-21T10:00:00Z'],
      ['2026-11-21T09:50:00Z', '2026-11-22T10:00:00Z'],
    ]);
  });

  it('removes nothing that CQC no longer lists', async () => {
    await run();
    cqc.records.location.delete(id(5));
    cqc.changes.push({level: 'location', id: id(5), at: between});
    aDayLater();
    await run();
    expect(warned).toEqual([`location ${id(5)}: CQC has no record of it any more (404); skipped`]);
    expect(await store.service(id(5))).toMatchObject({name: 'Example House 5'});
  });

  it('says of ratings that did not change that they hold until now', async () => {
    await run({clock: () => new Date('2026-11-20T12:00:00Z')});
    expect((await store.rating(id(1)))?.rating?.asOf).toBe('2026-11-20');
    aDayLater();
    await run();
    expect((await store.rating(id(1)))?.rating?.asOf).toBe('2026-11-21');
  });

  it('fetches everything again when it is told to, or when the database is another', async () => {
    await run();
    await run({everything: true});
    expect(cqc.fetched()).toHaveLength(42);
    await store.close();
    await Promise.all(['', '-wal', '-shm'].map((end) => rm(join(folder, `care.db${end}`), {force: true})));
    store = await openSqliteStore({file: join(folder, 'care.db'), worker: await sqliteWorker()});
    expect(await run()).toMatchObject({services: {added: 21}});
  });

  it('asks again for what CQC refused to give', async () => {
    cqc.instead = (path) => (path === `/locations/${id(4)}` ? wrong.status(400) : undefined);
    expect(await run()).toMatchObject({services: {added: 20, skipped: 1}});
    expect(warned).toEqual([`location ${id(4)}: CQC refuses to give its record (400); skipped`]);
    cqc.instead = () => undefined;
    expect(await run()).toMatchObject({services: {added: 1}});
  });
});

describe('A sync that breaks off', () => {
  it('shows nothing yet, and the next one goes on without fetching again what was fetched', async () => {
    cqc.perPage = 5;
    let fetched = 0;
    cqc.instead = (path) => (/^\/locations\/1/.test(path) && (fetched += 1) > 8 ? wrong.status(500) : undefined);
    await expect(run()).rejects.toMatchObject({name: 'ApiFault', message: expect.stringContaining('it answers 500') as string});
    expect(await store.services({limit: 10})).toEqual([]);

    cqc.instead = () => undefined;
    cqc.asked.length = 0;
    expect(await run()).toMatchObject({services: {added: 21}});
    expect(cqc.fetched().length).toBeLessThanOrEqual(13);
    expect(said.join('\n')).toContain('going on with it');
    expect(await store.service(id(1))).toMatchObject({name: 'Example House 1'});
  });

  it('goes on with a list at the page where it was', async () => {
    cqc.perPage = 5;
    cqc.instead = (path) => (path.startsWith('/locations?page=3') ? wrong.status(500) : undefined);
    await expect(run()).rejects.toMatchObject({name: 'ApiFault'});
    cqc.instead = () => undefined;
    cqc.asked.length = 0;
    expect(await run()).toMatchObject({services: {added: 21}});
    expect(cqc.asked[0]).toMatch(/^\/locations\?page=3&/);
  });

  it('because somebody stopped it goes on too, and what had come is kept', async () => {
    const stopping = new AbortController();
    let fetched = 0;
    cqc.instead = (path) => {
      if (/^\/locations\/1/.test(path) && (fetched += 1) === 10) stopping.abort();
      return undefined;
    };
    await expect(run({signal: stopping.signal})).rejects.toMatchObject({name: 'Stopped'});
    cqc.instead = () => undefined;
    cqc.asked.length = 0;
    expect(await run()).toMatchObject({services: {added: 21}});
    expect(cqc.fetched().length).toBeLessThan(21);
  });

  it('is begun anew by another version, which may read records otherwise', async () => {
    cqc.instead = (path) => (path.startsWith('/providers') ? wrong.status(500) : undefined);
    await expect(run()).rejects.toMatchObject({name: 'ApiFault'});
    cqc.instead = () => undefined;
    cqc.asked.length = 0;
    await run({version: '2'});
    expect(cqc.fetched()).toHaveLength(21);
  });
});

it('two at once: the second says that the first is at work', async () => {
  const staging = openStaging(folder, '1');
  expect(() => openStaging(folder, '1')).toThrow(/Another sync is at work/);
  staging.close();
  openStaging(folder, '1').close();
});
