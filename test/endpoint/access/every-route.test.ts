import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Handling} from '../../../src/contract/handling.js';
import type {InboxPage} from '../../../src/contract/inbox.js';
import type {Scope} from '../../../src/endpoint/access/access.js';
import {languageName} from '../../../src/endpoint/inbox/pages/description.js';
import {exampleRight, exampleSubmission, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {servedRoutes, type ServedRoute} from '../../support/endpoint/served-routes.js';
import {memberAt} from '../../support/endpoint/team.js';
import {postSealed} from '../../support/endpoint/sealing.js';
import {exampleDay, exampleService} from '../../support/store/submission-examples.js';
import {putRows} from '../../support/store/put-services.js';
import {bearer, tokenFor} from '../../support/endpoint/tokens.js';

const nobodys = ['0197b2c4-7a1e-7cc2-9d0b-fffffffffff1', '01970000-0000-7cc2-9d0b-fffffffffff1'];
const secret = 'SECRET-7f3a';
// By what else something of another could be named, and the same where nobody told anything. Which services and areas there are anybody may know.
const foreignIds = {service: '1-1000000009', place: 'bradford', partner: 'other', language: 'cy-x-theirs'};
const nobodysIds = {service: '1-1000000008', place: 'york', partner: 'unused-partner', language: 'cy-x-unused'};
const mine = {share: ['local', 'service'], about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]}};
const theirs = {share: ['regulator'], about: {kind: 'service', services: [{id: foreignIds.service, name: `${secret} House`}]}, language: foreignIds.language};
const source = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}});

/** What may be seen under each kind of limit is what the first partner sent. */
const limitsOf: [string, Scope][] = [
  ['a partner', {partner: 'first'}],
  ['whom people share with', {share: 'local'}],
  ['a service', {service: ['1-1000000001']}],
  ['an area', {place: 'leeds'}],
  ['the service itself', {share: 'service', service: ['1-1000000001']}],
];

let endpoint: TestEndpoint;
/** As the service itself knows it. */
const hiddenId = (id: string) => endpoint.dependencies.keys.idsForService.hide(id);
const ids = {first: [] as string[], other: [] as string[]};
const references = {first: [] as string[], other: [] as string[]};

beforeAll(async () => {
  endpoint = await openEndpoint();
  const [house, other, untold] = ['1-1000000001', foreignIds.service, nobodysIds.service].map((id) => exampleService({id, odsCode: undefined}));
  await putRows(endpoint.dependencies.store, {services: [
    {service: house!, place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay}, {service: other!, place: {id: foreignIds.place, name: foreignIds.place}, asOf: exampleDay}, {service: untold!, place: {id: nobodysIds.place, name: nobodysIds.place}, asOf: exampleDay},
  ]});
  for (const risk of ['no', 'yes', 'unsure', 'no', 'yes']) {
    const [own, foreign] = (['first', 'other'] as const).map((partner) => {
      const submission = exampleSubmission({...source(partner), ...(partner === 'first' ? mine : theirs), ...(ids.other.length > 0 && {replaces: ids.other.at(-1)})});
      const story = partner === 'first' ? 'They were kind.' : `${secret} wants to die`;
      return {...submission, answers: {...submission.answers, risk, story}, contact: {name: partner === 'first' ? 'Example Person' : secret}};
    });
    for (const [each, given] of [[foreign!, references.other], [own!, references.first]] as const) {
      const response = await endpoint.post(each);
      expect(response.status).toBe(201);
      given.push(((await response.json()) as {reference: string}).reference);
    }
    ids.first.push(own!.id);
    ids.other.push(foreign!.id);
  }
  // Corrects the first partner's, comes sealed and unreadable, and comes from nobody's partner.
  const corrects = exampleSubmission({...source('other'), ...theirs, replaces: ids.first[0]});
  const unread = {...exampleSubmission({...source('other'), ...theirs}), colour: secret};
  const unnamed = exampleSubmission({...theirs, contact: {name: secret}});
  for (const each of [corrects, unnamed]) expect((await endpoint.post(each)).status).toBe(201);
  expect((await postSealed(endpoint, unread)).status).toBe(201);
  ids.other.push(corrects.id, unread.id, unnamed.id);
  // Was shared with everybody, and is with nobody since its sender corrected it.
  const shared = {...theirs, share: ['regulator', 'local', 'service'], right: exampleRight, contact: {name: secret}};
  const before = exampleSubmission({...source('other'), ...shared});
  const after = exampleSubmission({...source('other'), ...shared, share: [], replaces: before.id});
  for (const each of [before, after]) {
    const response = await endpoint.post({...each, answers: {...each.answers, story: secret}});
    expect(response.status).toBe(201);
    references.other.push(((await response.json()) as {reference: string}).reference);
    ids.other.push(each.id);
  }
});
afterAll(() => endpoint.close());

