import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createHandler} from '../../../src/endpoint/handler.js';
import {openInboxAccess} from '../../../src/endpoint/access/inbox-access.js';
import {createRateLimiter} from '../../../src/endpoint/http/rate-limiter.js';
import {startEndpoint} from '../../../src/endpoint/serve.js';
import {readConfiguration} from '../../../src/endpoint/configuration.js';
import {exampleReceiver, inboxToken, openEndpoint, origin, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {tokenFor} from '../../support/endpoint/tokens.js';

let endpoint: TestEndpoint;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  endpoint = await openEndpoint({clock: () => now, rateLimiter: createRateLimiter(() => now)});
});
afterEach(() => endpoint.close());

function ask(path: string, from: string, init: RequestInit = {}): Promise<Response> {
  return createHandler(endpoint.dependencies)(new Request(new URL(path, origin), init), from);
}
const withToken = (token: string, from = '192.0.2.1', path = '/v1/inbox') => ask(path, from, {headers: {Authorization: `Bearer ${token}`}});
const byForm = (token: string, from = '192.0.2.1') => ask('/inbox/sign-in', from, {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin'}, body: new URLSearchParams({token}).toString()});

describe('a sign-in that fails', () => {
  it.each([['by token', withToken], ['by form', byForm]])('again and again %s from one address is braked, and no other address is', async (_way, signIn) => {
    const statuses = [];
    for (let tries = 0; tries < 12; tries += 1) statuses.push((await signIn('wrong')).status);
    expect(statuses).toEqual([...Array.from({length: 10}, () => 401), 429, 429]);
    // Not even the right one is looked at meanwhile: else whoever guesses would go on.
    const braked = await signIn(inboxToken);
    expect(braked.status).toBe(429);
    expect(Number(braked.headers.get('Retry-After'))).toBeGreaterThanOrEqual(30);
    expect((await signIn(inboxToken, '192.0.2.2')).status).toBeLessThan(400);
    expect(await braked.text()).toContain(signIn === byForm ? 'Wait a minute, then try again' : 'too-many');
    now = new Date(now.getTime() + 31_000);
    expect((await signIn(inboxToken)).status).toBeLessThan(400);
  });

  it('keeps nobody out who has a token that cannot be guessed, whoever tries wrong ones behind the same address', async () => {
    for (let tries = 0; tries < 12; tries += 1) await withToken('wrong');
    const token = await tokenFor(endpoint, {});
    expect((await withToken(token)).status).toBe(200);
    expect((await withToken(`${token}x`)).status).toBe(429);
    expect((await byForm(token)).status).toBe(429);
  });

  it('does not count who asks without a token, and who signs in well', async () => {
    for (let tries = 0; tries < 30; tries += 1) {
      expect((await ask('/inbox', '192.0.2.1')).status).toBe(401);
      expect((await withToken(inboxToken)).status).toBe(200);
    }
  });

  it('is in the log, without the token and the address', async () => {
    await withToken('CANARY');
    await byForm('CANARY');
    await ask('/inbox/sign-in', '192.0.2.1', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin'}, body: 'code=CANARY'});
    const {entries} = await endpoint.dependencies.store.log({limit: 10});
    expect(entries.map(({who, what, detail}) => [who, what, detail])).toEqual([['unknown', 'failed-sign-in', 'by token'], ['unknown', 'failed-sign-in', 'by form'], ['unknown', 'failed-sign-in', 'by form']]);
    expect(JSON.stringify(entries) + endpoint.logged.join()).not.toMatch(/CANARY|192\.0\.2/);
  });

  it('is listed as one of many where so many fail that the log would hold nothing else', async () => {
    for (let each = 0; each < 100; each += 1) await withToken('wrong', `198.51.100.${each}`);
    const {entries} = await endpoint.dependencies.store.log({limit: 500});
    expect(entries.map(({detail}) => detail)).toEqual([...Array.from({length: 29}, () => 'by token'), 'by token; of so many, not all are listed']);
  });

  it('is told by /readyz when there are many, from wherever', async () => {
    const ready = async () => (await ask('/readyz', '192.0.2.1')).json() as Promise<Record<string, string>>;
    expect(await ready()).not.toHaveProperty('signIns');
    for (let each = 0; each < 30; each += 1) await withToken('wrong', `198.51.100.${each}`);
    expect(await ready()).toMatchObject({status: 'ready', signIns: 'failing'});
    now = new Date(now.getTime() + 60 * 60_000);
    expect(await ready()).not.toHaveProperty('signIns');
  });
});

describe('the link that is printed at the start', () => {
  it('opens the inbox for a quarter of an hour', () => {
    const access = openInboxAccess(inboxToken, {clock: () => now});
    const [early, late] = [access.newCode(), access.newCode()];
    now = new Date(now.getTime() + 14 * 60_000);
    expect(access.oneTimeCodes.redeem(early)).toBe(true);
    now = new Date(now.getTime() + 60_000);
    expect(access.oneTimeCodes.redeem(late)).toBe(false);
  });
});

describe('a token of somebody’s own choosing', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'central.example'])('that can be guessed stops the start where others reach the endpoint, at %s', async (HOST) => {
    const receiver = join(endpoint.folder, 'receiver.json');
    await writeFile(receiver, JSON.stringify(exampleReceiver));
    await expect(startEndpoint(readConfiguration({HOST, CARE_ENDPOINT_TOKEN: 'x'.repeat(23), CARE_RECEIVER: receiver, DATA_DIR: endpoint.folder}))).rejects.toThrow(/^CARE_ENDPOINT_TOKEN has 23 characters.*openssl rand/s);
  });
});
