import {rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import {describe, expect, it} from 'vitest';
import {openSqliteStore} from '../../../src/endpoint/store/sqlite.js';
import {sqliteWorker, temporaryFolder} from '../sqlite-worker.js';
import {newSubmission, storeSuite} from './store-suite.js';

async function open(file: string) {
  return openSqliteStore({file, worker: await sqliteWorker()});
}

describe('the store in SQLite', () => {
  storeSuite(async () => {
    const folder = temporaryFolder();
    return {open: () => open(join(folder, 'care.db')), clear: () => rm(folder, {recursive: true})};
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
