import type {ServerResponse} from 'node:http';
import {describe, expect, it} from 'vitest';
import {below, receiverAddress, submissionsAddress} from '../../../src/delivery/client/endpoint-addresses.js';
import {fetchReceiver, fetchService} from '../../../src/delivery/client/api-client.js';
import {findServices} from '../../../src/delivery/client/find-services.js';
import {fetchQuestionSet} from '../../../src/delivery/client/fetch-question-set.js';
import {InvalidResponseError} from '../../../src/delivery/client/invalid-response-error.js';
import {builtInSet} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {receiver, service} from '../../support/contract/contract-examples.js';
import {serve, serveNothing} from '../../support/delivery/server.js';

const json = (value: unknown, status = 200) => (response: ServerResponse) => void response.writeHead(status, {'Content-Type': 'application/json'}).end(JSON.stringify(value));
const page = (response: ServerResponse) => void response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><title>Welcome</title>');

/** An endpoint that answers by path, and remembers what it was asked. */
async function endpointWith(answers: Record<string, (response: ServerResponse) => void>) {
  const asked: string[] = [];
  const endpoint = await serve((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[new URL(request.url ?? '', 'http://localhost').pathname];
    if (answer) answer(response);
    else json({title: 'Not found', status: 404}, 404)(response);
  });
  return {endpoint, asked};
}

/** Why something could not be used, as the page's developer reads it. */
async function reasonFor(asking: Promise<unknown>): Promise<string> {
  const error = await asking.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(InvalidResponseError);
  return (error as InvalidResponseError).reason;
}

describe('addresses', () => {
  it('stand below the base address, with or without a slash or a path of its own', () => {
    expect(receiverAddress(new URL('https://a.example')).href).toBe('https://a.example/v1/receiver');
    expect(receiverAddress(new URL('https://a.example/care'), '1-1000000001').href).toBe('https://a.example/care/v1/receiver?service=1-1000000001');
    expect(receiverAddress(new URL('https://a.example/care/'), 'a&b').href).toBe('https://a.example/care/v1/receiver?service=a%26b');
    expect(submissionsAddress(new URL('https://a.example/care?x=1#y')).href).toBe('https://a.example/care/v1/submissions');
  });

  it('never leave the endpoint’s origin', () => {
    expect(below(new URL('https://a.example//b.example/'), 'v1/receiver').href).toBe('https://a.example//b.example/v1/receiver');
  });
});

describe('asking who receives the feedback', () => {
  it('gives the receiver', async () => {
    const {endpoint} = await endpointWith({'/v1/receiver': json(receiver)});
    expect(await fetchReceiver(receiverAddress(endpoint))).toEqual(receiver);
  });

  it('asks for the service that the page names', async () => {
    const {endpoint, asked} = await endpointWith({'/v1/receiver': json(receiver)});
    await fetchReceiver(receiverAddress(endpoint, 'RXQ02'));
    expect(asked).toEqual(['/v1/receiver?service=RXQ02']);
  });

  it('tells a developer exactly why there is none', async () => {
    const {endpoint} = await endpointWith({
      '/page/v1/receiver': page,
      '/half/v1/receiver': (response) => void response.end('{"name": "Healthw'),
      '/no-notice/v1/receiver': json({...receiver, privacyNotice: undefined}),
      '/list/v1/receiver': json([receiver]),
      '/broken/v1/receiver': json({}, 503),
      '/cut/v1/receiver': (response) => {
        response.writeHead(200, {'Content-Length': '500'}).write('{', () => response.destroy());
      },
    });
    const reason = (path: string) => reasonFor(fetchReceiver(receiverAddress(new URL(path, endpoint))));

    expect(await reason('/page')).toBe(`${endpoint.origin}/page/v1/receiver answered with a page instead of JSON.`);
    expect(await reason('/half')).toContain('answered with something else instead of JSON');
    expect(await reason('/no-notice')).toContain('privacyNotice is missing');
    expect(await reason('/list')).toContain('does not say who receives the feedback: it cannot be this');
    expect(await reason('/broken')).toContain('answered 503');
    expect(await reason('/nowhere')).toContain('answered 404');
    expect(await reason('/cut')).toContain('could not be reached');
    expect(await reasonFor(fetchReceiver(receiverAddress(await serveNothing())))).toContain('could not be reached');
  });

  it('stops when it is told to, with the reason it was given', async () => {
    const reason = new Error('the element left the page');
    const {endpoint} = await endpointWith({'/v1/receiver': () => stop.abort(reason)});
    const stop = new AbortController();
    await expect(fetchReceiver(receiverAddress(endpoint), stop.signal)).rejects.toBe(reason);
    await expect(fetchReceiver(receiverAddress(endpoint), stop.signal)).rejects.toBe(reason);
  });
});

