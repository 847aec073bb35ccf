import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createCqcApi} from '../../../../src/endpoint/directory/sync/cqc-api.js';
import {createCqcRequests} from '../../../../src/endpoint/directory/sync/cqc-requests.js';
import {readCqcAccess} from '../../../../src/endpoint/directory/sync/cqc-access.js';
import {eventually} from '../../../support/eventually.js';
import {key, location, startCqcServer, wrong, type CqcServer} from '../../../support/endpoint/cqc-server.js';

let cqc: CqcServer;
const {locationId} = location(1);
const path = `/locations/${locationId}`;

beforeEach(async () => {
  cqc = await startCqcServer();
  cqc.put('location', locationId, location(1));
});
afterEach(() => cqc.close());

function api({theKey = key, base = cqc.base, signal = new AbortController().signal} = {}) {
  return createCqcApi(createCqcRequests({base, key: theKey}, {signal, patience: {first: 5, longest: 20, answer: 60_000, tries: 4}}));
}

/** Answers wrongly so often, and then as it should. */
function first(times: number, ...answers: ReturnType<typeof wrong.status>[]): void {
  let asked = 0;
  cqc.instead = () => ((asked += 1) <= times ? answers[(asked - 1) % answers.length] : undefined);
}

describe('CQC’s API', () => {
  it.each([
    ['answers 500 at first', wrong.status(500)],
    ['answers 429 without saying until when', wrong.status(429)],
    ['answers 429 and says how long', wrong.status(429, {'Retry-After': '0'})],
    ['answers 429 and says until when', wrong.status(429, {'Retry-After': new Date(Date.now() - 1000).toUTCString()})],
    ['breaks off', wrong.breakOff],
    ['answers with a page', wrong.page],
  ])('is asked again when it %s', async (_what, answer) => {
    first(2, answer);
    expect(await api().record('location', locationId)).toEqual({record: location(1)});
    expect(cqc.asked).toEqual([path, path, path]);
  });

  it('is asked again when it does not answer in time', async () => {
    const limits: AbortController[] = [];
    const timed = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => limits[limits.push(new AbortController()) - 1]!.signal);
    // Its time is over once it was asked.
    first(2, () => limits.at(-1)!.abort(new DOMException('late', 'TimeoutError')));
    expect(await api().record('location', locationId)).toEqual({record: location(1)});
    expect(cqc.asked).toEqual([path, path, path]);
    timed.mockRestore();
  });

  it('is left alone by all for as long as it asks one to', async () => {
    let quietUntil = 0;
    const early: number[] = [];
    cqc.instead = () => {
      if (quietUntil === 0) {
        quietUntil = Date.now() + 1000;
        return wrong.status(429, {'Retry-After': '1'});
      }
      if (Date.now() < quietUntil) early.push(quietUntil - Date.now());
      return undefined;
    };
    const asking = api();
    const fetched = vi.spyOn(globalThis, 'fetch');
    const one = asking.record('location', locationId);
    await (await eventually(() => fetched.mock.results[0], 'the first request')).value;
    fetched.mockRestore();
    // A few turns after it has the answer, it knows what it says.
    for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate);
    await Promise.all([one, ...Array.from({length: 5}, () => asking.record('location', locationId))]);
    expect(early).toEqual([]);
  });

  it.each([
    ['never answers but with 503', wrong.status(503), /it answers 503/],
    ['only ever answers with a page', wrong.page, /not JSON/],
    ['asks to be left alone for a day', wrong.status(429, {'Retry-After': '86400'}), /left alone until/],
    ['takes the key for none', wrong.status(401), /CARE_CQC_KEY/],
    ['forbids it', wrong.status(403), /CARE_CQC_KEY/],
  ])('ends the sync in words when it %s, and the key is not in them', async (_what, answer, words) => {
    cqc.instead = () => answer;
    const failed = await api().record('location', locationId).catch((error: unknown) => error);
    expect(failed).toMatchObject({name: 'ApiFault', message: expect.stringMatching(words) as string});
    expect(String(failed)).not.toContain(key);
  });

  it('ends it when nobody is there', async () => {
    await expect(api({base: 'http://127.0.0.1:1/public/v1'}).record('location', '1-1')).rejects.toMatchObject({name: 'ApiFault', message: expect.stringContaining('cannot be reached') as string});
  });

  it('gets the key, and nobody else does: a redirect is not followed', async () => {
    const other = await startCqcServer();
    cqc.instead = () => wrong.status(302, {Location: `${other.base}${path}`});
    await expect(api().record('location', locationId)).rejects.toMatchObject({name: 'ApiFault'});
    cqc.instead = (asked) => (asked.startsWith('/locations?') ? (_request, response) => void response.end(JSON.stringify({locations: [], nextPageUri: `${other.base}/locations?page=2`})) : undefined);
    expect(await api().ids('location', 1, {until: ''})).toEqual({ids: [], total: undefined, next: 2});
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it.each([
    ['goes back', {locations: [], nextPageUri: '/locations?page=1'}],
    ['has no entries', {items: []}],
    ['is null', null],
  ])('ends the sync over a list that %s', async (_what, body) => {
    cqc.instead = () => (_request, response) => void response.end(JSON.stringify(body));
    await expect(api().ids('location', 1, {until: ''})).rejects.toMatchObject({name: 'ApiFault'});
  });

  it('is asked for no id that is none', async () => {
    cqc.instead = () => (_request, response) => void response.end(JSON.stringify({changes: ['1-100', '../keys', '', null, {locationId: '1-200'}, 7], nextPageUri: null}));
    expect(await api().ids('location', 1, {from: '', until: ''})).toEqual({ids: ['1-100', '1-200'], total: undefined});
  });
});

describe('The environment', () => {
  it.each([[{}], [{CARE_CQC_KEY: ' '}], [{CARE_CQC_KEY: 'two words'}], [{CARE_CQC_KEY: 'line\nbreak-SECRET'}], [{CARE_CQC_KEY: key, CARE_CQC_API: 'http://cqc.example'}], [{CARE_CQC_KEY: key, CARE_CQC_API: 'cqc'}], [{CARE_CQC_KEY: key, CARE_CQC_API: 'SECRET'}], [{CARE_CQC_KEY: key, CARE_CQC_API: 'https://cqc.example/v1?subscription-key=SECRET'}]])('%j is told what to mend, without the key', (environment) => {
    expect(() => readCqcAccess(environment)).toThrow(/^CARE_CQC_(KEY|API) /);
    expect(() => readCqcAccess(environment)).not.toThrow(/two words|SECRET|0123456789/);
  });

  it('names CQC’s own address where it names none', () => {
    expect(readCqcAccess({CARE_CQC_KEY: key})).toEqual({base: 'https://api.service.cqc.org.uk/public/v1', key});
    expect(readCqcAccess({CARE_CQC_KEY: key, CARE_CQC_API: 'https://proxy.example/cqc/'}).base).toBe('https://proxy.example/cqc');
  });
});
