import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createHandler} from '../../../src/endpoint/handler.js';
import {routes} from '../../../src/endpoint/routes.js';
import type {Store} from '../../../src/endpoint/store/store.js';
import {servedRoutes} from '../../support/endpoint/served-routes.js';
import {exampleReceiver, exampleSubmission, openEndpoint, origin, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint();
});
afterAll(() => endpoint.close());

const publicAddresses = ['/', '/who-can-help', '/v1/receiver', '/v1/question-sets/give-feedback', '/v1/openapi.json', '/elements/v1/care-elements.js', '/healthz', '/readyz'];

describe('every answer', () => {
  it.each(publicAddresses)('of %s may be read from any website, and says so', async (path) => {
    const response = await endpoint.ask(path, {headers: {Origin: 'https://charity.example'}});
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After,ETag,Date');
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  });

  it.each([...publicAddresses, '/nothing-here', '/v1/inbox'])('of %s has the security headers', async (path) => {
    const response = await endpoint.ask(path);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
    expect(response.headers.get('Referrer-Policy')).toBe(isPage ? 'same-origin' : 'no-referrer');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(response.headers.get('Content-Security-Policy')).not.toContain('unsafe');
  });

  it.each(publicAddresses)('of %s to HEAD is that to GET, without a body', async (path) => {
    const [head, get] = [await endpoint.ask(path, {method: 'HEAD'}), await endpoint.ask(path)];
    expect(head.status).toBe(get.status);
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe('');
  });

  it.each(['x-requested-with', 'authorization', 'content-type,traceparent,x-csrf-token'])('to a preflight allows what a page adds to all that it asks for: %s', async (wanted) => {
    for (const path of [...publicAddresses, '/v1/services', '/v1/services/1-1000000001/rating', '/v1/places/exampleshire', '/v1/signposts', '/v1/submissions']) {
      const {status, headers} = await endpoint.ask(path, {method: 'OPTIONS', headers: {Origin: 'https://charity.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': wanted}});
      expect(status, path).toBe(204);
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
      expect(headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(','), path).toEqual(expect.arrayContaining(wanted.split(',')));
    }
  });

  it('to a preflight says no more than names, and not for ever', async () => {
    const allowed = async (wanted: string) => (await endpoint.ask('/v1/receiver', {method: 'OPTIONS', headers: {'Access-Control-Request-Headers': wanted}})).headers.get('Access-Control-Allow-Headers');
    expect(await allowed('CONTENT-TYPE, x-a, x-a, , x b, x:c, "x-d", é')).toBe('Content-Type,Idempotency-Key,x-a');
    expect((await allowed(Array.from({length: 5000}, (_, each) => `x-${each}`).join(',')))?.length).toBeLessThan(4096);
  });

  it('to a preflight of the inbox allows nothing', async () => {
    const {headers} = await endpoint.ask('/v1/inbox', {method: 'OPTIONS', headers: {Origin: 'https://charity.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'authorization'}});
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is the same whatever header a page adds, and nothing of it is written down', async () => {
    const added = {'Authorization': 'Bearer of-another-site', 'X-CSRF-Token': 'secret', 'X-Requested-With': 'XMLHttpRequest'};
    for (const path of publicAddresses) {
      const [plain, more] = [await endpoint.ask(path), await endpoint.ask(path, {headers: added})];
      expect([more.status, await more.text()], path).toEqual([plain.status, await plain.text()]);
    }
    expect((await endpoint.post(exampleSubmission(), {headers: {'Content-Type': 'application/json', ...added}})).status).toBe(201);
    expect(endpoint.logged).toEqual([]);
  });

  it('to a preflight allows the two headers for two hours', async () => {
    const response = await endpoint.ask('/v1/submissions', {
      method: 'OPTIONS',
      headers: {Origin: 'https://charity.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type, idempotency-key'},
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type,Idempotency-Key');
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('POST');
    expect(response.headers.get('Access-Control-Max-Age')).toBe('7200');
  });

  it('to a wrong method names the right ones', async () => {
    const submissions = await endpoint.ask('/v1/submissions');
    expect(submissions.status).toBe(405);
    expect(submissions.headers.get('Allow')).toBe('POST');
    expect((await problemIn(submissions)).status).toBe(405);
    const receiver = await endpoint.ask('/v1/receiver', {method: 'DELETE'});
    expect(receiver.status).toBe(405);
    expect(receiver.headers.get('Allow')).toBe('GET, HEAD');
    expect(receiver.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('to an unknown address is a problem', async () => {
    for (const path of ['/nothing', '/v1', '/v1/', '/v1/submissions/', '/v1/question-sets/%E0%A4%A', '//v1/receiver']) {
      const response = await endpoint.ask(path);
      expect(response.status).toBe(404);
      expect((await problemIn(response)).status).toBe(404);
    }
    // A page with a wrong address may read that it is wrong.
    expect((await endpoint.ask('/nothing', {method: 'OPTIONS'})).status).toBe(204);
    expect((await endpoint.ask('/nothing', {method: 'POST'})).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('to an address with a character that no store can be asked for is a problem, whatever the store is', async () => {
    const asked: string[] = [];
    const handle = createHandler({...endpoint.dependencies, store: new Proxy(endpoint.dependencies.store, {get: (store, name: keyof Store) => (asked.push(name), store[name])})});
    for (const path of ['/v1/places/%00/services', '/v1/services/1-%00', '/v1/services/%00/rating', '/v1/question-sets/a%0Ab%01', '/elements/v1/%00.js']) expect((await handle(new Request(new URL(path, origin)))).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('is a problem with every header where something is thrown that is no error', async () => {
    const directory = {...endpoint.dependencies.directory, search: () => Promise.reject('no error' as unknown as Error)};
    const response = await createHandler({...endpoint.dependencies, directory})(new Request(new URL('/v1/services?q=house', origin)));
    expect((await problemIn(response)).status).toBe(500);
    expect([response.headers.get('X-Content-Type-Options'), response.headers.get('Access-Control-Allow-Origin'), response.headers.get('Cache-Control')]).toEqual(['nosniff', '*', 'no-store']);
    expect(endpoint.logged.splice(0).join()).toMatch(/^GET \/v1\/services: failed: Error/);
  });

  it('is counted for the route that was asked, also where something before it answers', async () => {
    const counted: unknown[] = [];
    const handle = createHandler({...endpoint.dependencies, rateLimiter: {...endpoint.dependencies.rateLimiter, waitToSignIn: () => 60}}, ({route, status}) => counted.push([route, status]));
    for (const [method, path] of [['POST', '/inbox/sign-in'], ['GET', '/v1/places/x/services'], ['GET', '/nothing']] as const) await handle(new Request(new URL(path, origin), {method}));
    expect(counted).toEqual([['/inbox/sign-in', 429], ['/v1/places/:id/services', 404], [undefined, 404]]);
  });

  it('to a submission is never kept by anybody on the way', async () => {
    expect((await endpoint.post(exampleSubmission())).headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('what others may keep', () => {
  it.each(['/v1/receiver', '/v1/question-sets/quick', '/v1/openapi.json', '/elements/v1/care-elements.js'])('%s is asked for again with its tag', async (path) => {
    const response = await endpoint.ask(path);
    const tag = response.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[\w-]+"$/);
    expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=\d{2,3}$/);
    for (const held of [tag, `"other", W/${tag}`, '*']) {
      const again = await endpoint.ask(path, {headers: {'If-None-Match': held}});
      expect(again.status).toBe(304);
      expect(again.headers.get('ETag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    expect((await endpoint.ask(path, {headers: {'If-None-Match': '"other"'}})).status).toBe(200);
  });
});

describe('the page at the root', () => {
  it('says who receives, escaped, and leads to the form, to who can help and to the inbox', async () => {
    const other = await openEndpoint({receiver: {...exampleReceiver, name: '<b>Example</b> & "Co"'}});
    const page = await (await other.ask('/')).text();
    expect(page).toContain('&lt;b&gt;Example&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(page).toContain('href="/feedback"');
    expect(page).toContain('href="/who-can-help"');
    expect(page).toContain('href="/inbox"');
    await other.close();
  });
});

describe('the table of routes', () => {
  it('has each method of a path once', () => {
    // What stands before a route has its method and path, and comes just before it.
    const runs = routes.routes.map(({method, path}) => `${method} ${path}`).filter((named, place, all) => named !== all[place - 1]);
    expect(runs.length).toBe(servedRoutes.length);
  });
});
