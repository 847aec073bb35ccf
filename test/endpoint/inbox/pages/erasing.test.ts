import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Erasure} from '../../../../src/contract/erasure.js';
import type {InboxPage} from '../../../../src/contract/inbox.js';
import {noAlerts} from '../../../../src/endpoint/alerts/alerts.js';
import {bearer, tokenFor} from '../../../support/endpoint/tokens.js';
import {exampleRight, exampleSubmission, inboxToken, openEndpoint, origin, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {memberAt, signedIn, type Member} from '../../../support/endpoint/team.js';

let endpoint: TestEndpoint;
let member: Member;
beforeEach(async () => {
  endpoint = await openEndpoint({alerts: {...noAlerts, plan: {ways: ['hook'], also: ['erasure']}}});
  member = await signedIn(endpoint);
});
afterEach(() => endpoint.close());

const sources = {source: {element: 'care-feedback', version: '0.1.0', mode: 'inline'}};

async function sent(changes: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission({right: exampleRight, ...sources, answers: {...exampleSubmission().answers, story: 'A TALE'}, contact: {name: 'Example Person'}, ...changes});
  const response = await endpoint.post(submission);
  if (response.status !== 201) throw new Error(await response.text());
  return submission.id;
}

const erase = async (id: string, token: string) => endpoint.ask(`/v1/inbox/${id}/erase`, {method: 'POST', headers: bearer(token)});
const arrived = async () => ((await (await endpoint.inbox()).json()) as InboxPage).submissions;
const read = async (path: string) => readPage(await (await member.get(path)).text());

describe('Somebody of the team who erases', () => {
  it('hears of an export that was taken out in the same minute after it came, which the log does not tell from the seconds', async () => {
    const at = (time: string) => {
      endpoint.dependencies.clock = () => new Date(`2026-11-22T${time}Z`);
    };
    at('12:00:20.000');
    const id = await sent();
    at('12:00:50.123');
    await (await endpoint.ask('/v1/inbox/export', {headers: bearer(inboxToken)})).text();
    at('12:05:00.000');
    const {copies} = (await (await erase(id, inboxToken)).json()) as Erasure;
    expect(copies).toEqual([{at: '2026-11-22T12:00:00.000Z', who: 'inbox', what: 'csv'}]);
  });

  it('finds the way on the page, is asked once more, and then it is gone in every version, in the log and told on', async () => {
    const first = await sent();
    const second = await sent({replaces: first});
    expect((await read(`/inbox/${first}`)).html).toContain(`href="/inbox/${first}/erase"`);
    const sure = await read(`/inbox/${first}/erase`);
    expect(sure.words).toContain('go, in every version you may see.');
    expect(sure.words).toContain('Versions that are erased: 2.');
    expect(sure.words).toContain('nobody has taken out an export');
    expect((await member.get(`/inbox/${first}`)).status).toBe(200);
    const done = readPage(await (await member.post(`/inbox/${first}/erase`)).text());
    expect(done.words).toContain('It is erased');
    for (const id of [first, second]) for (const path of [`/inbox/${id}`, `/inbox/${id}/erase`]) expect((await member.get(path)).status).toBe(404);
    expect(await arrived()).toEqual([]);
    const {entries} = await endpoint.dependencies.store.log({what: 'erased', limit: 10});
    expect(entries).toMatchObject([{who: 'inbox', submission: first}, {who: 'inbox', submission: second}]);
    const now = endpoint.dependencies.clock().getTime();
    expect((await endpoint.dependencies.store.claimAlerts({way: 'hook', now, until: now, limit: 10})).map(({kind, submission}) => [kind, submission])).toEqual([['erasure', first], ['erasure', second]]);
  });

  it('reads which exports may hold it, with who took them where they see everything, and without where they do not', async () => {
    const id = await sent({source: {...sources.source, partner: 'first'}});
    await endpoint.dependencies.store.record([{at: '2026-11-22T12:30:00.000Z', who: 'דוגמה <Worker>', what: 'exported', detail: 'csv, with contact details'}]);
    const page = await read(`/inbox/${id}/erase`);
    expect(page.words).toContain('Export, 22 November 2026 at 12:30 (csv, with contact details) · by דוגמה <Worker>');
    // Apart, so that a name from right to left turns no date around.
    expect(page.html).toContain('· by <bdi>דוגמה &lt;Worker&gt;</bdi></li>');
    const limited = await tokenFor(endpoint, {scope: {partner: 'first'}});
    const answer = (await (await erase(id, limited)).json()) as Erasure;
    expect(answer).toEqual({versions: [{id, receivedAt: expect.any(String)}], copies: [{at: '2026-11-22T12:30:00.000Z', what: 'csv, with contact details'}]});
  });

  it('erases by the API once; the second time there is nothing', async () => {
    const id = await sent();
    const token = await tokenFor(endpoint, {rights: ['erase']});
    expect((await erase(id, token)).status).toBe(200);
    expect((await erase(id, token)).status).toBe(404);
    expect((await erase('not-an-id', token)).status).toBe(404);
  });

  it('needs the right, and the page has no way to it for whoever has it not', async () => {
    const id = await sent();
    const token = await tokenFor(endpoint, {rights: ['read', 'contact', 'export']});
    expect((await erase(id, token)).status).toBe(403);
    expect((await endpoint.ask(`/v1/inbox/${id}/erase`, {method: 'POST'})).status).toBe(401);
    const other = memberAt(endpoint);
    await other.post('/inbox/sign-in', {token});
    expect(await (await other.get(`/inbox/${id}`)).text()).not.toContain('/erase');
    expect((await other.get(`/inbox/${id}/erase`)).status).toBe(403);
    expect((await other.post(`/inbox/${id}/erase`)).status).toBe(403);
    expect(await arrived()).toHaveLength(1);
  });

  it('is never the service that it is about, whatever its token says', async () => {
    const id = await sent({share: ['service']});
    const token = await tokenFor(endpoint, {scope: {share: 'service', service: ['1-1000000001']}});
    expect((await erase(id, token)).status).toBe(403);
    expect(await arrived()).toHaveLength(1);
  });

  it('is not another website that sends it to a proxy which knows who signed in', async () => {
    await endpoint.restart({inbox: {...endpoint.dependencies.inbox, userHeader: 'X-User'}});
    await tokenFor(endpoint, {name: 'anna'});
    const id = await sent();
    const by = (headers: Record<string, string>, what = 'erase', body?: string) => endpoint.ask(`/v1/inbox/${id}/${what}`, {method: 'POST', headers: {'X-User': 'anna', ...headers}, ...(body && {body})});
    // A browser that has signed in to the proxy adds the proxy's own header to whatever it is made to send.
    const signIns: Record<string, string>[] = [{}, {Authorization: 'Basic YW5uYTpzZWNyZXQ='}, {Authorization: 'Negotiate YII='}, {Authorization: 'Bearer of somebody else'}];
    const elsewhere: Record<string, string>[] = [{'Sec-Fetch-Site': 'cross-site'}, {'Sec-Fetch-Site': 'same-site'}, {Origin: 'https://other.example'}, {Origin: 'null'}, {}];
    for (const signIn of signIns) {
      for (const headers of elsewhere) {
        expect((await by({...signIn, ...headers})).status).toBe(403);
        expect((await by({...signIn, ...headers, 'Content-Type': 'application/json'}, 'handling', JSON.stringify({state: 'closed', steps: 0}))).status).toBe(403);
      }
    }
    expect(await arrived()).toHaveLength(1);
    expect((await by({'Sec-Fetch-Site': 'same-origin', Authorization: 'Basic YW5uYTpzZWNyZXQ='})).status).toBe(200);
    // A token of ours is in no browser that another website could use.
    const other = await sent();
    expect((await endpoint.ask(`/v1/inbox/${other}/erase`, {method: 'POST', headers: {...bearer(inboxToken), Origin: 'null'}})).status).toBe(200);
  });

  it('may have an older browser, which tells the origin alone', async () => {
    await endpoint.restart({inbox: {...endpoint.dependencies.inbox, userHeader: 'X-User'}});
    await tokenFor(endpoint, {name: 'anna'});
    const id = await sent();
    expect((await endpoint.ask(`/v1/inbox/${id}/erase`, {method: 'POST', headers: {'X-User': 'anna', Origin: origin}})).status).toBe(200);
  });

  it('is not another website that makes the browser send it', async () => {
    const id = await sent();
    const answer = await member.post(`/inbox/${id}/erase`, {}, {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site', Origin: 'https://other.example'});
    expect(answer.status).toBe(403);
    expect(await arrived()).toHaveLength(1);
  });
});
