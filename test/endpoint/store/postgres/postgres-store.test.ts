import {Client} from 'pg';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {beginRetention} from '../../../../src/endpoint/retention/retention-policy.js';
import {connectTo} from '../../../../src/endpoint/store/postgres/postgres-connections.js';
import {openPostgresStore} from '../../../../src/endpoint/store/postgres/postgres-store.js';
import {postgresMigrations} from '../../../../src/endpoint/store/postgres/postgres-schema.js';
import {saveAll} from '../../../../src/endpoint/store/postgres/postgres-submissions.js';
import {StoreUnavailable} from '../../../../src/endpoint/store/store.js';
import {eventually} from '../../../support/eventually.js';
import {clearingOf} from '../../../support/store/clear-postgres.js';
import {columnsOnThePage} from '../../../support/store/data-protection-page.js';
import {exampleDay, exampleRating, exampleService, newSubmission, nextId} from '../../../support/store/submission-examples.js';
import {sharedPostgres, startPostgres, type PostgresServer} from '../../../support/store/postgres-server.js';
import {putRows} from '../../../support/store/put-services.js';
import {storeSuite} from '../store-suite.js';

const server = await sharedPostgres();

async function asked(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question)).rows;
  } finally {
    await client.end();
  }
}

const newDatabase = () => server!.newDatabase();

/** How many wait for what another holds. */
async function waitersIn(url: string): Promise<number> {
  return (await asked(url, "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")).length;
}

