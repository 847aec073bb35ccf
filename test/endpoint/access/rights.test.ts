import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {InboxPage} from '../../../src/contract/inbox.js';
import {InboxPage as InboxPageSchema} from '../../../src/contract/inbox.js';
import type {Share} from '../../../src/contract/submission.js';
import {openInboxAccess} from '../../../src/endpoint/access/inbox-access.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {exampleRight, exampleSubmission, inboxToken, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {memberAt} from '../../support/endpoint/team.js';
import {readPage} from '../../support/plain-form/page-reader.js';
import {bearer, tokenFor} from '../../support/endpoint/tokens.js';

const time = {now: new Date('2026-11-22T12:00:00Z')};
let endpoint: TestEndpoint;
beforeEach(async () => {
  time.now = new Date('2026-11-22T12:00:00Z');
  endpoint = await openEndpoint({clock: () => time.now});
});
afterEach(() => endpoint.close());

const nobodys = '0197b2c4-7a1e-7cc2-9d0b-ffffffffffff';
const ask = (path: string, token: string) => endpoint.ask(path, {headers: bearer(token)});
const logged = async () => (await endpoint.dependencies.store.log({limit: 500})).entries;

async function keep(more: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission({contact: {name: 'Example Person'}, right: exampleRight, ...more});
  expect((await endpoint.post(submission)).status).toBe(201);
  return submission.id;
}

describe('a token that is wrong, ended or over', () => {
  it('is refused in the same words, at the API and the pages, and nothing is opened', async () => {
    const id = await keep();
    const [ended, over, good] = [await tokenFor(endpoint, {name: 'ended'}), await tokenFor(endpoint, {until: '2026-11-21'}), await tokenFor(endpoint, {until: '2026-11-22'})];
    await endpoint.dependencies.store.endToken('ended', '2026-11-22T11:00:00.000Z');
    for (const path of ['/v1/inbox', '/v1/inbox?limit=x', `/v1/inbox/${id}/contact`, `/v1/inbox/${nobodys}/contact`, '/inbox', `/inbox/${id}`]) {
      const answers = await Promise.all(['wrong', ended, over].map((token) => ask(path, token)));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(answers.map(({status}) => status)).toEqual([401, 401, 401]);
      expect(new Set(texts).size).toBe(1);
      expect((await ask(path, good)).status).not.toBe(401);
    }
    time.now = new Date('2026-11-23T00:00:00Z');
    expect((await ask('/v1/inbox', good)).status).toBe(401);
    expect((await logged()).filter(({who}) => who === 'ended')).toEqual([]);
  });

  it('ends the sessions that were opened with it, at once', async () => {
    const [one, other] = [memberAt(endpoint), memberAt(endpoint)];
    await one.post('/inbox/sign-in', {token: await tokenFor(endpoint, {name: 'anna'})});
    await other.post('/inbox/sign-in', {token: await tokenFor(endpoint, {name: 'béla', until: '2026-11-22'})});
    expect([(await one.get('/inbox')).status, (await other.get('/inbox')).status]).toEqual([200, 200]);
    await endpoint.dependencies.store.endToken('anna', '2026-11-22T12:00:00.000Z');
    time.now = new Date('2026-11-23T00:30:00Z');
    expect([(await one.get('/inbox')).status, (await other.get('/inbox')).status]).toEqual([401, 401]);
  });
});

