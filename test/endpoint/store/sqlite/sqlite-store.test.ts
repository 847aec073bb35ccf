import {readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import {describe, expect, it} from 'vitest';
import type {ImportTimes} from '../../../../src/endpoint/store/import-steps.js';
import {sqliteMigrations, prepareDatabase} from '../../../../src/endpoint/store/sqlite/sqlite-schema.js';
import {openSqliteStore} from '../../../../src/endpoint/store/sqlite/sqlite-store.js';
import {sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {clearingTo, connectionTo} from '../../../support/store/clear-sqlite.js';
import {columnsOnThePage} from '../../../support/store/data-protection-page.js';
import {erasing, exampleDay, exampleRating, exampleService, newSubmission} from '../../../support/store/submission-examples.js';
import {putRows} from '../../../support/store/put-services.js';
import {storeSuite} from '../store-suite.js';

async function open(file: string, importTimes?: ImportTimes) {
  return openSqliteStore({file, worker: await sqliteWorker(), ...(importTimes && {importTimes})});
}

describe('the store in SQLite', () => {
  storeSuite(async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    await (await open(file)).close();
    const database = connectionTo(file);
    const clear = clearingTo(database);
    return {
      open: (importTimes) => open(file, importTimes),
      ask: async (question) => database.prepare(question).all([]) as Record<string, unknown>[],
      clear: async () => clear(database),
      async end() {
        database.close();
        await rm(folder, {recursive: true});
      },
    };
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
    expect(database.prepare('SELECT at, who, what FROM access_log').all([])).toEqual([{at: '2026-11-22T11:00:00.000Z', who: 'inbox', what: 'opened-contact'}]);
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
    const lockPatience = 250;
    const store = await openSqliteStore({file, worker: await sqliteWorker(), lockPatience});
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const submissions = Array.from({length: 200}, () => newSubmission());
    const began = performance.now();
    const saving = Promise.allSettled(submissions.map((submission) => store.save(submission)));
    await expect(store.service('1-1')).resolves.toBeUndefined();
    expect((await saving).filter(({status}) => status === 'fulfilled')).toEqual([]);
    // Were each to wait for itself, it would take twice this at the least.
    expect(performance.now() - began).toBeLessThan((submissions.length * lockPatience) / 2);
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

  it('writes what waits through to the disk together, at most 256 at once', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await open(file);
    const other = new Database(file);
    // All of them wait before the first can be written.
    other.exec('BEGIN IMMEDIATE');
    const saving = Array.from({length: 1024}, () => store.save(newSubmission()));
    await store.service('1-1');
    const before = commitsIn(await readFile(`${file}-wal`));
    other.exec('ROLLBACK');
    other.close();
    await Promise.all(saving);
    const commits = commitsIn(await readFile(`${file}-wal`)) - before;
    expect(commits).toBeGreaterThanOrEqual(4);
    expect(commits).toBeLessThan(12);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('brings the services of an earlier version along, and an import of any day counts over them', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const earlier = new Database(file);
    earlier.exec(`${sqliteMigrations[0]}; PRAGMA user_version = 1; UPDATE directory_revision SET revision = 7`);
    const [house, lodge] = [exampleService(), exampleService({id: '1-1000000003', odsCode: undefined, name: 'Example Lodge'})];
    for (const service of [house, lodge]) earlier.prepare('INSERT INTO services VALUES (?, ?, ?, ?, ?)').run([service.id, service.odsCode ?? null, service.level, 'import', JSON.stringify(service)]);
    earlier.close();

    const store = await open(file);
    expect(await store.services({limit: 10})).toEqual([house, lodge]);
    expect(await store.service('vxx01')).toEqual(house);
    expect(await store.directoryRevision()).toBe(7);
    await putRows(store, {services: [{service: {...house, name: 'Example Hall'}, asOf: '2015-01-01'}, {service: {...lodge, name: 'Example Hut', status: {kind: 'registered'}}, asOf: '2015-01-01', isPartial: true}]});
    expect((await store.services({limit: 10})).map(({name, provider}) => ({name, provider}))).toEqual([{name: 'Example Hall', provider: house.provider}, {name: 'Example Hut', provider: house.provider}]);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('limits what came before there were limits by the same, and keeps who opened contact details then', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const earlier = new Database(file);
    earlier.exec(`${sqliteMigrations.slice(0, 3).join(';')}; PRAGMA user_version = 3`);
    const coded = [{source: {partner: 'example-charity'}, share: ['local', 'service'], about: {kind: 'service', services: [{id: 'VXX01', name: 'x'}, {name: 'y'}]}}, {language: 'pa-Guru', about: {kind: 'place', place: {id: 'Leeds', name: 'Kingston upon Hull'}}}, null];
    for (const [number, each] of coded.entries()) {
      earlier.prepare("INSERT INTO submissions (id, content_hash, reference_hash, received_at, urgency, coded) VALUES (?, x'', x'', '2026-11-22T10:09:41.000Z', 0, ?)").run([Buffer.alloc(16, number + 1), each && JSON.stringify(each)]);
    }
    earlier.exec("INSERT INTO contact_openings (submission, token, opened_at) VALUES (1, 'inbox', '2026-11-22T11:00:00.000Z')");
    earlier.close();

    const store = await open(file);
    const database = new Database(file);
    expect(database.prepare('SELECT kind, value, submission FROM scopes ORDER BY submission, kind, value').all([])).toEqual([
      {kind: 'partner', value: 'example-charity', submission: 1}, {kind: 'service', value: 'vxx01', submission: 1}, {kind: 'share', value: 'local', submission: 1}, {kind: 'share', value: 'service', submission: 1},
      {kind: 'language', value: 'pa-guru', submission: 2}, {kind: 'place', value: 'kingston-upon-hull', submission: 2}, {kind: 'place', value: 'leeds', submission: 2},
    ]);
    expect((await store.log({limit: 10})).entries).toEqual([{at: '2026-11-22T11:00:00.000Z', who: 'inbox', what: 'opened-contact', submission: '01010101-0101-0101-0101-010101010101'}]);
    database.close();
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('holds what was linked before senders had rights of their own, and gives nobody a right over it', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const earlier = new Database(file);
    const before = sqliteMigrations.findIndex((each) => each.includes('right_hash'));
    earlier.exec(`${sqliteMigrations.slice(0, before).join(';')}; PRAGMA user_version = ${before}`);
    const [first, second] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
    const put = earlier.prepare("INSERT INTO submissions (id, replaces, content_hash, reference_hash, received_at, urgency, coded) VALUES (?, ?, x'', x'', '2026-11-22T10:09:41.000Z', 0, '{}')");
    put.run([first, null]);
    put.run([second, first]);
    earlier.close();

    const store = await open(file);
    const [id, correction] = ['01010101-0101-0101-0101-010101010101', '02020202-0202-0202-0202-020202020202'];
    expect((await store.versions(id)).map((each) => each.id)).toEqual([id, correction]);
    expect(await store.claims(id)).toEqual([]);
    expect([await store.hasRight(id), await store.hasRight(correction)]).toEqual([false, false]);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('has no column of which the data protection page does not say what it is', async () => {
    const folder = temporaryFolder();
    const database = new Database(join(folder, 'care.db'));
    prepareDatabase(database);
    const columns = database.prepare(String.raw`SELECT t.name || '.' || c.name AS name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'`).all([]) as {name: string}[];
    expect(columnsOnThePage({ofPostgres: false})).toEqual(columns.map(({name}) => name).sort());
    database.close();
    await rm(folder, {recursive: true});
  });

  it('lets nobody change or shorten the log', async () => {
    const folder = temporaryFolder();
    const database = new Database(join(folder, 'care.db'));
    prepareDatabase(database);
    database.exec("INSERT INTO access_log (at, who, what) VALUES ('2026-11-22T11:00:00.000Z', 'anna', 'opened')");
    for (const change of ["UPDATE access_log SET who = 'béla'", 'DELETE FROM access_log']) expect(() => database.exec(change)).toThrow('the log can only grow');
    expect(database.prepare('SELECT who FROM access_log').all([])).toEqual([{who: 'anna'}]);
    database.close();
    await rm(folder, {recursive: true});
  });

  it('holds the same rows, and none besides, when the same was imported again or over what it was', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await open(file);
    const services = Array.from({length: 600}, (_, number) => exampleService({id: `1-${1000 + number}`}));
    const rows = (source: string) => ({
      services: services.map((service) => ({service: {...service, name: source}, asOf: exampleDay})),
      ratings: services.map((service) => ({rating: exampleRating({service: {id: service.id, level: 'location', name: 'Example House'}, source}), source: 'record' as const})),
    });
    const database = new Database(file);
    const dump = () => JSON.stringify([database.prepare('SELECT * FROM services ORDER BY id').all([]), database.prepare('SELECT * FROM ratings ORDER BY id').all([])]);
    await putRows(store, rows('First'));
    const first = dump();
    await putRows(store, rows('First'));
    expect(dump()).toBe(first);
    await putRows(store, rows('Second'));
    expect(database.prepare('SELECT count(*) AS rows, count(DISTINCT id) AS ids, max(revision) - min(revision) AS apart FROM services').get([])).toMatchObject({rows: 600, ids: 600, apart: 0});
    expect(dump()).not.toContain('First');
    database.close();
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('puts no more than 500 rows in one transaction, and lets others write after each', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await open(file);
    const database = new Database(file, {timeout: 5000});
    const counted = database.prepare('SELECT (SELECT count(*) FROM services) + (SELECT count(*) FROM ratings) AS rows');
    const run = await store.startImport('import');
    const services = Array.from({length: 2000}, (_, number) => ({service: exampleService({id: `1-${1000 + number}`}), asOf: exampleDay}));
    let isDone = false;
    const importing = store.importRows(run, {services, ratings: []}).finally(() => (isDone = true));
    const seen = new Set<number>();
    for (; !isDone; await new Promise((later) => setTimeout(later, 1))) {
      database.exec('BEGIN IMMEDIATE');
      seen.add((counted.get([]) as {rows: number}).rows);
      database.exec('COMMIT');
    }
    await importing;
    expect(seen.size).toBeGreaterThan(2);
    expect([...seen].filter((rows) => rows % 500 !== 0)).toEqual([]);
    database.close();
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('opens while another process writes, and imports though a claim is left from before the clock was put back', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    await (await open(file)).close();
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE; UPDATE directory_import SET held_until = 9e15");
    const store = await openSqliteStore({file, worker: await sqliteWorker(), lockPatience: 0});
    expect(await store.directoryRevision()).toBe(0);
    other.exec('COMMIT');
    other.close();
    await putRows(store, {services: [{service: exampleService(), asOf: exampleDay}]});
    expect(await store.directoryRevision()).toBe(1);
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('reads the directory while the one thread that writes waits for another process', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await openSqliteStore({file, worker: await sqliteWorker(), lockPatience: 60_000});
    await putRows(store, {services: [{service: exampleService(), place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay}], ratings: [{rating: exampleRating(), source: 'record'}]});
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const saving = store.save(newSubmission());
    expect(await store.rating('1-1000000001')).toEqual({rating: exampleRating()});
    expect((await store.servicesIn('leeds'))?.services).toHaveLength(1);
    expect(await store.services({limit: 1})).toHaveLength(1);
    other.exec('ROLLBACK');
    other.close();
    expect(await saving).toMatchObject({result: 'kept'});
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

  it('holds nothing of what was erased or tidied in any of its files, wherever SQLite had moved it', async () => {
    const folder = temporaryFolder();
    const store = await open(join(folder, 'care.db'));
    // Of many lengths, so that pages are divided and joined; each with words that are nowhere else.
    const written = Array.from({length: 1500}, (_, number) => newSubmission({
      receivedAt: number % 2 === 0 ? '2026-01-01T00:00:00.000Z' : '2026-11-22T10:09:41.000Z',
      stories: {story: `STORY-${number}.`.padEnd((number * 7919) % 3000, 'x'), change: `CHANGE-${number}.`},
      contact: {name: `CONTACT-${number}.`},
    }));
    await Promise.all(written.map((submission) => store.save(submission)));
    const erased = written.filter((_, number) => number % 3 === 0);
    await Promise.all(erased.map(({referenceHash}) => store.erase(referenceHash, erasing)));
    const limits = {storiesBefore: '2026-06-01T00:00:00.000Z', contactsBefore: '2026-06-01T00:00:00.000Z'};
    for (let after: number | undefined = 0; after !== undefined;) after = (await store.tidy({...limits, after})).next;
    await store.forget();

    const names = await readdir(folder);
    expect(names).toContain('care.db-wal');
    const files = (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('');
    const left = new Set([...files.matchAll(/(?:STORY|CHANGE|CONTACT)-(\d+)\./g)].map(([, number]) => Number(number)));
    const shown = written.filter((_, number) => left.has(number));
    const kept = written.filter((_, number) => number % 2 === 1 && number % 3 !== 0);
    expect(shown.map(({id}) => id)).toEqual(kept.map(({id}) => id));
    await store.close();
    await rm(folder, {recursive: true});
  });

  it('says that what was removed may stand in its files for now while another process reads', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'care.db');
    const store = await openSqliteStore({file, worker: await sqliteWorker(), lockPatience: 100});
    const submission = newSubmission();
    await store.save(submission);
    const other = new Database(file);
    other.exec('BEGIN; SELECT count(*) FROM submissions');
    other.prepare('SELECT count(*) FROM submissions').get([]);
    await store.erase(submission.referenceHash, erasing);
    await expect(store.forget()).rejects.toThrow(/another process holds on to the database/);
    expect(await store.save(newSubmission())).toMatchObject({result: 'kept'});
    other.exec('COMMIT');
    await store.forget();
    expect((await stat(`${file}-wal`)).size).toBe(0);
    other.close();
    await store.close();
    await rm(folder, {recursive: true});
  });
});

/** How many transactions SQLite's log holds: the last page of each says how long the database is then. */
function commitsIn(log: Buffer): number {
  const [head, frameHead] = [32, 24];
  if (log.length < head) return 0;
  const frame = frameHead + log.readUInt32BE(8);
  return Array.from({length: Math.floor((log.length - head) / frame)}, (_, place) => log.readUInt32BE(head + place * frame + 4)).filter((pages) => pages > 0).length;
}
