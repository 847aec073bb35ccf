import {beforeEach, describe, expect, it} from 'vitest';
import {Handling as HandlingSchema, type Handling} from '../../../src/contract/handling.js';
import type {InboxPage} from '../../../src/contract/inbox.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {bearer, tokenFor} from '../../support/endpoint/tokens.js';
import {exampleSubmission, inboxToken, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';

let endpoint: TestEndpoint;
let id: string;
beforeEach(async () => {
  endpoint = await openEndpoint();
  id = await send();
  return () => endpoint.close();
});

const nobodys = '0197b2c4-7a1e-7cc2-9d0b-fffffffffff1';
const pathOf = (of: string) => `/v1/inbox/${of}/handling`;

async function send(changes: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission(changes);
  expect((await endpoint.post(submission)).status).toBe(201);
  return submission.id;
}

function advance(body: unknown, {token = inboxToken, of = id}: {token?: string; of?: string} = {}): Promise<Response> {
  return endpoint.ask(pathOf(of), {method: 'POST', headers: {...bearer(token), 'Content-Type': 'application/json'}, body: typeof body === 'string' ? body : JSON.stringify(body)});
}

const read = (token = inboxToken, of = id) => endpoint.ask(pathOf(of), {headers: bearer(token)});
const stateIn = async () => ((await (await endpoint.inbox()).json()) as InboxPage).submissions.map(({state}) => state);

describe('how far the team has come', () => {
  it('is unopened, then seen, being handled and closed, and may go back, each step with who and when', async () => {
    expect(await (await read()).json()).toEqual({state: 'unopened', steps: []});
    expect(await stateIn()).toEqual(['unopened']);
    for (const [steps, state] of ['seen', 'handling', 'closed', 'handling'].entries()) {
      const response = await advance({state, steps});
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({state, steps: {length: steps + 1}});
      expect(await stateIn()).toEqual([state]);
    }
    const handling = (await (await read()).json()) as Handling;
    expect(handling.steps[3]).toEqual({state: 'handling', who: 'inbox', at: '2026-11-22T12:00:00.000Z'});
    expect(HandlingSchema.safeParse(handling).error).toBeUndefined();
    expect((await read()).headers.get('Cache-Control')).toBe('no-store');
  });

  it('has a note of up to 2,000 characters with a step, and keeps it letter for letter', async () => {
    const note = `${'👵🏾ਮੇ'.repeat(500)}`;
    expect([...note]).toHaveLength(2000);
    expect(await (await advance({state: 'seen', steps: 0, note})).json()).toMatchObject({steps: [{note}]});
    const response = await advance({state: 'seen', steps: 1, note: `${note}x`});
    expect(response.status).toBe(422);
    expect((await problemIn(response)).errors).toEqual([{pointer: '/note', detail: 'is longer than 2000 characters'}]);
    expect((await endpoint.dependencies.store.log({limit: 100})).entries.filter(({what}) => what === 'changed')).toHaveLength(1);
  });

  it('changes nothing for whoever has not seen the last step, who is told of it without its note', async () => {
    const anna = await tokenFor(endpoint, {name: 'anna', rights: ['read']});
    await advance({state: 'seen', steps: 0, note: 'WORDS'}, {token: anna});
    const response = await advance({state: 'closed', steps: 0});
    expect(response.status).toBe(409);
    const told = await problemIn(response);
    expect(told).toMatchObject({type: 'urn:care-elements:problem:conflict', detail: 'It is "seen" since 2026-11-22T12:00:00.000Z, by anna. Steps: 1. Nothing was changed: read them and decide again.'});
    expect(JSON.stringify(told)).not.toContain('WORDS');
    expect(await stateIn()).toEqual(['seen']);
    expect((await problemIn(await advance({state: 'closed', steps: 7}, {of: await send()}))).detail).toMatch(/^Nobody has opened it\./);
  });

  it('refuses what is no step, and names each fault', async () => {
    for (const [body, status] of [
      ['', 400], ['{', 400], ['null', 422], ['[]', 422], [{}, 422], [{state: 'unopened', steps: 0}, 422], [{state: 'done', steps: 0}, 422], [{state: 'seen'}, 422],
      [{state: 'seen', steps: -1}, 422], [{state: 'seen', steps: 0.5}, 422], [{state: 'seen', steps: '0'}, 422], [{state: 'seen', steps: 1e20}, 422], [{state: 'seen', steps: 0, note: ''}, 422],
      [{state: 'seen', steps: 0, note: 'a\u0000b'}, 422], [{state: 'seen', steps: 0, who: 'somebody else'}, 422], [`{"state":"seen","steps":0,"note":"${'x'.repeat(40_000)}"}`, 413],
    ] as const) {
      const response = await advance(body);
      expect(response.status, JSON.stringify(body).slice(0, 60)).toBe(status);
      const {errors} = await problemIn(response);
      if (status === 422) expect(errors?.length).toBeGreaterThan(0);
    }
    expect((await endpoint.ask(pathOf(id), {method: 'POST', headers: bearer(inboxToken), body: 'state=seen&steps=0'})).status).toBe(415);
    expect(await stateIn()).toEqual(['unopened']);
  });

  it('is nothing for whoever has no token, no right to read, or sees it as the service that it is about', async () => {
    const exporter = await tokenFor(endpoint, {rights: ['contact', 'export', 'erase']});
    const service = await tokenFor(endpoint, {scope: {share: 'service', service: ['1-1000000001']}});
    await send({share: ['service']});
    for (const of of [id, nobodys, 'nothing']) {
      expect((await endpoint.ask(pathOf(of))).status).toBe(401);
      for (const token of [exporter, service]) {
        for (const response of [await read(token, of), await advance({state: 'seen', steps: 0}, {token, of})]) {
          expect(response.status).toBe(403);
          expect((await problemIn(response)).type).toBe('urn:care-elements:problem:lacks-right');
        }
      }
    }
    const {submissions} = (await (await endpoint.ask('/v1/inbox', {headers: bearer(service)})).json()) as InboxPage;
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).not.toHaveProperty('state');
  });

  it('is seen and changed by a token that is limited for what it may see, and for nothing else', async () => {
    const source = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}});
    const [mine, theirs] = [await send(source('first')), await send(source('other'))];
    const token = await tokenFor(endpoint, {rights: ['read'], scope: {partner: 'first'}});
    await advance({state: 'handling', steps: 0, note: 'By the owner.'}, {of: mine});
    expect(await (await read(token, mine)).json()).toMatchObject({state: 'handling', steps: [{note: 'By the owner.', who: 'inbox'}]});
    expect((await advance({state: 'closed', steps: 1}, {token, of: mine})).status).toBe(200);
    for (const of of [theirs, nobodys, 'nothing']) {
      for (const response of [await read(token, of), await advance({state: 'closed', steps: 0}, {token, of})]) {
        expect(response.status).toBe(404);
        expect((await problemIn(response)).title).toBe('No such submission is here');
      }
    }
    expect(await (await read(inboxToken, theirs)).json()).toEqual({state: 'unopened', steps: []});
  });

  it('is in the log with who looked and who changed it, and is not an opening for whoever only looks at it', async () => {
    await read();
    await advance({state: 'closed', steps: 0, note: 'WORDS'});
    const {entries} = await endpoint.dependencies.store.log({submission: id, limit: 10});
    expect(entries.map(({what, detail}) => [what, detail])).toEqual([['opened', 'handling'], ['changed', 'closed']]);
    expect(JSON.stringify(entries)).not.toContain('WORDS');
  });

  it('is told as kept only once it is, and the operator hears why not without a word of the note', async () => {
    endpoint.dependencies.store.changeStatus = () => Promise.reject(new StoreUnavailable('the disk is full'));
    const response = await advance({state: 'closed', steps: 0, note: 'WORDS'});
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).not.toBeNull();
    expect(endpoint.logged.join()).toContain('the disk is full');
    expect(endpoint.logged.join()).not.toContain('WORDS');
  });
});