describe.skipIf(!server)('the store in PostgreSQL', () => {
  storeSuite(async () => {
    const url = await newDatabase();
    await (await openPostgresStore({url})).close();
    const rows = await clearingOf(url);
    return {open: (importTimes) => openPostgresStore({url, ...(importTimes && {importTimes})}), ask: rows.ask, clear: rows.clear, end: rows.close};
  });

  it('makes its tables once, however many start at the same time', async () => {
    const url = await newDatabase();
    const stores = await Promise.all(Array.from({length: 8}, () => openPostgresStore({url})));
    expect(await Promise.all(stores.map((store) => store.save(newSubmission())))).toHaveLength(8);
    expect(await asked(url, 'SELECT count(*)::integer AS rows FROM arrivals')).toEqual([{rows: 1}]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('leaves no step on what somebody erases while another takes it', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    const {id} = newSubmission();
    await store.save(newSubmission({id}));
    const erasing = new Client(url);
    await erasing.connect();
    await erasing.query(`BEGIN; SELECT 1 FROM submissions WHERE id = '${id}' FOR UPDATE`);
    const [step, opening] = [store.changeStatus(id, {state: 'closed', who: 'anna', at: '2026-11-22T11:00:00.000Z', steps: 0}), store.markOpened(id, {label: 'anna', openedAt: '2026-11-22T11:00:00.000Z'})];
    await eventually(async () => (await waitersIn(url)) === 2, 'both to wait for the lock');
    await erasing.query(`UPDATE submissions SET coded = NULL WHERE id = '${id}'; COMMIT`);
    expect(await step).toBeUndefined();
    await opening;
    expect(await asked(url, 'SELECT submission FROM handling UNION ALL SELECT submission FROM handling_steps')).toEqual([]);
    await erasing.end();
    await store.close();
  });

  it('finds the reports that an earlier version kept', async () => {
    const url = await newDatabase();
    const submission = newSubmission();
    const hex = Buffer.from(submission.referenceHash).toString('hex');
    const put = (row: number, id: string, reference: string, coded: string | null) =>
      `INSERT INTO submissions (row, id, content_hash, reference_hash, received_at, urgency, coded) VALUES (${row}, '${id}', '\\x00', '\\x${reference}', '2026-11-22T10:09:41.000Z', 0, ${coded === null ? 'NULL' : `'${coded}'`})`;
    await asked(url, [
      postgresMigrations[0], 'CREATE TABLE care_elements_tables (version integer NOT NULL); INSERT INTO care_elements_tables VALUES (1)',
      put(1, submission.id, hex, JSON.stringify(submission.coded)), put(2, nextId(), '01', null),
      put(3, nextId(), '02', '{"answers":{},"about":{"kind":"service","services":[{"name":"Not listed"}]}}'),
      put(4, nextId(), '03', '{"answers":{},"about":{"kind":"topic","topic":"Anything"}}'),
    ].join(';'));
    const store = await openPostgresStore({url});
    expect((await store.reports({services: ['1-1000000001'], since: ''})).map(({id}) => id)).toEqual([submission.id]);
    expect(await store.idOfReference(submission.referenceHash)).toBe(submission.id);
    await store.close();
  });

  it('leaves what came before there were defaults to its owner, and an empty database of before to the defaults', async () => {
    const [full, empty] = [await newDatabase(), await newDatabase()];
    const before = postgresMigrations.findIndex((migration) => migration.includes('retention_defaults'));
    for (const url of [full, empty]) await asked(url, `${postgresMigrations.slice(0, before).join(';')}; CREATE TABLE care_elements_tables (version integer NOT NULL); INSERT INTO care_elements_tables VALUES (${before})`);
    await asked(full, `INSERT INTO submissions (row, id, content_hash, reference_hash, received_at, urgency) VALUES (1, '${nextId()}', '', '', '2026-11-22T10:09:41.000Z', 0)`);
    const begun = async (url: string) => {
      const store = await openPostgresStore({url});
      const policy = await beginRetention(store, {}, () => undefined);
      await store.close();
      return policy;
    };
    expect(await begun(full)).toEqual({stories: {kept: 'until decided'}, contacts: {kept: 'until decided'}});
    for (const start of [1, 2]) expect(await begun(empty), `start ${start}`).toMatchObject({stories: {isDefault: true}, contacts: {isDefault: true}});
    const store = await openPostgresStore({url: empty});
    await store.save(newSubmission());
    await store.close();
    expect(await begun(empty)).toMatchObject({stories: {isDefault: true}, contacts: {isDefault: true}});
  });

  it('does not open what a newer version has written', async () => {
    const url = await newDatabase();
    await (await openPostgresStore({url})).close();
    await asked(url, 'UPDATE care_elements_tables SET version = 999');
    const opening = openPostgresStore({url});
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(opening).rejects.toThrow(/newer version of Care Elements \(tables of version 999/);
  });

  it('keeps story and contact in tables of their own, and of the reference only its hash', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    const submission = newSubmission({stories: {story: 'STORY'}, contact: {name: 'CONTACT'}});
    await store.save(submission);
    await store.openContact(submission.id, {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'});
    await store.close();
    const [row] = await asked(url, 'SELECT s::text AS all, t.question, t.text, c.details, l.who, l.at FROM submissions s JOIN stories t ON t.submission = s.row JOIN contacts c ON c.submission = s.row JOIN access_log l ON l.submission = s.id');
    expect(row).toMatchObject({question: 'story', text: 'STORY', details: '{"name":"CONTACT"}', who: 'inbox', at: '2026-11-22T11:00:00.000Z'});
    expect(row?.['all']).not.toMatch(/STORY|CONTACT/);
  });

  it('has no column of which the data protection page does not say what it is', async () => {
    const url = await newDatabase();
    await (await openPostgresStore({url})).close();
    const columns = await asked(url, "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'");
    expect(columnsOnThePage({ofPostgres: true})).toEqual(columns.map(({name}) => name).sort());
  });

  it('lets nobody change or shorten the log', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    await store.record([{at: '2026-11-22T11:00:00.000Z', who: 'anna', what: 'opened'}]);
    for (const change of ["UPDATE access_log SET who = 'other'", 'DELETE FROM access_log', 'TRUNCATE access_log']) await expect(asked(url, change)).rejects.toThrow('the log can only grow');
    expect((await store.log({limit: 10})).entries).toHaveLength(1);
    await store.close();
  });

  it('limits what came before there were limits by the same, and keeps who opened contact details then', async () => {
    const url = await newDatabase();
    await asked(url, `${postgresMigrations[0]}; CREATE TABLE care_elements_tables (version integer NOT NULL); INSERT INTO care_elements_tables VALUES (1);
      INSERT INTO submissions VALUES (1, '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11', NULL, '', '', '2026-11-22T10:09:41.000Z', 0, NULL, '{"source":{"partner":"example-charity"},"share":["local"],"about":{"kind":"service","services":[{"id":"VXX01"},{"name":"y"}]}}'),
        (2, '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12', NULL, '', '', '2026-11-22T10:09:41.000Z', 0, NULL, '{"language":"pa-Guru","about":{"kind":"place","place":{"id":"Leeds","name":"Kingston upon Hull"}}}'), (3, '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a13', NULL, '', '', '', 0, NULL, NULL);
      INSERT INTO contact_openings VALUES (1, 'inbox', '2026-11-22T11:00:00.000Z')`);
    const store = await openPostgresStore({url});
    expect((await asked(url, "SELECT submission || ' ' || kind || ' ' || value AS scope FROM scopes ORDER BY 1")).map(({scope}) => scope)).toEqual(['1 partner example-charity', '1 service vxx01', '1 share local', '2 language pa-guru', '2 place kingston-upon-hull', '2 place leeds']);
    expect((await store.log({limit: 10})).entries).toEqual([{at: '2026-11-22T11:00:00.000Z', who: 'inbox', what: 'opened-contact', submission: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11'}]);
    await store.close();
  });

  it('holds what was linked before senders had rights of their own, and gives nobody a right over it', async () => {
    const url = await newDatabase();
    const before = postgresMigrations.findIndex((each) => each.includes('right_hash'));
    const [id, correction] = [nextId(), nextId()];
    await asked(url, `${postgresMigrations.slice(0, before).join(';')}; CREATE TABLE care_elements_tables (version integer NOT NULL); INSERT INTO care_elements_tables VALUES (${before});
      INSERT INTO submissions (row, id, replaces, content_hash, reference_hash, received_at, urgency, coded) VALUES (1, '${id}', NULL, '', '', '2026-11-22T10:09:41.000Z', 0, '{}'), (2, '${correction}', '${id}', '', '', '2026-11-22T10:09:42.000Z', 0, '{}')`);
    const store = await openPostgresStore({url});
    expect((await store.versions(id)).map((each) => each.id)).toEqual([id, correction]);
    expect(await store.claims(id)).toEqual([]);
    expect([await store.hasRight(id), await store.hasRight(correction)]).toEqual([false, false]);
    await store.close();
  });

  it('keeps all that wait in few transactions, of at most 256, and lets no more wait than about a second’s work', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    const answers = await Promise.allSettled(Array.from({length: 2100}, () => store.save(newSubmission())));
    expect(answers.filter(({status}) => status === 'rejected')).toHaveLength(100);
    const transactions = await asked(url, 'SELECT count(*)::integer AS rows FROM submissions GROUP BY xmin::text');
    const sizes = transactions.map(({rows}) => Number(rows));
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
    expect(sizes.length).toBeLessThanOrEqual(9);
    await store.close();
  });

  it('shows nothing that came later while what came before cannot be seen yet', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    const [earlier, later] = [newSubmission(), newSubmission()];
    const slow = connectTo({url});
    let goOn = () => undefined as void;
    let saving: Promise<unknown> | undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const isNumbered = new Promise<void>((numbered) => {
      saving = slow.keep(async (client) => {
        await saveAll(client, [earlier]);
        numbered();
        await held;
      });
    });
    await isNumbered;
    let isSaved = false;
    const savingLater = store.save(later).finally(() => (isSaved = true));
    await eventually(async () => isSaved || (await waitersIn(url)) > 0, 'the later to be saved, or held up');
    const seen = async () => (await store.inbox({order: 'arrived', limit: 10})).submissions.map(({id}) => id);
    const before = await seen();
    goOn();
    await Promise.all([saving, savingLater]);
    expect(before).toEqual([]);
    expect(await seen()).toEqual([earlier.id, later.id]);
    await Promise.all([slow.close(), store.close()]);
  });

  it('asks without compiling what it asks, which takes longer than any answer', async () => {
    const connections = connectTo({url: await newDatabase()});
    expect((await connections.ask((client) => client.query('SHOW jit'))).rows).toEqual([{jit: 'off'}]);
    await connections.close();
  });

  it('puts no more than 500 rows of an import in one transaction', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    const run = await store.startImport('import');
    const services = Array.from({length: 1300}, (_, number) => exampleService({id: `1-${1000 + number}`}));
    await store.importRows(run, {services: services.map((service) => ({service, asOf: exampleDay})), ratings: services.map(({id, level, name}) => ({rating: exampleRating({service: {id, level, name}}), source: 'record'}))});
    const transactions = await asked(url, 'SELECT count(*)::integer AS rows FROM (SELECT xmin FROM services UNION ALL SELECT xmin FROM ratings) kept GROUP BY xmin::text ORDER BY 1');
    expect(transactions.map(({rows}) => rows)).toEqual([100, 500, 500, 500, 500, 500]);
    await store.endImport(run);
    await store.close();
  });

  it('imports though a claim is left from before the server’s clock was put back', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url});
    await asked(url, 'UPDATE directory_import SET held_until = 9000000000000000');
    await putRows(store, {services: [{service: exampleService(), asOf: exampleDay}]});
    expect(await store.directoryRevision()).toBe(1);
    await store.close();
  });

  it('fails all that wait alike while somebody will not let go of the numbers, goes on reading, and recovers', async () => {
    const url = await newDatabase();
    const store = await openPostgresStore({url, timeoutMilliseconds: 1500});
    const other = new Client(url);
    await other.connect();
    await other.query('BEGIN; SELECT * FROM arrivals FOR UPDATE');
    const submissions = Array.from({length: 200}, () => newSubmission());
    const saving = Promise.allSettled(submissions.map((submission) => store.save(submission)));
    expect(await store.service('1-1')).toBeUndefined();
    expect((await saving).filter(({status}) => status === 'fulfilled')).toEqual([]);
    await other.end();
    // All of them at once may take a busy machine longer than this store waits.
    const isKept = (submission: ReturnType<typeof newSubmission>) => store.save(submission).then(() => true, () => false);
    await Promise.all(submissions.map((submission) => eventually(() => isKept(submission), 'what failed to be kept')));
    await store.close();
  });
});