/** Every way to ask one route for something by an id: in its path, its query and what is sent to it. */
function askings({method, path}: ServedRoute, id: string): {method: string; path: string; body?: string; type?: string}[] {
  const at = path.replace(/:[a-z]+/g, id);
  const named = new URLSearchParams(['id', 'q', 'reference', 'submission', 'service', 'partner', 'replaces'].map((name) => [name, id])).toString();
  if (method === 'GET') return [{method, path: at}, {method, path: `${at}?${named}`}, {method, path: `${at}?after=${id}`}, {method: 'HEAD', path: at}];
  const form = new URLSearchParams({id, submission: id, reference: id, token: id, code: id, note: id, state: 'closed', steps: '0'}).toString();
  return [
    {method, path: at, body: form, type: 'application/x-www-form-urlencoded'},
    {method, path: at, body: JSON.stringify({id, submission: id, replaces: id}), type: 'application/json'},
    {method, path: at, body: JSON.stringify({state: 'closed', steps: 0, note: id}), type: 'application/json'},
    {method, path: at, body: id, type: 'application/jose'},
  ];
}

/** Every way to ask the inbox for a part of it that is only another's, alone and with what everything has; and for the page of a service. */
function pickings(ids: typeof foreignIds, rest: string): {method: string; path: string}[] {
  const more = ['', 'order=arrived', 'state=unopened', 'share=regulator', ...(isEveryId ? ['state=seen', 'from=2026-11-22&to=2026-11-22', 'urgency=immediate', 'urgency=none', 'share=local'] : [])];
  const queries = Object.entries(ids).flatMap(([name, id]) => more.map((each) => [`${name}=${id}`, each].filter(Boolean).join('&')));
  const lists = [...queries, new URLSearchParams(ids).toString()].flatMap((query) => [`/v1/inbox?${query}`, `/v1/inbox?${query}&limit=1`, `/inbox?${query}`]);
  return [...lists, ...(rest ? lists.map((path) => `${path}&after=${rest}`) : []), `/inbox/services/${ids.service}`].map((path) => ({method: 'GET', path}));
}

// `npm run test:all` asks with every id.
const isEveryId = process.env['CARE_ROUTES'] === 'all';

type Way = 'token' | 'session';

async function answerTo(asking: ReturnType<typeof askings>[number], way: Way, {token, cookie}: {token: string; cookie: string}) {
  const headers = {...(way === 'token' ? bearer(token) : {Cookie: cookie}), ...(asking.type && {'Content-Type': asking.type}), 'Sec-Fetch-Site': 'same-origin'};
  const response = await endpoint.ask(asking.path, {method: asking.method, headers, ...(asking.body !== undefined && {body: asking.body})});
  return {status: response.status, text: await response.text(), headers: JSON.stringify([...response.headers])};
}

