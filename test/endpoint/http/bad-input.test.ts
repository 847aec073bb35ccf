import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openApiDocument} from '../../../src/endpoint/http/openapi/document.js';
import {routes} from '../../../src/endpoint/routes.js';
import {exampleSubmission, inboxToken, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint();
});
afterAll(() => endpoint.close());

const json = (changes: Record<string, unknown>) => JSON.stringify(exampleSubmission(changes));
const answering = (answers: Record<string, unknown>) => json({answers: {...exampleSubmission().answers, ...answers}});
const without = (key: string) => JSON.stringify({...exampleSubmission(), [key]: undefined});
const brackets = 60_000;

interface BadInput {
  title: string;
  body: string | Uint8Array;
  status: number;
  /** The place that the problem names; left out where no place in a body is at fault. */
  pointer?: string;
  type?: string | null;
}

const table: readonly BadInput[] = [
  {title: 'nothing at all', body: '', status: 400, pointer: ''},
  {title: 'what is not JSON', body: '{"id": ', status: 400, pointer: ''},
  {title: 'bytes that are not UTF-8', body: new Uint8Array([0x22, 0xff, 0x22]), status: 400, pointer: ''},
  {title: 'an array', body: '[]', status: 422, pointer: ''},
  {title: 'null', body: 'null', status: 422, pointer: ''},
  {title: 'a text', body: '"hello"', status: 422, pointer: ''},
  {title: 'a list where an object belongs', body: json({about: []}), status: 422, pointer: '/about'},
  {title: 'a number where a text belongs', body: answering({story: 5}), status: 422, pointer: '/answers/story'},
  {title: 'a required key left out', body: without('startedAt'), status: 422, pointer: '/startedAt'},
  {title: 'more than 128 KiB', body: answering({story: 'x'.repeat(128 * 1024)}), status: 413},
  {title: 'an unknown key', body: json({colour: 'red'}), status: 422, pointer: '/colour'},
  {title: 'an unknown key further in', body: json({source: {...exampleSubmission().source, page: '/x'}}), status: 422, pointer: '/source/page'},
  {title: 'an unknown key in the contact details', body: json({contact: {fax: '1'}}), status: 422, pointer: '/contact/fax'},
  {title: 'an answer to a question that is not in the set', body: answering({shoe: 'left'}), status: 422, pointer: '/answers/shoe'},
  {title: 'an answer that the journey does not reach', body: answering({experience: 'good'}), status: 422, pointer: '/answers/told-service'},
  {title: 'a choice that does not exist', body: answering({experience: 'so-so'}), status: 422, pointer: '/answers/experience'},
  {title: 'a required answer left out', body: answering({risk: undefined}), status: 422, pointer: '/answers/risk'},
  {title: 'a story of 20,001 characters', body: answering({story: '🏥'.repeat(20_001)}), status: 422, pointer: '/answers/story'},
  {title: 'a date later than tomorrow', body: answering({when: '2026-11-24'}), status: 422, pointer: '/answers/when'},
  {title: 'a month later than tomorrow', body: answering({when: '2026-12'}), status: 422, pointer: '/answers/when'},
  {title: '30 February', body: answering({when: '2026-02-30'}), status: 422, pointer: '/answers/when'},
  {title: 'U+0000 in the story', body: answering({story: 'a\u0000b'}), status: 422, pointer: '/answers/story'},
  {title: 'a C1 control in the story', body: answering({story: 'a\u0085b'}), status: 422, pointer: '/answers/story'},
  {title: 'U+0000 in a name', body: json({contact: {name: 'a\u0000'}}), status: 422, pointer: '/contact/name'},
  {title: 'a lone surrogate', body: answering({story: 'SURROGATE'}).replace('SURROGATE', '\\ud800'), status: 422, pointer: '/answers/story'},
  {title: '__proto__', body: json({}).replace('{', '{"__proto__": {"x": 1},'), status: 422, pointer: '/__proto__'},
  {title: '__proto__ as an answer', body: answering({SLOT: 'no'}).replace('SLOT', '__proto__'), status: 422, pointer: '/answers/__proto__'},
  {title: '__proto__ in another spelling', body: json({}).replace('{', '{"\\u005f_proto__": {},'), status: 422, pointer: '/__proto__'},
  {title: 'constructor', body: json({extensions: {constructor: 'x'}}), status: 422, pointer: '/extensions/constructor'},
  {title: 'prototype', body: answering({prototype: 'x'}), status: 422, pointer: '/answers/prototype'},
  {title: 'a length that cannot be compared', body: answering({relationship: {length: {toString: 5}}}), status: 422, pointer: '/answers/relationship/length/toString'},
  {title: '60,000 nested brackets', body: '['.repeat(brackets) + ']'.repeat(brackets), status: 422, pointer: '/0'.repeat(32)},
  {title: '60,000 nested brackets that never close', body: '['.repeat(brackets), status: 400, pointer: ''},
  {title: '20,000 nested objects', body: '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000), status: 422, pointer: '/a'.repeat(32)},
  {title: 'an id that is no UUID', body: json({id: 'one'}), status: 422, pointer: '/id'},
  {title: 'an id that is a UUID of version 4', body: json({id: '6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b'}), status: 422, pointer: '/id'},
  {title: 'a submission that replaces itself', body: json({id: '0197b2c4-7a1e-7cc2-9d0b-ffffffffffff', replaces: '0197B2C4-7A1E-7CC2-9D0B-FFFFFFFFFFFF'}), status: 422, pointer: '/replaces'},
  {title: 'a site with a path', body: json({source: {...exampleSubmission().source, site: 'https://charity.example/cancer'}}), status: 422, pointer: '/source/site'},
  {title: 'a notice that is no address', body: json({consent: {notice: 'javascript:alert(1)'}}), status: 422, pointer: '/consent/notice'},
  {title: 'an unknown set', body: json({questionSet: {id: 'other', version: '1'}}), status: 422, pointer: '/questionSet/id'},
  {title: 'an unknown version of a set', body: json({questionSet: {id: 'give-feedback', version: '9'}}), status: 422, pointer: '/questionSet/version'},
  {title: 'a time that is none', body: json({startedAt: 'yesterday'}), status: 422, pointer: '/startedAt'},
  {title: 'a language that is none', body: json({language: 'not a language'}), status: 422, pointer: '/language'},
  {title: 'an urgency that does not exist', body: json({urgency: 'huge'}), status: 422, pointer: '/urgency'},
  {title: 'more than eight extensions', body: json({extensions: Object.fromEntries(Array.from({length: 9}, (_, n) => [`https://third.example/${n}`, 'x']))}), status: 422, pointer: '/extensions'},
  {title: 'an extension that is no https address', body: json({extensions: {colour: 'red'}}), status: 422, pointer: '/extensions/colour'},
  {title: 'text/html', body: json({}), type: 'text/html', status: 415},
  {title: 'no type', body: json({}), type: null, status: 415},
  {title: 'another charset', body: json({}), type: 'application/json; charset=utf-16', status: 415},
  {title: 'a sealed one that is none', body: 'a.b.c.d.e', type: 'application/jose', status: 400, pointer: ''},
];

const {paths} = await openApiDocument(routes, '');
const takers = Object.keys(paths).filter((path) => 'application/json' in ((paths[path]?.post?.requestBody as {content?: object} | undefined)?.content ?? {}));

describe('whatever takes JSON', () => {
  it.each(takers)('%s refuses what would throw in a schema or use up the stack, and takes what has a key twice for what stands last', async (path) => {
    const member = {headers: {Authorization: `Bearer ${inboxToken}`, 'Content-Type': 'application/json'}};
    const ask = (body: string) => endpoint.ask(path.replace('{id}', exampleSubmission().id), {method: 'POST', body, ...member});
    const depth = 1500;
    for (const body of [`${'['.repeat(depth)}${']'.repeat(depth)}`, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`, `{"note":${'['.repeat(depth)}${']'.repeat(depth)}}`, '{"note": {"length": {"toString": 5}}}', '{"nation": {"length": {"valueOf": 5}}}', '{"__proto__": {"state": "closed"}}']) {
      const {status, errors} = await problemIn(await ask(body));
      expect([body.slice(0, 30), status]).toEqual([body.slice(0, 30), 422]);
      // Before any schema looked at it, which may be another one day.
      expect(errors?.map(({detail}) => detail)).toEqual([expect.stringMatching(/^is (nested more than 32 deep|a key that is never taken)$/)]);
    }
    expect((await ask('{"state": 7, "state": 8}')).status).toBe(422);
    expect(endpoint.logged).toEqual([]);
  });
});

describe('what cannot be taken', () => {
  it.each(table)('is refused with $status: $title', async ({body, status, pointer, type = 'application/json'}) => {
    const request: RequestInit = type === null ? {headers: {}, body: new Blob([body as BlobPart])} : {headers: {'Content-Type': type}};
    const response = await endpoint.post(body, request);
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const problem = await problemIn(response);
    expect(problem.status).toBe(status);
    if (pointer !== undefined) expect(problem.errors?.map((fault) => fault.pointer)).toContain(pointer.slice(0, 100));
    for (const fault of problem.errors ?? []) expect(fault.detail).toMatch(/^(is|has|holds|was|stands) /);
  });

  it('leaves nothing behind, and the endpoint goes on taking what is right', async () => {
    expect(await (await endpoint.inbox()).json()).toEqual({submissions: []});
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(endpoint.logged).toEqual([]);
    expect((await endpoint.post(exampleSubmission())).status).toBe(201);
  });

  it('names every fault at once, and not what was written', async () => {
    const problem = await problemIn(await endpoint.post(json({id: 'SECRET', language: 'SECRET WORDS', startedAt: 'SECRET'})));
    expect(problem.errors?.map((fault) => fault.pointer)).toEqual(['/id', '/language', '/startedAt']);
    expect(JSON.stringify(problem)).not.toContain('SECRET');
  });

  it('answers briefly, however many faults there are', async () => {
    const strays = Object.fromEntries(Array.from({length: 10_000}, (_, n) => [`k${n}`, 1]));
    const response = await endpoint.post(json(strays));
    expect(response.status).toBe(422);
    expect((await response.text()).length).toBeLessThan(10_000);
  });

  it('takes exactly 128 KiB, and one byte more no longer', async () => {
    const padded = (length: number) => {
      const body = json({});
      return body + ' '.repeat(length - Buffer.byteLength(body));
    };
    expect((await endpoint.post(padded(128 * 1024))).status).toBe(201);
    expect((await endpoint.post(padded(128 * 1024 + 1))).status).toBe(413);
  });

  it('stops reading a body without an end', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    const response = await endpoint.post('', {body: endless, duplex: 'half'} as RequestInit);
    expect(response.status).toBe(413);
    expect(given).toBeLessThan(12);
  });
});
