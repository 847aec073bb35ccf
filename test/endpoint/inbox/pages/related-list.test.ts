import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Scope} from '../../../../src/endpoint/access/access.js';
import {exampleRight, exampleSubmission, openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {exampleService} from '../../../support/store/submission-examples.js';
import {putServices} from '../../../support/store/put-services.js';
import {memberWith, signedIn, type Member} from '../../../support/endpoint/team.js';

const time = {now: new Date('2026-11-22T12:00:00Z')};
let endpoint: TestEndpoint;
let member: Member;
beforeEach(async () => {
  time.now = new Date('2026-11-22T12:00:00Z');
  endpoint = await openEndpoint({clock: () => time.now});
  await putServices(endpoint.dependencies.store, [exampleService()], 'import');
  member = await signedIn(endpoint);
});
afterEach(() => endpoint.close());

async function send(experience = 'good', changes: Record<string, unknown> = {}): Promise<string> {
  const submission = exampleSubmission({right: exampleRight, answers: {relationship: 'carer', experience, risk: 'no', when: '2026-06', story: 'WORDS', ...(experience !== 'good' && {'told-service': 'no'})}, ...changes});
  const response = await endpoint.post(submission);
  if (response.status !== 201) throw new Error(await response.text());
  return submission.id;
}

const source = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}});
const read = async (id: string, reader = member) => (await reader.get(`/inbox/${id}`)).text();
const versionsOn = (html: string) => [...(/<ol class="versions"[^]*?<\/ol>/.exec(html)?.[0] ?? '').matchAll(/<li><a href="\/inbox\/([^"]*)" ?([^>]*)>([^<]*)<\/a>([^]*?)<\/li>/g)].map(([, id, current, when, said]) => ({id, when, said: [current, said!.replace(/<[^>]*>/g, '').trim()].filter(Boolean).join(' ')}));

/** As the service itself knows it. */
const hiddenId = (id: string) => endpoint.dependencies.keys.idsForService.hide(id);
const limited = (scope: Scope) => memberWith(endpoint, {scope});

describe('the versions of one', () => {
  it('stand on the page of each, newest first, with their times and which is shown', async () => {
    const ids: string[] = [];
    for (const minutes of [0, 1, 2]) {
      time.now = new Date(Date.UTC(2026, 10, 22, 12, minutes));
      ids.push(await send('mixed', ids.length > 0 ? {replaces: ids.at(-1)} : {}));
    }
    const [first, second, third] = ids;
    expect(versionsOn(await read(second!))).toEqual([
      {id: third, when: '22 November 2026 at 12:02', said: 'The newest'},
      {id: second, when: '22 November 2026 at 12:01', said: 'aria-current="page" Shown here'},
      {id: first, when: '22 November 2026 at 12:00', said: ''},
    ]);
    expect(await read(third!)).not.toContain('There is a newer version of this');
    expect(versionsOn(await read(await send()))).toEqual([]);
  });

  it('are only those that somebody may see, and the service sees the last one alone', async () => {
    const first = await send('good', {...source('mine'), share: ['service']});
    const foreign = await send('good', {...source('other'), replaces: first});
    const second = await send('good', {...source('mine'), replaces: first, share: ['service']});
    expect(versionsOn(await read(first, await limited({partner: 'mine'}))).map(({id}) => id)).toEqual([second, first]);
    expect(versionsOn(await read(first)).map(({id}) => id)).toEqual([second, foreign, first]);
    const service = await limited({share: 'service', service: ['1-1000000001']});
    const html = await read(hiddenId(second), service);
    expect((await service.get(`/inbox/${hiddenId(first)}`)).status).toBe(404);
    expect(versionsOn(html)).toEqual([]);
    expect(html).not.toContain('Others about the same service');
    expect(html).not.toContain('/inbox/services/');
  });
});