describe('a token without a right', () => {
  it('is refused with 403 in the same words whatever it asks for, known or not', async () => {
    const id = await keep();
    const reads = await tokenFor(endpoint, {rights: ['read']});
    const answers = await Promise.all([id, nobodys, 'x'].map((each) => ask(`/v1/inbox/${each}/contact`, reads)));
    expect(answers.map(({status}) => status)).toEqual([403, 403, 403]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await ask('/v1/inbox', reads)).status).toBe(200);

    const contacts = await tokenFor(endpoint, {rights: ['contact']});
    expect((await problemIn(await ask('/v1/inbox', contacts))).type).toBe('urn:care-elements:problem:lacks-right');
    expect((await ask(`/v1/inbox/${id}/contact`, contacts)).status).toBe(200);
    for (const path of ['/inbox', `/inbox/${id}`, `/inbox/${nobodys}`]) expect((await ask(path, contacts)).status).toBe(403);
  });

  it('finds on a page that it cannot open the contact details, and cannot', async () => {
    const id = await keep();
    const member = memberAt(endpoint);
    await member.post('/inbox/sign-in', {token: await tokenFor(endpoint, {rights: ['read']})});
    const page = await (await member.get(`/inbox/${id}`)).text();
    expect(readPage(page).words).toContain('Contact details were given. Your token does not open them.');
    expect(page).not.toContain(`/inbox/${id}/contact`);
    const pages = [await member.post(`/inbox/${id}/contact`), await member.post(`/inbox/${nobodys}/contact`)];
    expect(pages.map(({status}) => status)).toEqual([403, 403]);
    expect(new Set(await Promise.all(pages.map((each) => each.text()))).size).toBe(1);
    expect((await logged()).map(({what}) => what)).toEqual(['opened']);
  });
});

describe('the endpoint’s own token', () => {
  it('keeps every right over everything, and nobody made can take its name', async () => {
    const id = await keep();
    await tokenFor(endpoint, {name: 'inbox', rights: [], scope: {partner: 'none'}});
    const member = memberAt(endpoint);
    await member.post('/inbox/sign-in', {token: inboxToken});
    expect((await member.get(`/inbox/${id}`)).status).toBe(200);
    expect((await member.post(`/inbox/${id}/contact`)).status).toBe(200);
    expect((await ask(`/v1/inbox/${id}/contact`, inboxToken)).status).toBe(200);
  });
});

describe('the log', () => {
  it('names who listed, opened and opened the contact details of what, and holds nothing that anybody wrote', async () => {
    const id = await keep({answers: {...exampleSubmission().answers, story: 'SECRET'}, contact: {name: 'SECRET'}});
    const token = await tokenFor(endpoint, {name: 'anna'});
    await ask('/v1/inbox', token);
    await ask('/inbox', token);
    await ask(`/inbox/${id}`, token);
    await ask(`/v1/inbox/${id}/contact`, token);
    for (const path of [`/inbox/${nobodys}`, `/v1/inbox/${nobodys}/contact`]) expect((await ask(path, token)).status).toBe(404);
    const at = '2026-11-22T12:00:00.000Z';
    expect(await logged()).toEqual([
      {at, who: 'anna', what: 'listed', detail: '1'}, {at, who: 'anna', what: 'listed', detail: '1'}, {at, who: 'anna', what: 'opened', submission: id}, {at, who: 'anna', what: 'opened-contact', submission: id},
    ]);
    expect(JSON.stringify(await logged())).not.toContain('SECRET');
  });

  it('keeps nobody from reading who is in danger when the disk takes nothing more, and the operator hears of it', async () => {
    const id = await keep();
    const {store} = endpoint.dependencies;
    endpoint.dependencies.store = {...store, record: () => Promise.reject(new StoreUnavailable('the disk is full')), openContact: () => Promise.reject(new StoreUnavailable('the disk is full'))};
    expect([(await endpoint.inbox()).status, (await ask(`/inbox/${id}`, inboxToken)).status, (await endpoint.inbox(`/${id}/contact`)).status]).toEqual([200, 200, 503]);
    expect(endpoint.logged.filter((line) => line.includes('access log'))).toHaveLength(2);
    endpoint.dependencies.store = store;
  });
});

