import {beforeEach, describe, expect, it} from 'vitest';
import {noAlerts} from '../../../src/endpoint/alerts/alerts.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {exampleSubmission, inboxToken, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {signedIn, type Member} from '../../support/endpoint/team.js';
import {readPage} from '../../support/plain-form/page-reader.js';

const hour = 60 * 60 * 1000;
const arrived = Date.parse('2026-11-22T12:00:00Z');

let endpoint: TestEndpoint;
let member: Member;
let now: number;
let woken: number;
beforeEach(async () => {
  now = arrived;
  woken = 0;
  endpoint = await openEndpoint({alerts: {...noAlerts, plan: {ways: ['hook', 'mail'], also: ['edit']}, wake: () => (woken += 1)}, clock: () => new Date(now)});
  member = await signedIn(endpoint);
  return () => endpoint.close();
});

async function keep(answers: Record<string, unknown>, changes: Record<string, unknown> = {}): Promise<string> {
  const base = exampleSubmission();
  const response = await endpoint.post({...base, ...changes, answers: {...base.answers, ...answers}});
  if (response.status !== 201) throw new Error(await response.text());
  return base.id;
}
const due = async () => {
  const claims = await Promise.all((['hook', 'mail'] as const).map((way) => endpoint.dependencies.store.claimAlerts({way, now: now + 1e12, until: now, limit: 100})));
  return claims.flat().map(({submission, kind, way}) => [submission, kind, way]);
};
const ready = async () => (await endpoint.ask('/readyz')).json();
const inboxWords = async () => readPage(await (await member.get('/inbox')).text()).words;

describe('urgent feedback', () => {
  it('is to be told of the moment it is kept, once, and other feedback is not', async () => {
    const urgent = exampleSubmission();
    Object.assign(urgent.answers, {risk: 'yes'});
    await Promise.all([endpoint.post(urgent), endpoint.post(urgent)]);
    const edited = await keep({risk: 'unsure'}, {replaces: urgent.id});
    await keep({});
    expect(await due()).toEqual([[urgent.id, 'immediate', 'hook'], [edited, 'edit', 'hook'], [urgent.id, 'immediate', 'mail']]);
    expect(woken).toBe(3);
  });

  it('is told of until a person opens its page, which a list, a glance ahead or somebody without a token do not', async () => {
    const id = await keep({risk: 'yes'});
    await member.get('/inbox');
    await endpoint.inbox();
    await endpoint.ask(`/inbox/${id}`);
    await endpoint.ask(`/inbox/${id}`, {method: 'HEAD', headers: {Authorization: `Bearer ${inboxToken}`}});
    await endpoint.ask(`/inbox/${id}`, {headers: {Authorization: `Bearer ${inboxToken}`, 'Sec-Purpose': 'prefetch;prerender'}});
    // What another website makes the browser of somebody who is signed in ask for, in an image or by a script.
    for (const headers of [{'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Dest': 'image'}, {'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document'}]) {
      await endpoint.ask(`/inbox/${id}`, {headers: {Authorization: `Bearer ${inboxToken}`, ...headers}});
    }
    expect(await due()).toHaveLength(2);
    expect((await member.get(`/inbox/${id}`)).status).toBe(200);
    expect(await due()).toEqual([]);
  });

  it('is opened by a link in webmail', async () => {
    const id = await keep({risk: 'yes'});
    await endpoint.ask(`/inbox/${id}`, {headers: {Authorization: `Bearer ${inboxToken}`, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-User': '?1'}});
    expect(await due()).toEqual([]);
  });

  it('is opened too by whoever opens its contact details, on the page or as a program', async () => {
    const ids = [await keep({risk: 'yes'}, {contact: {email: 'a@example.org'}}), await keep({risk: 'yes'}, {contact: {email: 'b@example.org'}})];
    expect((await member.post(`/inbox/${ids[0]}/contact`)).status).toBe(200);
    expect((await due()).map(([id]) => id)).toEqual([ids[1], ids[1]]);
    expect((await endpoint.ask(`/v1/inbox/${ids[1]}/contact`, {headers: {Authorization: `Bearer ${inboxToken}`}})).status).toBe(200);
    expect(await due()).toEqual([]);
  });

  it('can be read though the opening cannot be kept, and then goes on being told of', async () => {
    const id = await keep({risk: 'yes'});
    const {store} = endpoint.dependencies;
    endpoint.dependencies.store = {...store, markOpened: () => Promise.reject(new StoreUnavailable('the disk is full'))};
    expect((await member.get(`/inbox/${id}`)).status).toBe(200);
    expect(endpoint.logged).toEqual(['an opening could not be kept: the disk is full']);
    expect(await due()).toHaveLength(2);
  });

  it('shows in the inbox and in /readyz once it has stood unopened for the hours that are set, until it is opened', async () => {
    const first = await keep({risk: 'yes'});
    now += hour;
    await keep({risk: 'yes'});
    now = arrived + 4 * hour;
    expect(await inboxWords()).not.toContain('nobody has opened');
    expect(await ready()).toEqual({status: 'ready'});

    now += 1;
    expect(await inboxWords()).toContain('▲ Urgent feedback that nobody has opened: 1. The oldest has waited since 22 November 2026 at 12:00. Open the oldest');
    expect(await (await member.get('/inbox?order=arrived')).text()).toContain(`<a href="/inbox/${first}">Open the oldest</a>`);
    expect(await ready()).toEqual({status: 'ready', urgent: 'unopened'});
    now += hour;
    expect(await inboxWords()).toContain('nobody has opened: 2.');

    await member.get(`/inbox/${first}`);
    expect(await inboxWords()).toContain('nobody has opened: 1. The oldest has waited since 22 November 2026 at 13:00.');
  });

  it('of which the last telling failed shows in /readyz', async () => {
    endpoint.dependencies.alerts = {...noAlerts, failing: () => ['mail']};
    expect(await ready()).toEqual({status: 'ready', alerts: 'failing'});
  });
});