async function holder(scope: Scope): Promise<{token: string; cookie: string}> {
  const token = await tokenFor(endpoint, {scope});
  const member = memberAt(endpoint);
  await member.post('/inbox/sign-in', {token});
  return {token, cookie: member.cookie!};
}

describe.each(limitsOf)('a token with every right that is limited to %s', (_title, scope) => {
  const hidesIds = scope.share === 'service';
  const foreign = () => (hidesIds ? [...ids.other, ...ids.other.map(hiddenId), ...ids.first] : ids.other);
  // One of each kind: as it is usual, urgent, a correction of what one may see, unreadable, of no partner, once shared with everybody; and by its other name.
  const probed = () => (isEveryId ? foreign() : foreign().filter((_, place) => [0, 1, 5, 6, 7, 8, 10, 18, 20].includes(place)));

  it('gets from every route, with every id of another, what it gets with an id that never was', async () => {
    const by = await holder(scope);
    const strange: string[] = [];
    let asked = 0;
    for (const route of servedRoutes) {
      for (const way of ['token', 'session'] as const) {
        // What is made anew for each asker, such as a form's signature, is compared by its status alone.
        const unknown = await Promise.all(nobodys.flatMap((nobody) => askings(route, nobody)).map((asking) => answerTo(asking, way, by)));
        for (const id of probed()) {
          const here = askings(route, id);
          const answers = await Promise.all(here.map((asking) => answerTo(asking, way, by)));
          for (const [place, {status, text, headers}] of answers.entries()) {
            asked += 1;
            const {method, path} = here[place]!;
            if (status !== unknown[place]!.status) strange.push(`${method} ${path}: ${status} instead of ${unknown[place]!.status}`);
            if (route.path.includes(':') && text.replaceAll(id, '') !== unknown[place]!.text.replaceAll(nobodys[0]!, '')) strange.push(`${method} ${path}: ${text.slice(0, 200)}`);
            if (text.includes(secret) || headers.includes(secret)) strange.push(`${method} ${path}: shows what another told`);
            // A page may say again what it was asked with; any other id of theirs is theirs.
            if (ids.other.some((other) => other !== id && text.includes(other))) strange.push(`${method} ${path}: names another’s id`);
          }
        }
      }
    }
    expect(strange).toEqual([]);
    expect(asked).toBeGreaterThan(servedRoutes.length * 2 * probed().length);
  });

  it('gets by every filter that picks what is another’s what it gets by one that picks what nobody sent', async () => {
    const by = await holder(scope);
    const {next} = JSON.parse(await (await endpoint.ask('/v1/inbox?limit=1', {headers: bearer(by.token)})).text()) as InboxPage;
    const plain = (text: string, ids: typeof foreignIds) => [languageName(ids.language, 'en')!, ...Object.values(ids)].reduce((rest, id) => rest.replaceAll(id, ''), text);
    // What the areas are called is offered to everybody.
    const without = (text: string) => text.replace(/<datalist[^]*?<\/datalist>/g, '');
    for (const way of ['token', 'session'] as const) {
      for (const rest of ['', next!]) {
        const [foreigns, unknowns] = [pickings(foreignIds, rest), pickings(nobodysIds, rest)];
        for (const [place, foreign] of foreigns.entries()) {
          const [answer, unknown] = [await answerTo(foreign, way, by), await answerTo(unknowns[place]!, way, by)];
          expect(answer.status, foreign.path).toBe(unknown.status);
          expect(plain(without(answer.text), foreignIds), foreign.path).toBe(plain(without(unknown.text), nobodysIds));
          expect(answer.text).not.toContain(secret);
          for (const id of foreign.path.startsWith('/v1') ? [...ids.other, ...ids.other.map(hiddenId)] : ids.other) expect(answer.text).not.toContain(id);
        }
      }
    }
  });

  it('finds nothing of another’s by its reference', async () => {
    const by = await holder(scope);
    const find = (reference: string) => answerTo({method: 'POST', path: '/inbox/find', body: new URLSearchParams({reference}).toString(), type: 'application/x-www-form-urlencoded'}, 'session', by);
    const unknown = await find('0000-0000-0000-0000');
    expect(unknown.status).toBe(404);
    for (const reference of references.other) {
      const {status, text} = await find(reference);
      expect(status).toBe(404);
      expect(text.replaceAll(reference, '')).toBe(unknown.text.replaceAll('0000-0000-0000-0000', ''));
    }
    for (const [place, reference] of references.first.entries()) {
      const {status, headers} = await find(reference);
      expect([status, headers.includes(ids.first[place]!)]).toEqual(hidesIds ? [404, false] : [303, true]);
    }
  });

  it('finds in every list and on every page of its own all that it may see, and nothing besides', async () => {
    const by = await holder(scope);
    const shown = hidesIds ? ids.first.map(hiddenId) : ids.first;
    const texts: string[] = [];
    const read = async (path: string) => {
      const response = await endpoint.ask(path, {headers: bearer(by.token)});
      expect(response.status, path).toBe(200);
      texts.push(await response.text());
      return texts.at(-1)!;
    };
    for (const order of ['urgent', 'arrived']) {
      for (const limit of [1, 2, 3, 500]) {
        const found: string[] = [];
        for (let after: string | undefined = ''; after !== undefined; ) {
          const {submissions, next} = JSON.parse(await read(`/v1/inbox?order=${order}&limit=${limit}${after && `&after=${after}`}`)) as InboxPage;
          expect(submissions.length).toBe(Math.min(limit, shown.length - found.length));
          found.push(...submissions.map(({id}) => id));
          after = next;
        }
        expect(found.toSorted()).toEqual(shown.toSorted());
      }
      expect(await read(`/inbox?order=${order}`)).toContain(`On this page: ${shown.length}. Urgent: 2. To look at soon: 1.`);
    }
    for (const id of shown) await read(`/inbox/${id}`);
    for (const [place, id] of shown.entries()) {
      const path = `/v1/inbox/${id}/handling`;
      const {steps} = hidesIds ? {steps: []} : (JSON.parse(await read(path)) as Handling);
      const body = JSON.stringify({state: 'closed', steps: steps.length, note: `Of ${place}`});
      const response = await endpoint.ask(path, {method: 'POST', headers: {...bearer(by.token), 'Content-Type': 'application/json'}, body});
      expect(response.status).toBe(hidesIds ? 403 : 200);
      const text = await read(`/inbox/${id}`);
      expect(text.includes(`Of ${place}`)).toBe(!hidesIds);
      texts.push(await response.text());
    }
    // The others' are unopened still.
    if (!hidesIds) for (const path of ['/inbox', '/inbox/next']) expect(await read(path)).toContain('Nothing is unopened');
    for (const text of texts) {
      expect(text).not.toContain(secret);
      for (const id of foreign()) expect(text).not.toContain(id);
    }
    for (const id of ids.first) expect((await endpoint.ask(`/v1/inbox/${id}/contact`, {headers: bearer(by.token)})).status).toBe(hidesIds ? 403 : 200);
  });
});

it('leaves everything of the others as it was, and no line of the log says that anybody looked at it', async () => {
  const {submissions} = JSON.parse(await (await endpoint.inbox('?limit=500')).text()) as InboxPage;
  expect(submissions.map(({id}) => id).toSorted()).toEqual([...ids.first, ...ids.other].toSorted());
  expect(JSON.stringify(submissions.find(({id}) => id === ids.other[0]))).toContain(secret);
  expect(submissions.filter(({id}) => ids.other.includes(id)).map(({state}) => state)).toEqual(ids.other.map(() => 'unopened'));
  const {entries} = await endpoint.dependencies.store.log({limit: 100_000});
  expect(entries.filter(({submission}) => submission !== undefined && ids.other.includes(submission))).toEqual([]);
});
