import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {signpostDirectoryFault} from '../../../src/contract/signpost-guard.js';
import {SignpostDirectory, SignpostMatches} from '../../../src/contract/signposts.js';
import {openSignposts} from '../../../src/endpoint/signposts/open-signposts.js';
import {addTranslation} from '../../../src/locale/translated.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {signpostFaults} from '../../../src/domain/signposting/directory-faults.js';
import {exampleReceiver, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';

const local = {bodies: [{id: 'council-safeguarding', name: 'Exampleshire safeguarding', does: 'It helps.', ways: [], area: ['E10000099', 'Exampleshire'], checked: '2026-11-20'}]};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint({signposts: openSignposts({of: words}, local), receiver: {...exampleReceiver, origins: ['https://charity.example']}});
});
afterAll(() => endpoint.close());

const ask = (query = '') => endpoint.ask(`/v1/signposts${query}`);
async function served(query = ''): Promise<SignpostDirectory> {
  const response = await ask(query);
  expect(response.status).toBe(200);
  const json: unknown = await response.json();
  // What a browser looks at before it uses what came.
  expect(signpostDirectoryFault(json)).toBeUndefined();
  return SignpostDirectory.parse(json);
}
const idsOf = async (query: string) => (await served(query)).bodies.map(({id}) => id);
const named = async (query: string) => (await served(query)).bodies.filter(({id}) => id === 'council-safeguarding').map(({name}) => name);
const general = builtInSignposts(words('en')).bodies.find(({id}) => id === 'council-safeguarding')!.name;

describe('GET /v1/signposts', () => {
  it('gives the whole directory: every nation and every area', async () => {
    const {bodies, routes} = builtInSignposts(words('en'));
    const whole = await served();
    expect(whole.bodies).toHaveLength(bodies.length + 1);
    expect(whole.routes).toEqual(JSON.parse(JSON.stringify(routes)));
    expect(whole.language).toBe('en');
  });

  it('gives one nation’s, which holds together by itself', async () => {
    const wales = await served('?nation=wales');
    expect(signpostFaults(wales)).toEqual([]);
    expect(wales.bodies.map(({id}) => id)).toEqual(expect.arrayContaining(['999', 'hiw', 'psow']));
    expect(wales.bodies.map(({id}) => id)).not.toContain('lgsco');
  });

  it('gives an area’s own bodies in the place of general ones, by code or name', async () => {
    for (const area of ['Exampleshire', 'exampleshire', 'E10000099', '%20exampleSHIRE%20']) expect(await named(`?nation=england&area=${area}`)).toEqual(['Exampleshire safeguarding']);
    expect((await idsOf('?nation=england&area=exampleshire'))[0]).toBe('council-safeguarding');
    expect((await named('')).sort()).toEqual(['Exampleshire safeguarding', general].sort());
  });

  it('gives the general directory for an area that nobody knows', async () => {
    expect(await named('?area=Nowhere')).toEqual([general]);
    expect(await named(`?area=${encodeURIComponent('<script>')}`)).toEqual([general]);
    expect(await named(`?area=${'x'.repeat(100)}`)).toEqual([general]);
  });

  it('takes an empty parameter for none, and others that it does not know for nothing', async () => {
    expect(await served('?nation=&area=&language=')).toEqual(await served());
    expect(await served('?area=%20%20&utm_source=x')).toEqual(await served());
  });

  it('speaks the language asked for where it has words, and English otherwise', async () => {
    addTranslation('cy', {});
    expect((await served('?language=cy-GB')).language).toBe('cy');
    for (const language of ['en', 'pl', 'zh-Hant-TW']) expect((await served(`?language=${language}`)).language).toBe('en');
  });

  it.each([
    ['nation', 'france'],
    ['nation', 'Wales'],
    ['nation', '__proto__'],
    ['area', 'x'.repeat(101)],
    ['area', 'a%00b'],
    ['language', 'not%20a%20language'],
    ['language', `en-x${'-abcdefgh'.repeat(20)}`],
  ])('refuses a %s that is none: %s', async (name, value) => {
    const response = await ask(`?${name}=${value}`);
    expect(response.status).toBe(422);
    const problem = await problemIn(response);
    expect(problem.errors).toMatchObject([{pointer: `/${name}`}]);
    if (name === 'nation') expect(problem.errors?.[0]?.detail).toBe('is not one of: england, wales, scotland, northern-ireland');
  });

  it('may be read from any website, kept for five minutes, and asked whether it still stands', async () => {
    const response = await endpoint.ask('/v1/signposts?nation=england', {headers: {Origin: 'https://anybody.example'}});
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    const tag = response.headers.get('ETag') ?? '';
    const held = {headers: {'If-None-Match': tag}};
    expect((await endpoint.ask('/v1/signposts?nation=england', held)).status).toBe(304);
    expect((await endpoint.ask('/v1/signposts?nation=wales', held)).status).toBe(200);
    const head = await endpoint.ask('/v1/signposts?nation=england', {method: 'HEAD'});
    expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, tag, '']);
  });
});

