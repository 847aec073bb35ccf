import type {IncomingHttpHeaders, ServerResponse} from 'node:http';
import {createServer, type AddressInfo} from 'node:net';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {submissionsAddress} from '../../../src/delivery/client/endpoint-addresses.js';
import {sendRequest, type SendRequest} from '../../../src/delivery/outbox/send-request.js';
import {receipt, submission} from '../../support/contract/contract-examples.js';
import {serve, serveNothing, textOf} from '../../support/delivery/server.js';

const body = JSON.stringify({...submission, answers: {story: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ · السلام · 👩🏽‍⚕️'}});

function attempt(endpoint: URL, more: Partial<SendRequest> = {}): SendRequest {
  return {address: submissionsAddress(endpoint), body, id: submission.id, isAction: false, ...more};
}

/** An endpoint that answers every submission in one way. */
function answering(answer: (response: ServerResponse) => void): Promise<URL> {
  return serve(async (request, response) => {
    await textOf(request);
    answer(response);
  });
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}) => (response: ServerResponse) =>
  response.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(JSON.stringify(value));
const page = (status: number) => (response: ServerResponse) =>
  response.writeHead(status, {'Content-Type': 'text/html'}).end('<!doctype html><title>Sign in to this network</title>');

describe('sending feedback once', () => {
  it('brings it letter for letter, under its id, and nothing of the page', async () => {
    const arrived: {text: string; headers: IncomingHttpHeaders; method?: string; url?: string}[] = [];
    const endpoint = await serve(async (request, response) => {
      const {headers, method, url} = request;
      arrived.push({text: await textOf(request), headers, method, url});
      json(201, receipt)(response);
    });

    expect(await sendRequest(attempt(endpoint))).toEqual({kind: 'received', receipt});
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toMatchObject({text: body, method: 'POST', url: '/v1/submissions'});
    expect(arrived[0]!.headers).toMatchObject({'content-type': 'application/json', 'idempotency-key': submission.id});
    expect(arrived[0]!.headers).not.toHaveProperty('cookie');
    expect(arrived[0]!.headers).not.toHaveProperty('referer');
  });

  // Node knows neither cookies nor pages, so what the browser is asked is all that can be seen here.
  it('asks the browser for no cookie, no address of the page and no copy kept', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await sendRequest(attempt(await answering(json(201, receipt))));
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'manual'});
    fetched.mockRestore();
  });

  it('takes the receipt of an earlier attempt as its own', async () => {
    expect(await sendRequest(attempt(await answering(json(200, receipt))))).toEqual({kind: 'received', receipt});
  });

  it.each([
    ['a network’s sign-in page', page(200)],
    ['a page with status 201', page(201)],
    ['nothing in a 204', (response: ServerResponse) => void response.writeHead(204).end()],
    ['the receipt of somebody else', json(201, {...receipt, id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12'})],
    ['half a receipt', (response: ServerResponse) => void response.writeHead(201).end(JSON.stringify(receipt).slice(0, 30))],
    ['a broken connection', (response: ServerResponse) => void response.destroy()],
    ['a receipt cut off on its way', (response: ServerResponse) => {
      response.writeHead(201, {'Content-Length': '500'}).write(JSON.stringify(receipt), () => response.destroy());
    }],
    ['too many requests', json(429, {title: 'Too many'})],
    ['a broken endpoint', page(500)],
  ])('does not call it received after %s', async (_what, answer) => {
    expect((await sendRequest(attempt(await answering(answer)))).kind).toBe('not-yet');
  });

  it('waits no longer than it is told to for an answer that never comes', async () => {
    const endpoint = await answering(() => {});
    expect(await sendRequest(attempt(endpoint, {timeoutMilliseconds: 200}))).toEqual({kind: 'not-yet', reason: expect.stringContaining('0.2 seconds') as string});
  });

  it('waits no longer than it is told to for an answer that never ends', async () => {
    const endpoint = await answering((response) => {
      response.writeHead(201, {'Content-Type': 'application/json'}).write(JSON.stringify(receipt));
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect((await sendRequest(attempt(endpoint, {timeoutMilliseconds: 200}))).kind).toBe('not-yet');
  });

  it('follows no redirect, which would leave the words behind', async () => {
    const asked: string[] = [];
    const endpoint = await serve(async (request, response) => {
      await textOf(request);
      asked.push(request.url ?? '');
      if (request.url === '/sign-in') return json(201, receipt)(response);
      return response.writeHead(302, {Location: '/sign-in'}).end();
    });
    expect(await sendRequest(attempt(endpoint))).toMatchObject({kind: 'not-yet', reason: expect.stringContaining('redirects') as string});
    expect(await sendRequest(attempt(endpoint, {isAction: true}))).toMatchObject({kind: 'not-yet'});
    expect(asked).toEqual(['/v1/submissions', '/v1/submissions']);
  });

  it('says that it could not be reached when nothing listens', async () => {
    expect(await sendRequest(attempt(await serveNothing()))).toMatchObject({kind: 'not-yet', reason: expect.stringContaining('could not be reached') as string});
  });

  it('passes on how long to wait', async () => {
    const inHalfAnHour = new Date(Date.now() + 1_800_000).toUTCString();
    expect(await sendRequest(attempt(await answering(json(503, {}, {'Retry-After': '7'}))))).toMatchObject({kind: 'not-yet', retryAfterSeconds: 7});
    const {retryAfterSeconds} = (await sendRequest(attempt(await answering(json(503, {}, {'Retry-After': inHalfAnHour}))))) as {retryAfterSeconds: number};
    expect(retryAfterSeconds).toBeGreaterThan(1000);
    expect(retryAfterSeconds).toBeLessThanOrEqual(1800);
  });

  it('tells what the endpoint finds wrong', async () => {
    const errors = [{pointer: '/answers/when', detail: 'is later than tomorrow'}];
    const endpoint = await answering(json(422, {type: 'about:blank', title: 'Unprocessable', status: 422, errors}, {'Content-Type': 'application/problem+json'}));
    expect(await sendRequest(attempt(endpoint))).toEqual({kind: 'not-taken', reason: '422: Unprocessable', faults: errors});
  });

  it('tells that the page needs mending', async () => {
    expect(await sendRequest(attempt(await answering(page(404))))).toEqual({kind: 'misconfigured', reason: '404'});
  });

  it('says of an action only that it was accepted', async () => {
    expect(await sendRequest(attempt(await answering(page(200)), {isAction: true}))).toEqual({kind: 'accepted'});
    expect(await sendRequest(attempt(await answering(json(201, receipt)), {isAction: true}))).toEqual({kind: 'accepted'});
  });

  it('makes of every status from 100 to 599, over a real connection, what the table says', async () => {
    // Raw, as Node's own server would not say all of them.
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (request: Buffer) => {
        const status = /POST \/(\d{3})/.exec(request.toString())?.[1] ?? '500';
        socket.end(`HTTP/1.1 ${status} As asked\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void server.close());
    const {port} = server.address() as AddressInfo;
    const kinds: Record<string, number[]> = {};
    for (let status = 100; status < 600; status += 1) {
      const {kind} = await sendRequest({address: new URL(`http://127.0.0.1:${port}/${status}/v1/submissions`), body, id: submission.id, isAction: false});
      (kinds[kind] ??= []).push(status);
    }
    expect(Object.keys(kinds).sort()).toEqual(['misconfigured', 'not-taken', 'not-yet']);
    expect(kinds['not-taken']).toEqual([400, 413, 415, 422]);
    // `fetch` itself makes a network error of 407: that is between a browser and its proxy.
    expect(kinds['not-yet']!.filter((status) => status >= 400 && status < 500 && status !== 407)).toEqual([408, 409, 425, 429]);
    expect(kinds['not-yet']!.filter((status) => status < 400 || status >= 500)).toHaveLength(400);
  });

  it('never throws when it is stopped: the words may have arrived', async () => {
    const stop = new AbortController();
    const endpoint = await answering(() => stop.abort());
    expect((await sendRequest(attempt(endpoint), stop.signal)).kind).toBe('not-yet');
    expect((await sendRequest(attempt(endpoint), AbortSignal.abort())).kind).toBe('not-yet');
  });
});
