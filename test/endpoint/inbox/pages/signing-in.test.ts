import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openInboxAccess} from '../../../../src/endpoint/access/inbox-access.js';
import {inboxToken, openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {leadsTo, memberAt, memberWith, signedIn} from '../../../support/endpoint/team.js';

const time = {now: new Date('2026-11-22T12:00:00Z')};
const access = openInboxAccess(inboxToken);
let endpoint: TestEndpoint;

beforeAll(async () => {
  endpoint = await openEndpoint({clock: () => time.now, inbox: access});
});
afterAll(() => endpoint.close());

describe('the inbox', () => {
  it('shows nothing to who is not of the team but the page to sign in', async () => {
    for (const path of ['/inbox', '/inbox?order=arrived', '/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001', '/inbox/sign-in']) {
      const response = await memberAt(endpoint).get(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).not.toMatch(/basic/i);
      expect(await response.text()).toContain('<input type="password"');
    }
    const [one, other] = ['0197b2c4-7a1e-7cc2-9d0b-000000000001', '0197b2c4-7a1e-7cc2-9d0b-000000000002'].map(async (id) => (await (await memberAt(endpoint).get(`/inbox/${id}`)).text()).replaceAll(id, ''));
    expect(await one).toBe(await other);
    expect((await memberAt(endpoint).post('/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001/contact')).status).toBe(401);
  });

  it('opens with the token, and the token goes into no cookie, address or page', async () => {
    const member = memberAt(endpoint);
    const response = await member.post('/inbox/sign-in', {token: inboxToken});
    expect(response.status).toBe(303);
    expect(leadsTo(response)).toBe('/inbox');
    expect(response.headers.get('Set-Cookie')).toMatch(/^care-inbox=[\w.%-]+; Max-Age=28800; Path=\/inbox; HttpOnly; SameSite=Lax$/);
    expect(Buffer.from(member.cookie!.split(/[=.]/)[1]!, 'base64url').toString()).not.toContain(inboxToken);
    const list = await member.get('/inbox');
    expect(list.status).toBe(200);
    expect(await list.text()).not.toContain(inboxToken);
  });

  it('leads back to the submission whose link was followed, also after a wrong token', async () => {
    const path = '/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001';
    const member = memberAt(endpoint);
    const toOn = (html: string) => /<input type="hidden" name="to" value="([^"]*)">/.exec(html)?.[1];
    const asked = toOn(await (await member.get(path)).text());
    expect(asked).toBe(path);
    const again = toOn(await (await member.post('/inbox/sign-in', {token: 'wrong', to: asked!})).text());
    expect(again).toBe(path);
    expect((await member.post('/inbox/sign-in', {token: inboxToken, to: again!})).headers.get('Location')).toBe(path);
    expect(toOn(await (await memberAt(endpoint).get('/inbox?order=arrived')).text())).toBeUndefined();
  });

  it.each([
    'https://elsewhere.example/', '//elsewhere.example/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001', '/inbox/next', '/feedback', '',
    '/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001/erase', '/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001\n', '/inbox/../0197b2c4-7a1e-7cc2-9d0b-000000000001',
  ])('leads to the list where the address to go to is %j', async (to) => {
    expect((await memberAt(endpoint).post('/inbox/sign-in', {token: inboxToken, to})).headers.get('Location')).toBe('/inbox');
    expect(await (await memberAt(endpoint).post('/inbox/sign-in', {token: 'wrong', to})).text()).not.toContain('name="to"');
  });

  it.each([
    ['X-Forwarded-Proto', 'https', true], ['X-Forwarded-Proto', 'http, https', true], ['X-Forwarded-Proto', 'https, http', false], ['X-Forwarded-Proto', 'HTTPS', true],
    ['Forwarded', 'for=192.0.2.1;proto=https;by=203.0.113.1', true], ['Forwarded', 'for=192.0.2.1; Proto="https"', true], ['Forwarded', 'proto=https, for=192.0.2.1;proto=http', false],
  ])('keeps the session to https where the proxy in front says so, and the owner that there is one: %s: %s', async (name, value, isHttps) => {
    const ask = async () => (await endpoint.ask('/inbox/sign-in', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', [name]: value}, body: `token=${inboxToken}`})).headers.get('Set-Cookie');
    expect(await ask()).not.toContain('; Secure');
    endpoint.dependencies.trustsProxy = true;
    expect((await ask())?.includes('; Secure')).toBe(isHttps);
    endpoint.dependencies.trustsProxy = false;
  });

  it('keeps the session to https, and to this origin alone, where people reach the endpoint over https, and browsers to it for a year', async () => {
    expect((await endpoint.ask('/inbox')).headers.has('Strict-Transport-Security')).toBe(false);
    await endpoint.restart({origin: 'https://central.example'});
    const member = memberAt(endpoint);
    const response = await member.post('/inbox/sign-in', {token: inboxToken});
    expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-care-inbox=[\w.%-]+; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await member.get('/inbox')).status).toBe(200);
    for (const path of ['/inbox', '/feedback', '/v1/receiver', '/nothing']) expect((await endpoint.ask(path)).headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    // One that another origin of the same site may have set is none.
    member.cookie = member.cookie!.replace('__Host-', '');
    expect((await member.get('/inbox')).status).toBe(401);
    await endpoint.restart({origin: undefined});
  });

  it('opens for a program that sends the token itself', async () => {
    expect((await endpoint.ask('/inbox', {headers: {Authorization: `Bearer ${inboxToken}`}})).status).toBe(200);
    expect((await endpoint.ask('/inbox', {headers: {Authorization: 'Bearer another'}})).status).toBe(401);
  });

  it('says so when the token is wrong, and opens for none', async () => {
    for (const token of ['', 'wrong', `${inboxToken} x`]) {
      const member = memberAt(endpoint);
      const response = await member.post('/inbox/sign-in', {token});
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('This token does not open the inbox');
      expect(member.cookie).toBeUndefined();
    }
  });

  it('opens once with the code of a link', async () => {
    const code = access.newCode();
    expect((await memberAt(endpoint).post('/inbox/sign-in', {code})).status).toBe(303);
    const again = await memberAt(endpoint).post('/inbox/sign-in', {code});
    expect(again.status).toBe(401);
    expect(await again.text()).toContain('This link has been used already');
  });

  it('closes after eight hours, and at once when somebody signs out', async () => {
    const member = await signedIn(endpoint);
    time.now = new Date(time.now.getTime() + 7.9 * 60 * 60 * 1000);
    expect((await member.get('/inbox')).status).toBe(200);
    time.now = new Date(time.now.getTime() + 0.2 * 60 * 60 * 1000);
    expect((await member.get('/inbox')).status).toBe(401);

    const other = await signedIn(endpoint);
    const out = await other.post('/inbox/sign-out');
    expect(out.headers.get('Set-Cookie')).toMatch(/^care-inbox=; Max-Age=0; Path=\/inbox/);
    expect((await other.get('/inbox')).status).toBe(401);
  });

  it('ends a session that was signed out of wherever it is carried, and that one alone', async () => {
    const [member, colleague] = [await signedIn(endpoint), await signedIn(endpoint)];
    const copied = member.cookie;
    await member.post('/inbox/sign-out');
    member.cookie = copied;
    expect((await member.get('/inbox')).status).toBe(401);
    expect((await colleague.get('/inbox')).status).toBe(200);
  });

  it('ends every session of theirs for who wants that, and nobody else’s, and they can sign in again', async () => {
    const [here, elsewhere] = [await memberWith(endpoint, {name: 'anna'}), memberAt(endpoint)];
    const owner = await signedIn(endpoint);
    elsewhere.cookie = here.cookie;
    const copied = here.cookie;
    time.now = new Date(time.now.getTime() + 1000);
    await here.post('/inbox/sign-out', {where: 'everywhere'});
    for (const cookie of [copied, elsewhere.cookie]) {
      here.cookie = cookie;
      expect((await here.get('/inbox')).status).toBe(401);
    }
    expect((await owner.get('/inbox')).status).toBe(200);
    time.now = new Date(time.now.getTime() + 1000);
    expect((await (await memberWith(endpoint, {name: 'béla'})).get('/inbox')).status).toBe(200);
    const page = await (await owner.get('/inbox')).text();
    expect(page).toContain('Sign out in every browser');
  });

  it('ends every session when the token is changed', async () => {
    const member = await signedIn(endpoint);
    expect((await member.get('/inbox')).status).toBe(200);
    await endpoint.restart({inbox: openInboxAccess('another example token')});
    expect((await member.get('/inbox')).status).toBe(401);
    await endpoint.restart({inbox: access});
    expect((await member.get('/inbox')).status).toBe(200);
  });

  it('takes no session that it did not sign', async () => {
    const member = await signedIn(endpoint);
    const [text = '', signed = ''] = member.cookie!.slice('care-inbox='.length).split('.');
    const longer = Buffer.from(JSON.stringify({id: '00'.repeat(16), name: 'inbox', began: 0, until: 9e15})).toString('base64url');
    for (const session of [`${longer}.${signed}`, `${text}.`, `${text}.${signed}A`, `${text.slice(1)}.${signed}`, '.', longer]) {
      member.cookie = `care-inbox=${session}`;
      expect((await member.get('/inbox')).status, session).toBe(401);
    }
    // What the plain form signs with the same key opens nothing.
    const form = await (await endpoint.ask('/feedback')).text();
    member.cookie = `care-inbox=${/name="_state" value="([^"]*)"/.exec(form)?.[1]}`;
    expect((await member.get('/inbox')).status).toBe(401);
  });

  it('takes no orders from another website', async () => {
    const member = await signedIn(endpoint);
    const form = {'Content-Type': 'application/x-www-form-urlencoded'};
    for (const headers of [{...form, 'Sec-Fetch-Site': 'cross-site'}, {...form, 'Sec-Fetch-Site': 'same-site'}, {...form, Origin: 'https://elsewhere.example'}, {...form, Origin: 'null'}, form]) {
      expect((await member.post('/inbox/sign-in', {token: inboxToken}, headers)).status).toBe(403);
      expect((await member.post('/inbox/sign-out', {}, headers)).status).toBe(403);
      expect((await member.post('/inbox/0197b2c4-7a1e-7cc2-9d0b-000000000001/contact', {}, headers)).status).toBe(403);
    }
  });

  it('has a strict policy on every page, and a script only on the one that needs it', async () => {
    const member = await signedIn(endpoint);
    const [list, signIn] = [await member.get('/inbox'), await memberAt(endpoint).get('/inbox')];
    const policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    expect(list.headers.get('Content-Security-Policy')).toBe(policy);
    expect(signIn.headers.get('Content-Security-Policy')).toBe(`${policy}; script-src 'self'`);
    for (const response of [list, signIn]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff'});
      expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
    }
    expect(await list.text()).not.toContain('<script');
    const script = /<script type="module" src="([^"]*)"><\/script>/.exec(await signIn.text())?.[1];
    expect((await endpoint.ask(script!)).headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });
});
