import {readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runCommandLine} from '../../../src/endpoint/command-line.js';
import {readConfiguration, type Configuration} from '../../../src/endpoint/configuration.js';
import {startEndpoint, type RunningEndpoint} from '../../../src/endpoint/serve.js';
import {exampleReceiver, exampleSubmission} from '../../support/endpoint/endpoint.js';
import {openStaging} from '../../../src/endpoint/directory/sync/staging.js';
import {temporaryFolder} from '../../support/endpoint/sqlite-worker.js';
import {startPostgres} from '../../support/store/postgres-server.js';

const server = await startPostgres();
let folder: string;
const running: RunningEndpoint[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  await writeFile(join(folder, 'receiver.json'), JSON.stringify(exampleReceiver));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close()));
  await rm(folder, {recursive: true});
});
afterAll(() => server?.end());

/** An endpoint on a machine of its own: nothing is shared but the database and the keys. */
async function start(machine: string, url: string): Promise<string> {
  const environment = {PORT: '0', DATA_DIR: join(folder, machine), CARE_RECEIVER: join(folder, 'receiver.json'), CARE_KEYS: join(folder, 'keys.json'), DATABASE_URL: url, CARE_ENDPOINT_TOKEN: 'named'};
  const configuration: Configuration = readConfiguration(environment);
  const endpoint = await startEndpoint(configuration, {log: () => undefined});
  running.push(endpoint);
  return `http://127.0.0.1:${endpoint.port}`;
}

const send = (address: string, body: unknown) =>
  fetch(`${address}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
const inbox = async (address: string) => (await (await fetch(`${address}/v1/inbox?order=arrived`, {headers: {Authorization: 'Bearer named'}})).json()) as {submissions: {id: string}[]};

describe.skipIf(!server)('two endpoints over one database', () => {
  it('keep what either receives once, with one reference, and write nothing on their own disks', async () => {
    const url = await server!.newDatabase();
    const [one, other] = await Promise.all([start('one', url), start('other', url)]);
    const submission = exampleSubmission();
    const answers = await Promise.all([send(one, submission), send(other, submission)]);
    expect(answers.map(({status}) => status).sort()).toEqual([200, 201]);
    expect(await answers[0].json()).toEqual(await answers[1].json());
    const second = exampleSubmission();
    await send(other, second);
    for (const address of [one, other]) expect((await inbox(address)).submissions.map(({id}) => id)).toEqual([submission.id, second.id]);
    expect((await readdir(folder)).sort()).toEqual(['keys.json', 'receiver.json']);
  });

  it('answer 503 while the database is gone, and take the same again once it is back', async () => {
    const address = await start('one', await server!.newDatabase());
    const submission = exampleSubmission();
    await server!.stop('at once');
    const refused = await send(address, submission);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await server!.start();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await send(address, submission)).status).toBe(201);
  });
});

describe('DATABASE_URL', () => {
  const complaints: string[] = [];
  beforeEach(() => {
    complaints.length = 0;
    vi.spyOn(console, 'error').mockImplementation((line: string) => void complaints.push(line));
  });
  afterEach(() => void vi.restoreAllMocks());

  it('needs keys that all endpoints of the database share', async () => {
    expect(await runCommandLine(['serve'], {DATABASE_URL: 'postgresql://care@database.example/care'})).toBe(1);
    expect(complaints.join()).toMatch(/^CARE_KEYS is not set, and with DATABASE_URL it must be/);
  });

  it.each(['care', 'mysql://care@database.example/care', 'postgresql://care:SECRET@[database.example/care'])('with %s is refused, and no password is shown', async (DATABASE_URL) => {
    expect(await runCommandLine(['serve'], {DATABASE_URL, CARE_KEYS: 'keys.json'})).toBe(1);
    expect(complaints.join()).toMatch(/^DATABASE_URL is no address/);
    expect(complaints.join()).not.toContain('SECRET');
  });

  it('leaves what a sync has fetched so far in DATA_DIR, which it makes', async () => {
    const staging = openStaging(join(folder, 'not', 'yet'), '0.1.0');
    staging.close();
    expect(await readdir(join(folder, 'not', 'yet'))).toContain('sync.db');
  });

  it('that leads nowhere is named without its password, and no folder is made', async () => {
    const DATA_DIR = join(folder, 'data');
    const taken = {DATA_DIR, DATABASE_URL: 'postgresql://care:SECRET@127.0.0.1:1/care', CARE_KEYS: join(folder, 'keys.json'), CARE_RECEIVER: join(folder, 'receiver.json')};
    expect(await runCommandLine(['serve'], taken)).toBe(1);
    expect(complaints.join()).toContain('The database in DATABASE_URL (PostgreSQL at 127.0.0.1:1/care) cannot be used');
    expect(complaints.join()).not.toContain('SECRET');
    await expect(readdir(DATA_DIR)).rejects.toThrow();
  });
});