describe('a proxy that people sign in to', () => {
  const user = (name: string, more = {}) => ({headers: {'X-Forwarded-User': name, ...more}});

  it('is believed only where its header is configured, and gives each the rights of the token of their name', async () => {
    await tokenFor(endpoint, {name: 'anna@charity.example', rights: ['read']});
    expect((await endpoint.ask('/inbox', user('anna@charity.example'))).status).toBe(401);
    await endpoint.restart({inbox: openInboxAccess(inboxToken, {userHeader: 'X-Forwarded-User'})});
    const id = await keep();
    for (const path of ['/inbox', '/v1/inbox', `/inbox/${id}`]) expect((await endpoint.ask(path, user('anna@charity.example'))).status).toBe(200);
    expect((await endpoint.ask(`/v1/inbox/${id}/contact`, user('anna@charity.example'))).status).toBe(403);
    for (const name of ['inbox', 'link', 'nobody', 'anna', '', 'anna@charity.example, inbox']) expect((await endpoint.ask('/v1/inbox', user(name))).status, name).toBe(401);
    await endpoint.dependencies.store.endToken('anna@charity.example', '2026-11-22T12:00:00.000Z');
    expect((await endpoint.ask('/inbox', user('anna@charity.example'))).status).toBe(401);
  });

  it('tells who used a token that several share', async () => {
    const id = await keep();
    await endpoint.restart({inbox: openInboxAccess(inboxToken, {userHeader: 'X-Forwarded-User'})});
    const name = Buffer.from('Béla').toString('latin1');
    await endpoint.ask(`/v1/inbox/${id}/contact`, user(name, bearer(inboxToken)));
    expect((await logged()).map(({who}) => who)).toEqual(['inbox: Béla']);
  });
});

describe('the service that somebody wrote about', () => {
  it('reads what was agreed to be shared with it, at the API and on pages, without what may say who wrote and when', async () => {
    const source = {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'charity-partner', campaign: 'charity-campaign', site: 'https://charity.example'};
    const first = await keep({share: ['service'], source});
    const second = await keep({share: ['service'], source, replaces: first});
    await keep({share: ['local'], source});
    await keep({share: ['service'], source, about: {kind: 'service', services: [{id: '1-1000000009', name: 'Other House'}]}});
    const token = await tokenFor(endpoint, {scope: {share: 'service', service: ['1-1000000001']}});
    const list = await (await ask('/v1/inbox', token)).json() as InboxPage;
    expect(InboxPageSchema.safeParse(list).error).toBeUndefined();
    expect(list.submissions).toHaveLength(1);
    const [newer] = list.submissions;
    const pages = [JSON.stringify(list)];
    for (const path of ['/inbox', `/inbox/${newer!.id}`]) {
      const response = await ask(path, token);
      expect(response.status).toBe(200);
      pages.push(await response.text());
    }
    for (const page of pages) for (const hidden of [first, second, ...[first, second].map((id) => id.slice(-12)), 'charity', 'Example Person', '22 November', '2026-11-22']) expect(page).not.toContain(hidden);
    expect(readPage(pages[1]!).words).not.toContain('Earlier versions of the same feedback');
    const {hide} = endpoint.dependencies.keys.idsForService;
    expect(newer!.id).toBe(hide(second));
    for (const id of [first, second, hide(first), hide(hide(second)), nobodys]) expect((await ask(`/inbox/${id}`, token)).status).toBe(404);
    // And nobody else knows it by that one.
    for (const path of [`/inbox/${newer!.id}`, `/v1/inbox/${newer!.id}/contact`, `/v1/inbox/${newer!.id}/handling`]) expect((await ask(path, inboxToken)).status).toBe(404);
    for (const format of ['csv', 'jsonl']) {
      const text = await (await ask(`/v1/inbox/export?format=${format}`, token)).text();
      expect(text).toContain(newer!.id);
      for (const hidden of [first, second, ...[first, second].map((id) => id.slice(-12)), 'charity', 'Example Person', '2026-11-22']) expect(text).not.toContain(hidden);
    }
    for (const id of [first, newer!.id]) expect((await ask(`/v1/inbox/${id}/contact`, token)).status).toBe(403);
    expect((await logged()).filter(({what}) => what === 'opened').map(({submission}) => submission)).toEqual([second]);
  });
});

