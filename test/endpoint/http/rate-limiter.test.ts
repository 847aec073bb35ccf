import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {InboxSubmission} from '../../../src/contract/inbox.js';
import {addressPrefix} from '../../../src/endpoint/http/address-prefix.js';
import {createHandler} from '../../../src/endpoint/handler.js';
import {createRateLimiter, type Rates} from '../../../src/endpoint/http/rate-limiter.js';
import {senderAddress} from '../../../src/endpoint/http/sender-address.js';
import {createBuckets} from '../../../src/endpoint/http/token-buckets.js';
import {exampleSubmission, openEndpoint, origin, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {sealTo} from '../../support/endpoint/sealing.js';

let endpoint: TestEndpoint;
let now: Date;
const ample = {atOnce: 10_000, perSecond: 1};
const story = 'A letter of some length, of the kind that many people copy and send.';

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  endpoint = await openEndpoint();
});
afterEach(() => endpoint.close());

function limit(rates: Partial<Rates>): void {
  endpoint.dependencies.rateLimiter = createRateLimiter(() => now, {sending: ample, refusals: ample, comingBack: ample, wrongCodes: ample, failedSignIns: ample, aboutOneService: ample, sameWords: ample, ...rates});
}

function send(body: unknown, from = '192.0.2.1', type = 'application/json'): Promise<Response> {
  const handle = createHandler(endpoint.dependencies);
  return handle(new Request(new URL('/v1/submissions', origin), {method: 'POST', headers: {'Content-Type': type}, body: typeof body === 'string' ? body : JSON.stringify(body)}), from);
}

const inbox = async () => ((await (await endpoint.inbox('?order=arrived&limit=500')).json()) as {submissions: InboxSubmission[]}).submissions;
const through = (partner: string) => exampleSubmission({source: {...exampleSubmission().source, partner}});

