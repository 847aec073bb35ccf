import {mkdir, readdir, readFile, rm, stat, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runCommandLine} from '../../../../src/endpoint/command-line.js';
import {openStore} from '../../../../src/endpoint/store/open-store.js';
import type {Store} from '../../../../src/endpoint/store/store.js';
import {listen, type Heard} from '../../../support/endpoint/listening.js';
import {sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {newSubmission} from '../../../support/store/submission-examples.js';

let heard: Heard;
let folder: string;
let store: Store;
let isOpen: boolean;

beforeEach(async () => {
  heard = listen();
  folder = temporaryFolder();
  store = await opened('data');
});
afterEach(async () => {
  vi.restoreAllMocks();
  if (isOpen) await store.close();
  await rm(folder, {recursive: true});
});

const copy = () => join(folder, 'copy.db');
const run = (words: readonly string[], environment = {}) => runCommandLine(words, {DATA_DIR: join(folder, 'data'), ...environment});
const opened = async (name: string) => {
  isOpen = true;
  return openStore({dataFolder: join(folder, name)}, await sqliteWorker());
};
const stop = async () => {
  isOpen = false;
  await store.close();
};
const idsIn = async () => (await store.inbox({order: 'arrived', limit: 1000})).submissions.map(({id}) => id);

describe('care-endpoint backup', () => {
  it('copies everything that was acknowledged before, while feedback comes in, for its owner alone', async () => {
    const before = Array.from({length: 50}, () => newSubmission({stories: {story: 'WORDS'}}));
    await Promise.all(before.map((submission) => store.save(submission)));
    const meanwhile = Promise.all(Array.from({length: 200}, () => store.save(newSubmission())));
    expect(await run(['backup', copy()])).toBe(0);
    expect(await meanwhile).toHaveLength(200);
    expect(heard.said).toMatch(/The keys are not in it/);
    expect((await stat(copy())).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['copy.db', 'data']);
    await stop();
    expect(await run(['restore', copy()], {DATA_DIR: join(folder, 'other')})).toBe(0);
    store = await opened('other');
    expect(await idsIn()).toEqual(expect.arrayContaining(before.map(({id}) => id)));
    expect(await store.save(before[0]!)).toMatchObject({result: 'repeated'});
  });

  it('never writes over a file, and makes none where there is no database', async () => {
    await writeFile(copy(), 'something');
    expect(await run(['backup', copy()])).toBe(1);
    expect(heard.complained).toContain('is there already');
    expect(await readFile(copy(), 'utf8')).toBe('something');
    const other = join(folder, 'none');
    await mkdir(other);
    expect(await run(['backup', join(folder, 'new.db')], {DATA_DIR: other})).toBe(1);
    expect(await readdir(other)).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['copy.db', 'data', 'none']);
  });

  it.each([['backup', 'pg_dump'], ['restore', 'pg_restore']])('%s names %s where everything is in PostgreSQL', async (command, instead) => {
    expect(await run([command, copy()], {DATABASE_URL: 'postgresql://example'})).toBe(1);
    expect(heard.complained).toContain(instead);
  });
});

describe('care-endpoint restore', () => {
  it('puts nothing in the place of a database without --replace, and with it only what the backup has', async () => {
    const [kept, later] = [newSubmission(), newSubmission()];
    await store.save(kept);
    await run(['backup', copy()]);
    await store.save(later);
    await stop();
    expect(await run(['restore', copy()])).toBe(1);
    expect(heard.complained).toContain('There is a database already');
    store = await opened('data');
    expect(await idsIn()).toEqual([kept.id, later.id]);
    await stop();
    expect(await run(['restore', copy(), '--replace'])).toBe(0);
    expect(heard.said).toContain('erase it again');
    store = await opened('data');
    expect(await idsIn()).toEqual([kept.id]);
    expect((await stat(join(folder, 'data/care-elements.db'))).mode & 0o777).toBe(0o600);
  });

  it('leaves a database alone that an endpoint has open', async () => {
    const submission = newSubmission();
    await run(['backup', copy()]);
    await store.save(submission);
    expect(await run(['restore', copy(), '--replace'])).toBe(1);
    expect(heard.complained).toContain('Stop the endpoint first');
    expect(await idsIn()).toEqual([submission.id]);
    expect((await readdir(join(folder, 'data'))).sort()).toEqual(['care-elements.db', 'care-elements.db-shm', 'care-elements.db-wal']);
  });

  it('takes the place of a damaged database', async () => {
    const submission = newSubmission();
    await store.save(submission);
    await run(['backup', copy()]);
    await stop();
    await writeFile(join(folder, 'data/care-elements.db'), 'nothing but damage '.repeat(1000));
    expect(await run(['restore', copy(), '--replace'])).toBe(0);
    store = await opened('data');
    expect(await idsIn()).toEqual([submission.id]);
  });

  it.each([
    ['is not there', () => Promise.resolve()],
    ['is no database', () => writeFile(copy(), 'words '.repeat(1000))],
    ['is another’s database', async () => changed('CREATE TABLE other (x); PRAGMA user_version = 1')],
    ['was cut off', async () => {
      await Promise.all(Array.from({length: 100}, () => store.save(newSubmission({stories: {story: 'x'.repeat(5000)}}))));
      await run(['backup', copy()]);
      await truncate(copy(), 200_000);
    }],
    ['was written by a newer version', async () => {
      await run(['backup', copy()]);
      changed('PRAGMA user_version = 999');
    }],
  ])('refuses a file that %s, and leaves nothing behind', async (_, make) => {
    await make();
    expect(await run(['restore', copy()], {DATA_DIR: join(folder, 'other')})).toBe(1);
    expect(heard.complained).toContain('cannot be restored');
    expect(await readdir(join(folder, 'other'))).toEqual([]);
  });
});

function changed(sql: string): void {
  const database = new Database(copy());
  database.exec(sql);
  database.close();
}