const post = (body: unknown, {query = '', ...init}: RequestInit & {query?: string} = {}) =>
  endpoint.ask(`/v1/signposts/match${query}`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body), ...init});
async function matches(situation: object, query = ''): Promise<SignpostMatches['matches']> {
  const response = await post(situation, {query});
  expect(response.status).toBe(200);
  return SignpostMatches.parse(await response.json()).matches;
}

describe('POST /v1/signposts/match', () => {
  it('answers who helps, best first, each with the reason', async () => {
    const found = await matches({wants: 'complain', service: 'gp', complained: 'answered'});
    expect(found.map(({body}) => body).slice(0, 2)).toEqual(['999', 'phso']);
    for (const {name, reason} of found) expect([name, reason]).not.toContain('');
  });

  it('answers nothing but bodies, reasons and days: no number that nobody has checked', async () => {
    for (const match of await matches({wants: 'report-person'})) expect(['body', 'name', 'reason', 'by']).toEqual(expect.arrayContaining(Object.keys(match)));
  });

  it('says the last day where it can be worked out', async () => {
    const found = await matches({nation: 'england', wants: 'complain', service: 'gp', complained: 'no', happened: '2026-09'});
    expect(found.find(({body}) => body === 'phso')?.by).toBe('2027-09-30');
    expect((await matches({wants: 'complain', service: 'gp'})).filter(({by}) => by !== undefined)).toEqual([]);
  });

  it('answers for somebody of whom nothing is known', async () => {
    expect((await matches({}))[0]?.body).toBe('999');
  });

  it('names the body of the person’s area', async () => {
    const council = async (area: string) => (await matches({wants: 'safeguard', age: 'adult', area})).find(({body}) => body === 'council-safeguarding')?.name;
    expect(await council('exampleshire')).toBe('Exampleshire safeguarding');
    expect(await council('Elsewhere')).toBe(general);
  });

  it('goes by the day in London: a body is there until its last day has ended there', async () => {
    const {signposts, clock} = endpoint.dependencies;
    const closing = {id: 'care-opinion', name: 'Closing', does: 'It closes.', ways: [], checked: null, until: '2026-06-30'};
    endpoint.dependencies.signposts = openSignposts({of: words}, {bodies: [closing]});
    const names = async (time: string) => {
      endpoint.dependencies.clock = () => new Date(time);
      return (await matches({wants: 'tell'})).map(({name}) => name);
    };
    expect(await names('2026-06-30T22:59:59Z')).toContain('Closing');
    // Half past midnight in British Summer Time.
    expect(await names('2026-06-30T23:30:00Z')).not.toContain('Closing');
    Object.assign(endpoint.dependencies, {signposts, clock});
  });

  it('may be asked from any page, as the preflight says, and is kept by nobody on the way', async () => {
    const response = await post({}, {headers: {'Content-Type': 'application/json', Origin: 'https://anybody.example'}});
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const preflight = await endpoint.ask('/v1/signposts/match', {method: 'OPTIONS'});
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('POST');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Type');
  });

  it('never writes down a situation, even when it fails', async () => {
    const {signposts} = endpoint.dependencies;
    endpoint.dependencies.signposts = {directory: () => { throw new Error('no words for report-as-staff in SECRET'); }};
    expect((await post({wants: 'report-as-staff', area: 'SECRET'})).status).toBe(500);
    endpoint.dependencies.signposts = signposts;
    expect(endpoint.logged).toHaveLength(1);
    expect(endpoint.logged.splice(0).join('')).not.toMatch(/SECRET|report-as-staff/);
  });
});