describe('who sends', () => {
  it('may be a hundred people behind one address, twice over, with the usual limits', async () => {
    endpoint.dependencies.rateLimiter = createRateLimiter(() => now);
    const statuses = await Promise.all(Array.from({length: 200}, async () => (await send(exampleSubmission())).status));
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect((await inbox()).filter(({quarantine}) => quarantine !== undefined).length).toBeLessThanOrEqual(50);
  });

  it('too much from one address is told when to come again, in a way that a page can read, and is taken then', async () => {
    limit({sending: {atOnce: 3, perSecond: 0.1}});
    const submission = exampleSubmission();
    for (let each = 0; each < 3; each += 1) expect((await send(exampleSubmission())).status).toBe(201);
    const response = await send(submission);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThanOrEqual(10);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect((await problemIn(response)).type).toMatch(/too-many$/);
    expect((await send(exampleSubmission(), '192.0.2.2')).status).toBe(201);
    now = new Date(now.getTime() + 10_000);
    expect((await send(submission)).status).toBe(201);
    expect(endpoint.logged).toEqual([]);
  });

  it('is not kept from it by what somebody else behind the same address sends that cannot be taken', async () => {
    endpoint.dependencies.rateLimiter = createRateLimiter(() => now);
    const flood = async () => Promise.all([send(''), send('{'), send({...exampleSubmission(), colour: 'red'}), send('a.b.c.d.e', '192.0.2.1', 'application/jose')]);
    await Promise.all(Array.from({length: 100}, flood));
    // Whoever floods is told less.
    expect((await flood()).map(({status}) => status)).toEqual([429, 429, 429, 429]);
    const good = await Promise.all(Array.from({length: 100}, async () => (await send(exampleSubmission())).status));
    expect(new Set(good)).toEqual(new Set([201]));
  });

  it('and all that come through its partner are not kept from it by whoever sends in the partner’s name', async () => {
    endpoint.dependencies.rateLimiter = createRateLimiter(() => now);
    const flood = Array.from({length: 4000}, (_, each) => endpoint.dependencies.rateLimiter.waitToSend(`2001:db8:${(each >> 4).toString(16)}:${(each & 15).toString(16)}::1`));
    expect(flood.filter((wait) => wait === undefined).length).toBeGreaterThan(3000);
    const sealed = await sealTo(endpoint.dependencies.keys.publicKeys[0]!, through('example-charity'));
    for (const response of [await send(through('example-charity'), '192.0.2.3'), await send(sealed, '192.0.2.4', 'application/jose')]) expect(response.status).toBe(201);
  });

  it('cannot do so from every network that one customer has: by /64, /56 and /48 of IPv6', async () => {
    const rateLimiter = createRateLimiter(() => now, {sending: {atOnce: 10, perSecond: 1e-9}, refusals: ample, comingBack: ample, wrongCodes: ample, failedSignIns: ample, aboutOneService: ample, sameWords: ample});
    const taken = (addresses: string[]) => addresses.filter((address) => rateLimiter.waitToSend(address) === undefined).length;
    expect(taken(Array.from({length: 100}, (_, each) => `2001:db8:1:100::${each.toString(16)}`))).toBe(10);
    // 256 networks of one /56, and 65,536 of one /48.
    expect(taken(Array.from({length: 256}, (_, each) => `2001:db8:2:1${each.toString(16).padStart(2, '0')}::1`))).toBe(40);
    expect(taken(Array.from({length: 4096}, (_, each) => `2001:db8:3:${(each * 16).toString(16)}::1`))).toBe(160);
    expect(taken(['2001:db8:4::1', '192.0.2.1'])).toBe(2);
  });

  it('has what is left of a larger network though somebody in a small one of it never stops', () => {
    const rateLimiter = createRateLimiter(() => now, {sending: {atOnce: 10, perSecond: 1e-9}, refusals: ample, comingBack: ample, wrongCodes: ample, failedSignIns: ample, aboutOneService: ample, sameWords: ample});
    for (let each = 0; each < 1000; each += 1) rateLimiter.waitToSend('2001:db8:1:1::1');
    expect(rateLimiter.waitToSend('2001:db8:1:2::1')).toBeUndefined();
    expect(rateLimiter.waitToSend('2001:db8:1:100::1')).toBeUndefined();
  });

  it('leaves no address in the database or in the log', async () => {
    await endpoint.close();
    endpoint = await openEndpoint({}, {isNew: true});
    limit({sending: {atOnce: 1, perSecond: 1}});
    await send(exampleSubmission(), '198.51.100.77');
    await send(exampleSubmission(), '198.51.100.77');
    const {readFile} = await import('node:fs/promises');
    for (const name of ['care-elements.db', 'care-elements.db-wal']) expect(await readFile(`${endpoint.folder}/${name}`, 'latin1')).not.toContain('198.51.100.77');
    expect(endpoint.logged.join()).not.toContain('198.51');
  });

  it('begins anew each day, when nothing of the day before can be compared any more', () => {
    const rateLimiter = createRateLimiter(() => now, {sending: {atOnce: 1, perSecond: 1e-9}, refusals: ample, comingBack: ample, wrongCodes: ample, failedSignIns: ample, aboutOneService: ample, sameWords: ample});
    expect([rateLimiter.waitToSend('192.0.2.1'), rateLimiter.waitToSend('192.0.2.1')]).toEqual([undefined, expect.any(Number)]);
    now = new Date('2026-11-23T00:00:00Z');
    expect(rateLimiter.waitToSend('192.0.2.1')).toBeUndefined();
  });
});

