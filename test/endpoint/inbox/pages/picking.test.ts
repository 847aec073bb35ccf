import {beforeEach, describe, expect, it} from 'vitest';
import {tokenFor} from '../../../support/endpoint/tokens.js';
import {openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {exampleDay, exampleService} from '../../../support/store/submission-examples.js';
import {putRows} from '../../../support/store/put-services.js';
import {arrives, entriesOn, memberAt, signedIn, type Member} from '../../../support/endpoint/team.js';

let endpoint: TestEndpoint;
let member: Member;

beforeEach(async () => {
  endpoint = await openEndpoint();
  await putRows(endpoint.dependencies.store, {services: [{service: exampleService(), place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay}]});
  member = await signedIn(endpoint);
  return () => endpoint.close();
});

const read = async (path: string) => (await member.get(path)).text();
const words = async (path: string) => readPage(await read(path)).words;
const linksOn = (html: string) => [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, text]) => ({href: href!.replaceAll('&amp;', '&'), text}));
const through = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner}});

const keep = (changes?: Record<string, unknown>, answers?: Record<string, unknown>) => arrives(endpoint, changes, answers);

describe('whoever picks from the inbox', () => {
  it('gets what fits, how much it is, what holds in words, and a link to let each part go', async () => {
    const urgent = await keep(through('example-charity'), {risk: 'yes'});
    await keep(through('example-charity'));
    await keep({}, {risk: 'yes'});
    // As the form sends it, with what was left empty.
    const html = await read('/inbox?service=1-1000000001&place=Leeds&urgency=immediate&state=unopened&from=2026-11-22&to=2026-11-22&share=&partner=example-charity&language=en');
    expect(entriesOn(html)).toEqual([`/inbox/${urgent}`]);
    const said = readPage(html).words;
    for (const part of ['Service: Example House (1-1000000001)', 'Area: Leeds', 'Urgency: Urgent: someone may be in danger', 'How far we are: Unopened', 'Received on this day or later: 22 November 2026', 'Came through: example-charity', 'Language of the form: English']) expect(said).toContain(`${part} Remove`);
    expect(said).toContain('In all, each version counted: 1. Show all');
    const removing = linksOn(html).filter(({text}) => text === 'Remove').map(({href}) => href);
    expect(removing).toHaveLength(8);
    expect(removing).toContain('/inbox?service=1-1000000001&place=Leeds&state=unopened&from=2026-11-22&to=2026-11-22&partner=example-charity&language=en');
    expect(entriesOn(await read('/inbox?urgency=immediate'))).toHaveLength(2);
  });

  it('finds in the form again what they picked', async () => {
    const html = await read('/inbox?order=arrived&urgency=concern&partner=a%22b&from=2026-11-01');
    expect(html).toContain('<option value="concern" selected>');
    expect(html).toMatch(/name="partner"[^>]* type="text" value="a&quot;b"/);
    expect(html).toMatch(/name="from"[^>]* type="date" value="2026-11-01"/);
    expect(html).toContain('<input type="hidden" name="order" value="arrived">');
    expect(html).toContain('<form method="get" action="/inbox" id="pick">');
  });

  it('keeps it from page to page and from one order to the other', async () => {
    const ids = [];
    for (let each = 0; each < 60; each += 1) {
      const id = await keep(through(each % 2 ? 'other' : 'example-charity'));
      if (each % 2 === 0) ids.push(`/inbox/${id}`);
    }
    const first = await read('/inbox?partner=example-charity');
    expect(entriesOn(first)).toHaveLength(25);
    const links = linksOn(first);
    expect(links.find(({text}) => text === 'Oldest first')?.href).toBe('/inbox?order=arrived&partner=example-charity');
    const second = await read(links.find(({text}) => text === 'Next page')!.href);
    expect([...entriesOn(first), ...entriesOn(second)]).toEqual(ids.toReversed());
    expect(linksOn(second).find(({text}) => text === 'First page')?.href).toBe('/inbox?partner=example-charity');
    expect(await words('/inbox?partner=example-charity')).toContain('In all, each version counted: 30.');
  });

  it('is told that there is more than was counted', async () => {
    await keep();
    endpoint.dependencies.store.matching = () => Promise.resolve(1001);
    expect(await words('/inbox?urgency=none')).toContain('In all, each version counted: more than 1,000.');
  });

  it('is told where nothing fits, with the way back to all', async () => {
    await keep();
    for (const query of ['service=1-9', 'partner=nobody', 'place=Nowhere', 'language=cy', 'state=closed']) {
      const html = await read(`/inbox?${query}`);
      expect(readPage(html).words, query).toContain('Nothing fits all of this.');
      expect(linksOn(html)).toContainEqual({href: '/inbox', text: 'Show all'});
    }
  });

  it.each([
    ['service', '1', 'Enter the service’s CQC number or its ODS code'], ['place', '!', 'Enter the name of an area'], ['urgency', 'red', 'Choose one urgency of the list, or any'], ['state', 'open', 'Choose one of the list, or any'],
    ['from', '22/11/2026', 'Enter the first day with year, month and day'], ['to', '2026-02-30', 'Enter the last day with year, month and day'], ['share', '<b>', 'Choose whom of the list it may be shared with, or any'], ['partner', 'x'.repeat(101), 'Enter whom it came through'], ['language', 'e', 'Enter the code of a language'],
  ])('is told at the field where %s is none, and finds everything as they typed it', async (name, typed, fault) => {
    await keep();
    const query = new URLSearchParams({...(name !== 'partner' && {partner: 'example-charity'}), [name]: typed});
    const response = await member.get(`/inbox?${query}`);
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(readPage(html).words).toMatch(/^Example Healthwatch There is a problem/);
    expect(html).toContain(`<a href="#pick-${name}">${fault}`);
    expect(html).toMatch(new RegExp(`<p class="error-message" id="pick-${name}-error">Error: ${fault}[^]*<(?:input|select) id="pick-${name}" name="${name}"[^>]* aria-invalid="true"`));
    const kept = typed.replace('<', '&lt;').replace('>', '&gt;');
    expect(html).toMatch(new RegExp(`name="${name}"[^>]* type="text" value="${kept}"|<option value="${kept}" selected>`));
    if (name !== 'partner') expect(html).toContain('value="example-charity"');
    expect(entriesOn(html)).toEqual([]);
  });

  it('is told where it ends before it begins', async () => {
    const response = await member.get('/inbox?from=2026-11-22&to=2026-11-21');
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('<a href="#pick-to">The last day must be the first day or later</a>');
    expect(html).toMatch(/name="to"[^>]* type="date" value="2026-11-21"/);
  });

  it('sees an earlier version in its own place where its correction is not what they ask for', async () => {
    const first = await keep(through('example-charity'));
    const second = await keep({...through('other'), replaces: first});
    expect(entriesOn(await read('/inbox'))).toEqual([`/inbox/${second}`]);
    const html = await read('/inbox?partner=example-charity');
    expect(entriesOn(html)).toEqual([`/inbox/${first}`]);
    expect(html).toContain(`<a href="/inbox/${second}">There is a newer version of this</a>`);
    expect(entriesOn(await read('/inbox?service=1-1000000001'))).toEqual([`/inbox/${second}`]);
  });

  it('and is the service itself can pick only by what it sees', async () => {
    const visitor = memberAt(endpoint);
    await keep({share: ['service']});
    await visitor.post('/inbox/sign-in', {token: await tokenFor(endpoint, {scope: {share: 'service', service: ['1-1000000001']}})});
    const html = await (await visitor.get('/inbox?urgency=none')).text();
    expect(entriesOn(html)).toHaveLength(1);
    expect([...html.slice(0, html.indexOf('<footer')).matchAll(/ name="([a-z]+)"/g)].map(([, name]) => name).filter((name) => !['viewport', 'robots', 'format-detection'].includes(name!))).toEqual(['service', 'place', 'urgency']);
    for (const query of ['partner=example-charity', 'from=2026-11-01', 'to=2026-11-30', 'state=unopened', 'share=regulator', 'language=en']) {
      const response = await visitor.get(`/inbox?${query}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('<a href="#pick">You cannot pick by what you do not see</a>');
    }
  });
});
