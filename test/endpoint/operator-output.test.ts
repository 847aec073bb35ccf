import {execFile, spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {exampleReceiver} from '../support/endpoint/endpoint.js';

const command = fileURLToPath(new URL('../../dist/endpoint/care-endpoint.js', import.meta.url));
let folder: string;
const environment = (more: Readonly<Record<string, string>> = {}) => ({PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, ...more});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-'));
  await writeFile(join(folder, 'receiver.json'), JSON.stringify(exampleReceiver));
});
afterAll(() => rm(folder, {recursive: true}));

describe('With CARE_LOG=json', () => {
  it('every event of the endpoint is one line of JSON on standard output, from a misspelt variable to its end', async () => {
    const child = spawn(process.execPath, [command, 'serve'], {env: environment({CARE_LOG: 'json', CARE_RECEIVER: join(folder, 'receiver.json'), CARE_KEEP_STORIES: '30'})});
    let [said, complained] = ['', ''];
    child.stderr.on('data', (words) => (complained += words));
    child.stdout.on('data', (words) => {
      said += words;
      if (said.includes('listens at')) child.kill('SIGTERM');
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    const lines = said.trim().split('\n').map((line) => JSON.parse(line) as {level: string; time: string; message: string});
    expect(complained).toBe('');
    expect(lines[0]).toMatchObject({level: 'warn', message: expect.stringContaining('CARE_KEEP_STORIES is set') as string});
    expect(lines.at(-1)).toEqual({level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string, message: expect.stringContaining('The endpoint listens at http://127.0.0.1:') as string});
  });

  it('so is why it does not start', async () => {
    const ended = await new Promise<{code: unknown; said: string; complained: string}>((resolve) => {
      execFile(process.execPath, [command, 'serve'], {env: environment({CARE_LOG: 'json'})}, (error, said, complained) => resolve({code: error?.code, said, complained}));
    });
    expect(ended).toMatchObject({code: 1, complained: ''});
    expect(JSON.parse(ended.said)).toMatchObject({level: 'fatal', message: expect.stringContaining('CARE_RECEIVER') as string});
  });
});