describe.skipIf(!server)('the store in PostgreSQL, where something befalls the server,', () => {
  let own: PostgresServer;

  beforeAll(async () => {
    own = (await startPostgres())!;
  });
  afterAll(() => own.end());

  it('says that it cannot answer while the server is gone, and goes on by itself once it is back', async () => {
    const url = await own.newDatabase();
    const store = await openPostgresStore({url, timeoutMilliseconds: 3000});
    const [before, during] = [newSubmission(), newSubmission()];
    await store.save(before);
    await own.stop('at once');
    for (const gone of [() => store.save(during), () => store.received(before.id), () => store.check(), () => store.startImport('import')]) await expect(gone()).rejects.toBeInstanceOf(StoreUnavailable);
    await own.start();
    await store.check();
    expect(await store.save(before)).toMatchObject({result: 'repeated'});
    expect(await store.save(during)).toMatchObject({result: 'kept'});
    await store.close();
  });

  it('closes while the server is gone', async () => {
    const url = await own.newDatabase();
    const store = await openPostgresStore({url, timeoutMilliseconds: 3000});
    await store.startImport('import');
    const saving = store.save(newSubmission()).catch((error: unknown) => error);
    await own.stop('at once');
    await store.close();
    await saving;
    await expect(store.save(newSubmission())).rejects.toThrow('the store is closed');
    await own.start();
  });

  it('waits for the disk before it answers, whatever the database is set to, and refuses a server that never does', async () => {
    const url = await own.newDatabase();
    await asked(url, "ALTER ROLE care SET synchronous_commit = off");
    const connections = connectTo({url});
    expect((await connections.keep((client) => client.query('SHOW synchronous_commit'))).rows).toEqual([{synchronous_commit: 'on'}]);
    await connections.close();
    await asked(url, 'ALTER ROLE care RESET synchronous_commit');
    const setFsync = async (setting: string) => {
      await asked(url, `ALTER SYSTEM SET fsync = ${setting}`);
      await asked(url, 'SELECT pg_reload_conf()');
      await eventually(async () => (await asked(url, 'SHOW fsync'))[0]?.['fsync'] === setting, `fsync = ${setting}`);
    };
    await setFsync('off');
    await expect(openPostgresStore({url})).rejects.toThrow(/fsync = off/);
    await setFsync('on');
    await (await openPostgresStore({url})).close();
  });
});