const brackets = 5000;
const table: readonly {title: string; body: string | Uint8Array; status: number; pointer?: string; type?: string; query?: string}[] = [
  {title: 'nothing at all', body: '', status: 400, pointer: ''},
  {title: 'what is not JSON', body: '{"wants": ', status: 400, pointer: ''},
  {title: 'bytes that are not UTF-8', body: new Uint8Array([0x22, 0xff, 0x22]), status: 400, pointer: ''},
  {title: 'a list', body: '[]', status: 422, pointer: ''},
  {title: 'null', body: 'null', status: 422, pointer: ''},
  {title: 'a text', body: '"complain"', status: 422, pointer: ''},
  {title: 'an unknown key', body: '{"colour": "red"}', status: 422, pointer: '/colour'},
  {title: 'an unknown value', body: '{"wants": "everything"}', status: 422, pointer: '/wants'},
  {title: 'a list where a word belongs', body: '{"service": ["gp"]}', status: 422, pointer: '/service'},
  {title: 'null where a word belongs', body: '{"nation": null}', status: 422, pointer: '/nation'},
  {title: '"unknown", which is said by leaving out', body: '{"age": "unknown"}', status: 422, pointer: '/age'},
  {title: 'a month that is none', body: '{"happened": "2026-13"}', status: 422, pointer: '/happened'},
  {title: 'a whole day', body: '{"happened": "2026-11-01"}', status: 422, pointer: '/happened'},
  {title: 'a blank area', body: '{"area": "  "}', status: 422, pointer: '/area'},
  {title: 'an area of 101 characters', body: JSON.stringify({area: 'x'.repeat(101)}), status: 422, pointer: '/area'},
  {title: 'U+0000 in an area', body: '{"area": "a\\u0000"}', status: 422, pointer: '/area'},
  {title: '__proto__', body: '{"__proto__": {"wants": "complain"}}', status: 422, pointer: '/__proto__'},
  {title: 'constructor', body: '{"constructor": "x"}', status: 422, pointer: '/constructor'},
  {title: 'thousands of nested brackets', body: '['.repeat(brackets) + ']'.repeat(brackets), status: 422, pointer: '/0'.repeat(32)},
  {title: 'more than 16 KiB', body: JSON.stringify({area: 'x'.repeat(16 * 1024)}), status: 413},
  {title: 'a form', body: 'wants=complain', type: 'application/x-www-form-urlencoded', status: 415},
  {title: 'another charset', body: '{}', type: 'application/json; charset=utf-16', status: 415},
  {title: 'a language that is none', body: '{}', query: '?language=not%20one', status: 422, pointer: '/language'},
];

describe('what is no situation', () => {
  it.each(table)('is refused with $status: $title', async ({body, status, pointer, type = 'application/json', query = ''}) => {
    const response = await post(body, {headers: {'Content-Type': type}, query});
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const problem = await problemIn(response);
    if (pointer !== undefined) expect(problem.errors?.map((fault) => fault.pointer)).toContain(pointer.slice(0, 100));
    for (const fault of problem.errors ?? []) expect(fault.detail).toMatch(/^(is|has|holds) /);
    expect(endpoint.logged).toEqual([]);
  });

  it('is taken at exactly 16 KiB, and refused at one byte more', async () => {
    expect((await post('{}'.padEnd(16 * 1024))).status).toBe(200);
    expect((await post('{}'.padEnd(16 * 1024 + 1))).status).toBe(413);
  });

  it('is answered without what was written', async () => {
    const problem = await problemIn(await post({wants: 'SECRET', happened: 'SECRET', area: `SECRET${'x'.repeat(100)}`}));
    expect(problem.errors).toHaveLength(3);
    expect(JSON.stringify(problem)).not.toContain('SECRET');
  });

  it('is refused to whoever uses another method', async () => {
    expect((await endpoint.ask('/v1/signposts/match')).status).toBe(405);
    expect((await endpoint.ask('/v1/signposts', {method: 'POST', body: '{}'})).status).toBe(405);
  });
});