describe('what is typical of machines', () => {
  it('is set apart and not refused: much about one service from one address', async () => {
    limit({aboutOneService: {atOnce: 2, perSecond: 0.001}});
    for (let each = 0; each < 3; each += 1) expect((await send(exampleSubmission())).status).toBe(201);
    expect((await send(exampleSubmission(), '192.0.2.2')).status).toBe(201);
    expect((await inbox()).map(({quarantine}) => quarantine)).toEqual([undefined, undefined, 'flood', undefined]);
  });

  it('is set apart and not refused: the same long words many times, from anywhere', async () => {
    limit({sameWords: {atOnce: 2, perSecond: 0.001}});
    const copied = () => exampleSubmission({answers: {...exampleSubmission().answers, story}});
    for (let each = 0; each < 3; each += 1) expect((await send(copied(), `192.0.2.${each}`)).status).toBe(201);
    for (let each = 0; each < 3; each += 1) expect((await send(exampleSubmission(), `192.0.2.${each}`)).status).toBe(201);
    expect((await inbox()).map(({quarantine}) => quarantine)).toEqual([undefined, undefined, 'same-words', undefined, undefined, undefined]);
  });

  it('never sets apart what somebody must look at soon, nor tells from the time that it took', async () => {
    limit({aboutOneService: {atOnce: 0, perSecond: 0.001}, sameWords: {atOnce: 0, perSecond: 0.001}});
    for (const answers of [{risk: 'yes'}, {risk: 'unsure'}, {story: 'I want to kill myself.'}]) await send(exampleSubmission({answers: {...exampleSubmission().answers, ...answers}}));
    expect((await inbox()).map(({urgency, quarantine}) => [urgency, quarantine])).toEqual([['immediate', undefined], ['concern', undefined], ['concern', undefined]]);
    limit({});
    const at = '2026-11-22T10:02:11Z';
    await send(exampleSubmission({startedAt: at, finishedAt: at}));
    expect((await inbox()).at(-1)).not.toHaveProperty('quarantine');
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix);
  });

  it('is the connection’s, whatever headers say, unless a header is named', () => {
    const from = (headers: Record<string, string>, header?: string) => senderAddress({headers, socket: {remoteAddress: '10.0.0.1'}}, header);
    expect(from({'x-forwarded-for': '192.0.2.1'})).toBe('10.0.0.1');
    expect(from({'x-forwarded-for': '192.0.2.1'}, 'X-Forwarded-For')).toBe('192.0.2.1');
    expect(from({}, 'X-Forwarded-For')).toBe('10.0.0.1');
  });

  it.each([
    ['198.51.100.9, 192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['unknown', '10.0.0.1'],
    ['', '10.0.0.1'],
  ])('in a named header that says "%s" is %s: the last, which the proxy wrote', (said, address) => {
    expect(senderAddress({headers: {'x-forwarded-for': said}, socket: {remoteAddress: '10.0.0.1'}}, 'X-Forwarded-For')).toBe(address);
  });
});

describe('a bucket', () => {
  it('gives what is in it, fills again over time and no further, and says how long that takes', () => {
    const buckets = createBuckets({atOnce: 2, perSecond: 0.5});
    expect([0, 0, 0, 1999, 2000, 2000].map((at) => buckets.take('one', at))).toEqual([undefined, undefined, 2, 1, undefined, 2]);
    expect([1e9, 1e9, 1e9].map((at) => buckets.take('one', at))).toEqual([undefined, undefined, 2]);
    expect(buckets.take('other', 0)).toBeUndefined();
  });

  it('is forgotten when many others were used since, and not before', () => {
    const buckets = createBuckets({atOnce: 1, perSecond: 1e-9}, 1000);
    const others = (from: number, to: number) => {
      for (let each = from; each < to; each += 1) buckets.take(`other ${each}`, 0);
    };
    buckets.take('one', 0);
    others(0, 400);
    expect(buckets.take('one', 0)).toEqual(expect.any(Number));
    others(400, 2400);
    expect(buckets.take('one', 0)).toBeUndefined();
  });

  it('is found as quickly where all were forgotten five times over as where none ever is', () => {
    const most = 10_000;
    const timeFor = (buckets: ReturnType<typeof createBuckets>) => {
      const began = performance.now();
      for (let each = 0; each < 5 * most; each += 1) buckets.take(`network ${each}`, 0);
      return performance.now() - began;
    };
    const least = [Infinity, Infinity] as [number, number];
    for (let look = 0; look < 7; look += 1) for (const [place, kept] of [most, Infinity].entries()) least[place] = Math.min(least[place]!, timeFor(createBuckets({atOnce: 1, perSecond: 1}, kept)));
    // Less than once in fact, since what is small lies in the processor's own memory; 13 times where each forgets for itself.
    expect(least[0] / least[1]).toBeLessThan(5);
  });

  it('neither fills nor locks when the clock is put back', () => {
    const buckets = createBuckets({atOnce: 1, perSecond: 1});
    expect([5000, 0, 1000].map((at) => buckets.take('one', at))).toEqual([undefined, 1, undefined]);
  });
});