describe('asking for services', () => {
  it('gives those that fit, best first, and leaves out what is no service', async () => {
    const other = {...service, id: 'RXQ02', name: 'Example Hospital'};
    const {endpoint, asked} = await endpointWith({'/v1/services': json({services: [service, {id: 7}, null, other]})});
    expect(await findServices(endpoint, 'house & home')).toEqual([service, other]);
    expect(asked).toEqual(['/v1/services?q=house+%26+home&limit=10']);
  });

  it('repeats to nobody what somebody typed', async () => {
    const {endpoint} = await endpointWith({'/list/v1/services': json([])});
    for (const path of ['/list', '/nowhere']) {
      const reason = await reasonFor(findServices(new URL(path, endpoint), 'my-own-clinic'));
      expect(reason).not.toContain('my-own-clinic');
    }
    expect(await reasonFor(findServices(await serveNothing(), 'my-own-clinic'))).not.toContain('my-own-clinic');
  });

  it('lets no cache keep what somebody typed, whatever the endpoint allows; one service by its id may stand there', async () => {
    const told: (string | undefined)[] = [];
    const endpoint = await serve(({headers, url}, response) => {
      told.push(headers['cache-control']);
      response.writeHead(200, {'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60'}).end(JSON.stringify(url?.includes('?') ? {services: [service]} : service));
    });
    await findServices(endpoint, 'my-own-clinic');
    await fetchService(endpoint, service.id);
    // What a browser, and Node, send with `cache: 'no-store'`, so that nothing on the way keeps it either.
    expect(told).toEqual(['no-cache', undefined]);
  });

  it('gives one by its id, or nothing where there is none', async () => {
    const {endpoint, asked} = await endpointWith({'/v1/services/1-1000000001': json(service), '/v1/services/RXQ02': json({name: 'no id'})});
    expect(await fetchService(endpoint, '1-1000000001')).toEqual(service);
    expect(await fetchService(endpoint, '1-2')).toBeUndefined();
    expect(await fetchService(endpoint, '../receiver')).toBeUndefined();
    expect(asked.at(-1)).toBe('/v1/services/..%2Freceiver');
    expect(await reasonFor(fetchService(endpoint, 'RXQ02'))).toContain('did not answer with a service');
  });
});

describe('asking for a question set', () => {
  const quick = builtInSet('quick')!;

  it('gives the set', async () => {
    const {endpoint} = await endpointWith({'/v1/question-sets/quick': json(quick)});
    expect(await fetchQuestionSet(endpoint, 'quick')).toEqual(quick);
  });

  it('names the first fault of one that cannot be used', async () => {
    const when = '{"not":'.repeat(20_000) + '{"answered":"risk"}' + '}'.repeat(20_000);
    const {endpoint} = await endpointWith({
      '/v1/question-sets/wrong': json({...quick, pages: [{id: 'first', questions: [{id: 'risk', kind: 'essay', required: true}]}]}),
      '/v1/question-sets/empty': json({}),
      '/v1/question-sets/list': json([]),
      '/v1/question-sets/page': page,
      '/v1/question-sets/deep': (response) => void response.end(JSON.stringify({...quick, pages: [{id: 'first', when: 0, questions: []}]}).replace('"when":0', `"when":${when}`)),
    });
    expect(await reasonFor(fetchQuestionSet(endpoint, 'wrong'))).toMatch(/wrong is not a question set: \/pages\/0\/questions\/0\/kind /);
    expect(await reasonFor(fetchQuestionSet(endpoint, 'empty'))).toMatch(/is not a question set: \/id /);
    expect(await reasonFor(fetchQuestionSet(endpoint, 'list'))).toContain('is not a question set');
    expect(await reasonFor(fetchQuestionSet(endpoint, 'page'))).toContain('a page instead of JSON');
    expect(await reasonFor(fetchQuestionSet(endpoint, 'deep'))).toContain('nested too deeply');
    expect(await reasonFor(fetchQuestionSet(endpoint, 'nowhere'))).toContain('answered 404');
  });
});