describe('what the service does not see of one that it reads', () => {
  it('is who helped, in which language, who else may see it, whom else they told, and whether they can be reached; and no page says that it is missing', async () => {
    const answers = {relationship: 'carer', experience: 'poor', risk: 'unsure', 'told-others': 'police', when: '2026-10-31', story: 'They were late.', 'told-service': 'no', 'also-staff': 'no', 'under-18': 'yes', 'may-contact': 'yes', 'safe-reply': 'no'};
    const id = await keep({questionSet: {id: 'give-feedback', version: '2'}, share: ['service', 'regulator'], language: 'cy', helper: {kind: 'interpreter', agreed: true}, consent: {notice: 'https://charity.example/privacy'}, answers});
    const token = await tokenFor(endpoint, {scope: {share: 'service', service: ['1-1000000001']}});
    const hidden = /Welsh|"cy"|interpreter|charity|regulator|Regulator|Nobody else|police|told-others|Police|under-18|under 18|may-contact|May we|safe-reply|safe for us|also-staff|hasContact|No contact|Contact details/;
    const [{id: known, answers: seen}] = ((await (await ask('/v1/inbox', token)).json()) as InboxPage).submissions as [InboxPage['submissions'][number]];
    expect(seen).toEqual({relationship: 'carer', experience: 'poor', risk: 'unsure', when: '2026-10', story: 'They were late.', 'told-service': 'no'});
    for (const path of ['/v1/inbox', `/inbox/${known}`, '/v1/inbox/export?format=jsonl']) {
      const text = await (await ask(path, token)).text();
      expect(text).toContain('They were late.');
      expect(text, path).not.toMatch(hidden);
    }
    const list = readPage(await (await ask('/inbox', token)).text()).words;
    expect(list).toContain('They were late.');
    expect(list).not.toMatch(/Welsh|Language/);
    const [names, row] = (await (await ask('/v1/inbox/export?format=csv', token)).text()).replace('\uFEFF', '').split('\r\n').map((line) => line.split(',')) as [string[], string[]];
    for (const name of ['language', 'helper', 'helper_agreed', 'share', 'notice', 'has_contact', 'answer_told-others', 'answer_under-18', 'answer_may-contact', 'answer_safe-reply', 'answer_also-staff']) expect(row[names.indexOf(name)] ?? '', name).toBe('');
    // The team sees all of it.
    expect(await (await ask(`/inbox/${id}`, inboxToken)).text()).toMatch(hidden);
  });
});

describe('whom somebody shared with, and does not any more', () => {
  it.each(['service', 'local', 'regulator'])('sees nothing of it once the correction is there: %s', async (share) => {
    const request = {share: ['service', 'local', 'regulator'], answers: {...exampleSubmission().answers, story: 'They were kind.'}};
    const first = await keep(request);
    const token = await tokenFor(endpoint, {scope: {share: share as Share, service: ['1-1000000001']}});
    const read = async () => (await Promise.all(['/v1/inbox', '/inbox', '/v1/inbox/export?format=csv', '/v1/inbox/export?format=jsonl'].map(async (path) => (await ask(path, token)).text()))).map((text) => text.includes('They were kind'));
    expect(await read()).toEqual([true, true, true, true]);
    const known = ((await (await ask('/v1/inbox', token)).json()) as InboxPage).submissions[0]!.id;
    const last = await keep({...request, share: [], replaces: first});
    expect(await read()).toEqual([false, false, false, false]);
    for (const id of [known, first, last]) {
      expect((await ask(`/inbox/${id}`, token)).status).toBe(404);
      expect((await ask(`/v1/inbox/${id}/contact`, token)).status).toBe(share === 'service' ? 403 : 404);
    }
    expect((await ask(`/inbox/${first}`, inboxToken)).status).toBe(200);
  });
});

describe('contact details of somebody who says later that they want no contact', () => {
  it('are opened for nobody, with whichever version they came, and no page offers it', async () => {
    const first = await keep();
    expect((await ask(`/v1/inbox/${first}/contact`, inboxToken)).status).toBe(200);
    const last = await keep({contact: undefined, replaces: first});
    for (const id of [first, last]) {
      expect((await ask(`/v1/inbox/${id}/contact`, inboxToken)).status).toBe(404);
      expect(await (await ask(`/inbox/${id}`, inboxToken)).text()).not.toContain(`action="/inbox/${id}/contact"`);
    }
    expect(await (await ask('/v1/inbox/export?format=jsonl&contact=yes', inboxToken)).text()).not.toContain('Example Person');
  });
});
