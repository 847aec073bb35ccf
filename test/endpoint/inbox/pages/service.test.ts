import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Store} from '../../../../src/endpoint/store/store.js';
import {exampleSubmission, openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {exampleService} from '../../../support/store/submission-examples.js';
import {putServices} from '../../../support/store/put-services.js';
import {memberWith, signedIn, type Member} from '../../../support/endpoint/team.js';

let endpoint: TestEndpoint;
let member: Member;
beforeEach(async () => {
  endpoint = await openEndpoint();
  await putServices(endpoint.dependencies.store, [exampleService()], 'import');
  member = await signedIn(endpoint);
});
afterEach(() => endpoint.close());

async function send(experience: string, topics: string[] = [], changes: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission({answers: {relationship: 'carer', experience, risk: 'no', when: '2026-10', story: 'PEOPLE’S WORDS', ...(experience !== 'good' && {'told-service': 'no'}), ...(topics.length > 0 && {topics})}, ...changes});
  const response = await endpoint.post(submission);
  if (response.status !== 201) throw new Error(await response.text());
  return submission.id;
}

const raisedPage = async (by: Member = member) => readPage(await (await by.get('/inbox/services')).text());
const pageOf = async (id = '1-1000000001') => readPage(await (await member.get(`/inbox/services/${id}`)).text());

describe('The inbox’s page of a service', () => {
  it('says a colour as a word with a shape beside it, and the counts behind it', async () => {
    const ids = [await send('poor', ['safe']), await send('mixed', ['safe']), await send('good')];
    const page = await pageOf();
    expect(page.heading).toBe('Repeat concerns about Example House');
    expect(page.html).toContain('<span aria-hidden="true">▲</span> Red: act on this');
    for (const fact of ['In the last 90 days', 'Different people who told us about it 3', 'Of them, how many told of care that was not good 2', 'Red when 2 or more people in 30 days told of care that was not good and chose “Feeling and being safe”. Now: 2. This rule holds.', 'Amber when 3 or more people in 90 days told of care that was not good. Now: 2.', 'Somebody who sends twice counts twice.']) {
      expect(page.words).toContain(fact);
    }
    expect([...page.html.matchAll(/<a href="\/inbox\/([0-9a-f-]{36})">/g)].map(([, id]) => id)).toEqual(ids.reverse());
    expect(page.html).not.toContain('PEOPLE’S WORDS');
  });

  it.each([['amber', '◆', 'Amber: look into this', ['poor', 'mixed', 'poor']], ['green', '●', 'Green: nothing stands out', ['good', 'good', 'mixed']], ['too-few', '○', 'Too few to say', ['poor', 'poor']]])('has a word and a shape of its own for %s', async (colour, shape, word, experiences) => {
    for (const experience of experiences) await send(experience);
    expect((await pageOf()).html).toContain(`<p class="standing" data-colour="${colour}"><span aria-hidden="true">${shape}</span> ${word}</p>`);
  });

  it('says of no rule that it holds where there are too few to say', async () => {
    await send('poor', ['safe']);
    await send('poor', ['safe']);
    const {words} = await pageOf();
    expect(words).toContain('Too few to say');
    expect(words).toContain('chose “Feeling and being safe”. Now: 2.');
    expect(words).not.toContain('This rule holds.');
  });

  it('counts by the ODS code as well, and by neither case', async () => {
    await send('poor', [], {about: {kind: 'service', services: [{id: 'VXX01', name: 'House'}]}});
    await send('poor');
    await send('poor', [], {about: {kind: 'pathway', services: [{name: 'Somewhere'}, {id: '1-1000000001', name: 'House'}]}});
    expect((await pageOf('vxx01')).words).toContain('Different people who told us about it 3');
  });

  it('counts a correction together with what it corrects', async () => {
    const right = '7P2QX4TRD9KH6WCM';
    const first = await send('poor', [], {right});
    await send('poor', [], {right, replaces: first});
    await send('poor', [], {right, replaces: first});
    expect((await pageOf()).words).toContain('Different people who told us about it 1');
  });

  it('counts everybody on whose feedback somebody else claims to have changed their mind', async () => {
    const told = await Promise.all(['1', '2', '3'].map((each) => send('poor', [], {right: each.repeat(16)})));
    for (const replaces of told) await send('good', [], {right: '7P2QX4TRD9KH6WCM', replaces, about: {kind: 'topic', topic: 'Anything'}});
    await send('good', [], {right: '7P2QX4TRD9KH6WCM', replaces: told[0]});
    const {words} = await pageOf();
    expect(words).toContain('Different people who told us about it 4');
    expect(words).toContain('Of them, how many told of care that was not good 3');
  });

  it('is reached from each submission that names the service', async () => {
    const id = await send('poor');
    expect(await (await member.get(`/inbox/${id}`)).text()).toContain('<a href="/inbox/services/1-1000000001"><bdi>Repeat concerns about Example House</bdi></a>');
  });

  it('is there for a service in no list that somebody has named, and for no other id', async () => {
    await send('poor', [], {about: {kind: 'service', services: [{id: '1-999', name: 'Elsewhere'}]}});
    expect((await pageOf('1-999')).heading).toBe('Repeat concerns about 1-999');
    for (const id of ['1-998', 'no%20id', '%2F']) expect((await member.get(`/inbox/services/${id}`)).status).toBe(404);
  });

  it('is shown to the team alone', async () => {
    await send('poor');
    const response = await endpoint.ask('/inbox/services/1-1000000001');
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('Example House');
  });
});

describe('The inbox’s list of services with repeat concerns', () => {
  const about = (id: string) => ({about: {kind: 'service', services: [{id, name: 'House'}]}});
  const tell = async (id: string, experiences: string[], topics: string[] = []) => {
    for (const experience of experiences) await send(experience, topics, about(id));
  };

  it('names those that are red or amber, red first, each with its counts and the way to its page, and no other', async () => {
    await tell('1-1000000001', ['poor', 'mixed', 'poor']);
    await tell('1-5', ['good', 'poor', 'poor'], ['safe']);
    await tell('1-6', ['good', 'good', 'good', 'poor']);
    await tell('1-7', ['poor', 'poor']);
    const page = await raisedPage();
    expect(page.heading).toBe('Services with repeat concerns');
    expect([...page.html.matchAll(/<h2><a href="([^"]*)"><bdi>([^<]*)<\/bdi>/g)].map(([, path, name]) => [path, name])).toEqual([['/inbox/services/1-5', '1-5'], ['/inbox/services/1-1000000001', 'Example House']]);
    expect(page.words).toContain('1-5 ▲ Red: act on this Different people who told us about it 3 Of them, how many told of care that was not good 2');
    expect(page.words).toContain('Example House ◆ Amber: look into this Different people who told us about it 3');
    expect(await (await member.get('/inbox')).text()).toContain('<a href="/inbox/services">Services with repeat concerns</a>');
  });

  it('counts a service that people name by both of its ids once', async () => {
    await tell('1-1000000001', ['poor', 'poor']);
    await tell('vxx01', ['poor']);
    expect([...(await raisedPage()).html.matchAll(/\/inbox\/services\/([^"]+)"/g)].map(([, id]) => id)).toEqual(['1-1000000001']);
  });

  it('says so where none is, or where all that raises one is hidden from the token', async () => {
    expect((await raisedPage()).words).toContain('No service is red or amber now.');
    await tell('1-1000000001', ['poor', 'poor', 'poor']);
    const limited = await memberWith(endpoint, {scope: {partner: 'somebody'}});
    expect((await raisedPage(limited)).words).toContain('No service is red or amber now.');
  });

  it('promises nothing of services that nobody looked at', async () => {
    const {store} = endpoint.dependencies;
    const servicesTold: Store['servicesNamed'] = async (asked) => [...(await store.servicesNamed(asked)), ...Array.from({length: 200}, (_each, number) => `1-9${number}`)];
    endpoint.dependencies.store = new Proxy(store, {get: (target, name: keyof Store) => name === 'servicesNamed' ? servicesTold : target[name]});
    await tell('1-1000000001', ['poor', 'good', 'good']);
    const none = (await raisedPage()).words;
    expect(none).toContain('None of the 200 services that the most was told about is red or amber. Others may be.');
    expect(none).not.toMatch(/No service is red or amber|We looked at/);
    await tell('1-1000000001', ['poor', 'poor']);
    const some = (await raisedPage()).words;
    expect(some).toContain('We looked at the 200 services that the most was told about. Others may be red or amber too.');
    expect(some).not.toContain('None of the 200');
  });

  it('is not there for the service itself', async () => {
    const service = await memberWith(endpoint, {scope: {share: 'service', service: ['1-1000000001']}});
    expect((await service.get('/inbox/services')).status).toBe(404);
    expect(await (await service.get('/inbox')).text()).not.toContain('/inbox/services"');
  });
});