describe('the service itself', () => {
  it('reads in which month something came, and no day or hour of it', async () => {
    const first = await send('good', {share: ['service']});
    const second = await send('good', {replaces: first, share: ['service']});
    const service = await limited({share: 'service', service: ['1-1000000001']});
    const [page, list] = [readPage(await read(hiddenId(second), service)), readPage(await (await service.get('/inbox')).text())];
    expect(page.words).toContain('Received November 2026 ');
    expect(page.words).toMatch(/Started [A-Z][a-z]+ 2026 Finished [A-Z][a-z]+ 2026 /);
    expect(list.words).toContain('Received November 2026 ');
    for (const {words} of [page, list]) expect(words).not.toMatch(/version/i);
    for (const {words} of [page, list]) expect(words).not.toMatch(/\d:\d\d|\d [A-Z][a-z]+ 2026/);
    expect(readPage(await read(first)).words).toContain('Received 22 November 2026 at 12:00 ');
  });
});

describe('the place of one among others on the same service', () => {
  it('is how many others told what of it in the last 90 days, each person once, with the ways to them', async () => {
    time.now = new Date('2026-08-23T12:00:00Z');
    const old = await send('poor');
    time.now = new Date('2026-11-22T12:00:00Z');
    const before = await send('poor');
    const shown = await send('mixed');
    const own = await send('good', {replaces: shown});
    const after = await send('good', {about: {kind: 'pathway', services: [{id: 'VXX01', name: 'House'}, {id: '1-7', name: 'Elsewhere'}]}});
    await send('poor', {replaces: after, about: {kind: 'pathway', services: [{id: 'VXX01', name: 'House'}, {id: '1-7', name: 'Elsewhere'}]}});
    await send('poor', {about: {kind: 'service', services: [{id: '1-7', name: 'Elsewhere'}]}});
    await send('good', {questionSet: {id: 'quick', version: '1'}, answers: {overall: 'very-poor', risk: 'no'}});
    // To correct something is not to tell it again.
    await send('poor', {replaces: old});
    const html = await read(shown);
    expect(readPage(html).words).toContain('What others told about Example House in the last 90 days Others who told about it 3 Poor 2 Very poor 1 ');
    expect(html).toContain('<a href="/inbox?service=1-1000000001"><bdi>All about Example House</bdi></a>');
    expect(html).toContain('<a href="/inbox/services/1-1000000001"><bdi>Repeat concerns about Example House</bdi></a>');
    expect(html).toContain(`<a href="/inbox/${before}" rel="prev"><bdi>The one before, about Example House</bdi></a>`);
    expect(html).toContain(`<a href="/inbox/${after}" rel="next"><bdi>The one after, about Example House</bdi></a>`);
    expect(await read(own)).toContain(`<a href="/inbox/${before}" rel="prev">`);
    expect(await read(before)).toContain(`<a href="/inbox/${old}" rel="prev">`);
    expect(await read(old)).not.toContain('rel="prev"');
    expect(readPage(await read(after)).words).toMatch(/What others told about Elsewhere in the last 90 days Others who told about it 1 Poor 1 /);
  });

  it('counts and leads to nothing that somebody may not see', async () => {
    await send('poor', source('other'));
    const shown = await send('good', source('mine'));
    await send('poor', source('other'));
    const html = await read(shown, await limited({partner: 'mine'}));
    expect(readPage(html).words).toContain('Nobody else told about it.');
    expect(html).not.toMatch(/rel="(?:prev|next)"/);
  });

  it('is nowhere where no service was named that anybody could list', async () => {
    const ids = [await send('good', {about: {kind: 'service', services: [{name: 'Somewhere'}]}}), await send('good', {about: {kind: 'place', place: {name: 'Leeds'}}})];
    for (const id of ids) expect(await read(id)).not.toContain('Others about the same service');
  });

  it('is linked from how the service stands, and back', async () => {
    await send('poor');
    expect(await (await member.get('/inbox/services/1-1000000001')).text()).toContain('<a href="/inbox?service=1-1000000001"><bdi>All about Example House</bdi></a>');
  });
});
