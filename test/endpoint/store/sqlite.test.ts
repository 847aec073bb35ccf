import {rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import {describe, expect, it} from 'vitest';
import type {ImportTimes} from '../../../src/endpoint/store/import-steps.js';
import {prepareDatabase} from '../../../src/endpoint/store/sqlite-schema.js';
import {openSqliteStore} from '../../../src/endpoint/store/sqlite.js';
import {sqliteWorker, temporaryFolder} from '../sqlite-worker.js';
import {newSubmission} from './examples.js';
import {storeSuite} from './store-suite.js';

async function open(file: string, importTimes?: ImportTimes) {
  return openSqliteStore({file, worker: await sqliteWorker(), ...(importTimes && {importTimes})});
}

describe('the store in SQLite', () => {
  storeSuite(async () => {
    const folder = temporaryFolder();
    return {open: (importTimes) => open(join(folder, 'care.db'), importTimes), clear: () => rm(folder, {recursive: true})};
  });

  it('keeps story and contact in tables of their own, and of the reference only its hash', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await open(file);
    const submission = newSubmission({stories: {story: 'STORY'}, contact: {name: 'CONTACT'}});
    await store.save(submission);
    await store.openContact(submission.id, {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'});
    await store.close();

    const database = new Database(file);
    const coded = JSON.stringify(database.prepare('SELECT row, received_at, coded FROM submissions').all([]));
    expect(coded).not.toContain('STORY');
    expect(coded).not.toContain('CONTACT');
    expect(database.prepare('SELECT question, text FROM stories').all([])).toEqual([{question: 'story', text: 'STORY'}]);
    expect(database.prepare('SELECT details FROM contacts').all([])).toEqual([{details: '{"name":"CONTACT"}'}]);
    expect(database.prepare('SELECT token, opened_at FROM contact_openings').all([])).toEqual([
      {token: 'inbox', opened_at: '2026-11-22T11:00:00.000Z'},
    ]);
    database.close();
    await rm(folder, {recursive: true});
  });

  it('waits for the disk before it answers, and holds rows to those they belong to', async () => {
    const folder = temporaryFolder();
    const database = new Database(join(folder, 'care.db'));
    prepareDatabase(database);
    const setting = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get([]) as Record<string, unknown>)[0];
    expect(setting('journal_mode')).toBe('wal');
    // 2 is FULL: 1, NORMAL, loses acknowledged rows at a power cut.
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('wal_autocheckpoint')).toBe(4000);
    database.close();
    await rm(folder, {recursive: true});
  });

  it('fails all that wait alike while another process will not let go of the file, goes on reading, and recovers', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await openSqliteStore({file, worker: await sqliteWorker(), lockPatience: 500});
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    // Each waiting its own half second would take this test over its time.
    const submissions = Array.from({length: 200}, () => newSubmission());
    const saving = Promise.allSettled(submissions.map((submission) => store.save(submission)));
    await expect(store.service('1-1')).resolves.toBeUndefined();
    expect((await saving).filter(({status}) => status === 'fulfilled')).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    expect(await Promise.all(submissions.map((submission) => store.save(submission)))).toHaveLength(200);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('lets no more wait than it can keep within about a second', async () => {
    const folder = temporaryFolder();
    const store = await open(join(folder, 'care.db'));
    const answers = await Promise.allSettled(Array.from({length: 2100}, () => store.save(newSubmission())));
    expect(answers.filter(({status}) => status === 'rejected')).toHaveLength(100);
    expect((await store.inbox({order: 'arrived', limit: 3000})).submissions).toHaveLength(2000);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('is readable by its owner alone, wherever its folder lies', async () => {
    const folder = temporaryFolder();
    const store = await open(join(folder, 'care.db'));
    await store.save(newSubmission());
    for (const name of ['care.db', 'care.db-wal']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('does not start on a file that is no database or is newer than itself, and names the file', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'text.db'), 'This is no database. '.repeat(100));
    await expect(open(join(folder, 'text.db'))).rejects.toThrow(/text\.db cannot be opened/);
    const newer = new Database(join(folder, 'newer.db'));
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    await expect(open(join(folder, 'newer.db'))).rejects.toThrow(/newer\.db cannot be opened: .*newer version/);
    await rm(folder, {recursive: true});
  });
});
