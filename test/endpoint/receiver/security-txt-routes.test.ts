import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {ReceiverFile} from '../../../src/contract/receiver.js';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {readReceiverFile} from '../../../src/endpoint/receiver/receiver-file.js';
import {startEndpoint} from '../../../src/endpoint/serve.js';
import {exampleReceiver, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {sqliteWorker} from '../../support/endpoint/sqlite-worker.js';

const security = {contact: 'mailto:security@care.example', expires: '2027-06-30T13:00:00+01:00'};
let endpoint: TestEndpoint;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  endpoint = await openEndpoint({clock: () => now});
});
afterEach(() => endpoint.close());

async function ask(changes: Partial<ReceiverFile>, origin?: string): Promise<Response> {
  Object.assign(endpoint.dependencies, {receiver: {...exampleReceiver, ...changes}, origin});
  return endpoint.ask('/.well-known/security.txt');
}
const ready = async () => (await (await endpoint.ask('/readyz')).json()) as Record<string, string>;

describe('GET /.well-known/security.txt', () => {
  it('tells whoever found a fault whom to tell, as RFC 9116 writes it', async () => {
    const response = await ask({security}, 'https://central.example');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(
      ['Contact: mailto:security@care.example', 'Expires: 2027-06-30T12:00:00Z', 'Preferred-Languages: en', 'Canonical: https://central.example/.well-known/security.txt', ''].join('\n'),
    );
  });

  it.each([undefined, 'http://127.0.0.1:4000'])('names no address of its own where that is %s, since only an https one can be trusted', async (origin) => {
    expect(await (await ask({security}, origin)).text()).not.toContain('Canonical');
  });

  it.each(['https://care.example/report?a=1', 'tel:+44-1632-960000', 'MAILTO:security@care.example'])('takes %s, and writes each field on one line', async (contact) => {
    const lines = (await (await ask({security: {...security, contact}})).text()).split('\n');
    expect(lines).toEqual([`Contact: ${contact.replace('MAILTO', 'mailto')}`, 'Expires: 2027-06-30T12:00:00Z', 'Preferred-Languages: en', '']);
  });

  it('is not there where the owner has named nobody', async () => {
    const response = await ask({});
    expect(response.status).toBe(404);
    expect((await problemIn(response)).status).toBe(404);
  });

  it('is not there once its time is over, to the second and without a restart, which /readyz then says', async () => {
    now = new Date('2027-06-30T11:59:59Z');
    expect((await ask({security})).status).toBe(200);
    expect(await ready()).not.toHaveProperty('security');
    now = new Date('2027-06-30T12:00:00Z');
    expect((await ask({security})).status).toBe(404);
    expect(await ready()).toEqual({status: 'ready', security: 'expired'});
  });
});

describe('"security" in the receiver’s file', () => {
  const fileWith = async (changes: object) => {
    const file = join(endpoint.folder, 'receiver.json');
    await writeFile(file, JSON.stringify({...exampleReceiver, security: {...security, ...changes}}));
    return file;
  };

  it.each([
    [{contact: 'security@care.example'}, /security\.contact: is not an https address, nor "mailto:"/],
    [{contact: 'http://care.example/report'}, /security\.contact: is not an https address/],
    [{contact: 'http://localhost/report'}, /security\.contact: is not an https address/],
    [{contact: 'javascript:alert(1)'}, /security\.contact: is not an https address/],
    [{contact: 'mailto:security@care.example?subject=x'}, /security\.contact: is not/],
    [{contact: 'tel:ask for Ann'}, /security\.contact: is not/],
    [{contact: 'mailto:a@care.example\nContact: mailto:b@care.example'}, /security\.contact: is not/],
    [{expires: '2027-06-30'}, /security\.expires: is not a day and time such as 2027-06-30T12:00:00Z/],
    [{expires: '2027-02-30T12:00:00Z'}, /security\.expires: is not a day and time/],
    [{expires: 'next year'}, /security\.expires: is not a day and time/],
    [{expires: undefined}, /security\.expires: is not a day and time/],
    [{policy: 'https://care.example'}, /security\.policy: is not a known key/],
  ])('%j is refused by the field’s name', async (changes, named) => {
    await expect(readReceiverFile(await fileWith(changes))).rejects.toThrow(named);
  });

  it.each([
    ['is over', '2026-11-22T12:00:00Z', /"security\.expires".* is over.*404.*\n.*within a year/],
    ['is more than a year ahead', '2028-01-01T00:00:00Z', /"security\.expires".* more than a year ahead.*\n.*within a year/],
    ['is within a year', '2027-11-22T12:00:00Z', /^$/],
  ])('whose time %s starts, and the owner is told what to mend', async (_when, expires, told) => {
    const logged: string[] = [];
    const configuration = readConfiguration({PORT: '0', DATA_DIR: join(endpoint.folder, 'data'), CARE_RECEIVER: await fileWith({expires})});
    const running = await startEndpoint(configuration, {worker: await sqliteWorker(), clock: () => now, log: (line) => logged.push(line)});
    await running.close();
    expect(logged.join()).toMatch(told);
  });
});
