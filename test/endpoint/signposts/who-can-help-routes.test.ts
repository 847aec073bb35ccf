import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Body, LocalSignposts} from '../../../src/contract/signposts.js';
import {situationValues} from '../../../src/contract/situation-values.js';
import {openSignposts} from '../../../src/endpoint/signposts/open-signposts.js';
import {addTranslation} from '../../../src/locale/translated.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {headingFaults, pointedLists, readPage, wordsOf, type ReadPage} from '../../support/plain-form/page-reader.js';

const {bodies} = builtInSignposts(words('en'));
const nations = situationValues.nation;
const advocacy: Body = {id: 'example-advocacy', name: 'Example Advocacy', does: 'It helps.', ways: [{kind: 'phone', value: '01632 960000', checked: '2026-11-20', source: 'rang it'}], checked: '2026-11-20'};

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(() => endpoint.close());

const ask = (query = '', init?: RequestInit) => endpoint.ask(`/who-can-help${query}`, init);
async function read(query = ''): Promise<ReadPage> {
  const response = await ask(query);
  expect(response.status).toBe(200);
  return readPage(await response.text());
}
/** The page of an endpoint whose owner wrote this beside the built-in directory. */
function readWith(local: LocalSignposts, query = ''): Promise<ReadPage> {
  endpoint.dependencies.signposts = openSignposts({of: words}, local);
  return read(query);
}
const under = ({html}: ReadPage, heading: string) => pointedLists(html).find(({title}) => title === heading)?.names;
const namesOn = ({html}: ReadPage) => pointedLists(html).flatMap(({names}) => names);
/** What is said of a body where it stands first. */
const entry = ({html}: ReadPage, name: string) => wordsOf(html.split('<h3>').find((part) => part.startsWith(`${name}</h3>`)) ?? '');

describe('the page of who can help', () => {
  it.each(nations)('lists everybody there is in %s, whoever helps in danger first', async (nation) => {
    const page = await read(`?nation=${nation}`);
    const here = bodies.filter((body) => body.nation === undefined || body.nation === nation).map(({name}) => name);
    expect([...new Set(namesOn(page))].sort()).toEqual([...here].sort());
    expect(namesOn(page)[0]).toBe('Emergency services');
  });

  it.each(nations)('says in %s what it is, in headings in order and with links for the others', async (nation) => {
    const page = await read(`?nation=${nation}`);
    expect(page.title).toBe(page.heading);
    expect(page.heading).toMatch(/^Who can help in (England|Wales|Scotland|Northern Ireland)$/);
    expect(headingFaults(page.html)).toEqual([]);
    const links = [...page.html.matchAll(/<a href="\/who-can-help\?nation=([a-z-]+)"( aria-current="page")?>/g)].map(([, to, current]) => [to, Boolean(current)]);
    expect(links).toEqual(nations.map((each) => [each, each === nation]));
  });

  it.each(nations)('leads in %s from its top to 999 and to each part of the list', async (nation) => {
    const page = await read(`?nation=${nation}`);
    const parts = [...page.html.matchAll(/<h2 id="([^"]*)">([^<]*)<\/h2>/g)].map(([, id, heading]) => `<a href="#${id}">${heading}</a>`);
    expect(parts).toHaveLength(pointedLists(page.html).length);
    expect(parts.every((link) => page.html.includes(`<li>${link}</li>`))).toBe(true);
    const first = page.html.indexOf('If someone is in danger now, call <a href="tel:999">999</a>.');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(page.html.indexOf(parts[0]!));
  });

  it('is England’s where no nation is named', async () => {
    expect((await read()).html).toBe((await read('?nation=england')).html);
  });

  it('lists in danger only those who help in it', async () => {
    for (const nation of nations) {
      const page = await read(`?nation=${nation}`);
      for (const heading of ['If someone is in danger', 'If a child may be at risk']) {
        for (const other of ['Care Quality Commission (CQC)', 'Local Healthwatch', 'The service itself', 'Llais', 'Care Inspectorate', 'Patient and Client Council']) expect(under(page, heading)).not.toContain(other);
      }
    }
  });

  it('lists the whole way of each complaint, whatever stands above', async () => {
    const page = await read();
    expect(under(page, 'To complain about NHS care')?.slice(0, 5)).toEqual(['The service itself', 'Patient Advice and Liaison Service (PALS)', 'Integrated care board (ICB)', 'NHS complaints advocacy', 'Parliamentary and Health Service Ombudsman']);
    expect(under(page, 'To complain about social care')?.slice(0, 3)).toEqual(['The service itself', 'Independent advocacy', 'Local Government and Social Care Ombudsman']);
    expect(under(page, 'For health care in prison, and specialised services')?.slice(0, 4)).toEqual(['The service itself', 'NHS England', 'NHS complaints advocacy', 'Parliamentary and Health Service Ombudsman']);
    expect(under(await read('?nation=wales'), 'To complain about social care')).toEqual(['The service itself', 'Llais', 'Public Services Ombudsman for Wales', 'Care Inspectorate Wales']);
  });

  it('says the day on which somebody last checked each, so that paper says it too', async () => {
    const page = await read();
    expect(entry(page, 'NHS England')).toContain('Checked 22 November 2026');
    // Of what nobody has checked it claims nothing.
    expect(entry(page, 'General Dental Council')).not.toContain('Checked');
    expect(page.html.match(/<nav [^>]*>/g)).toEqual(['<nav class="screen-only" aria-label="In which nation?">', '<nav class="screen-only" aria-label="On this page">']);
  });

  it('has links of four kinds only, to which the browser tells nothing', async () => {
    for (const nation of nations) {
      const {html} = await read(`?nation=${nation}`);
      const links = pointedLists(html).flatMap((list) => [...list.html.matchAll(/<a ([^>]*)>/g)].map(([, written]) => written!));
      expect(links.length).toBeGreaterThan(4);
      for (const link of links) expect(link).toMatch(/^href="(https:\/\/[^"]+|tel:\+?\d+|sms:\+?\d+|mailto:[^"@]+@[^"@]+)" rel="noopener noreferrer"(?: class="number" dir="auto"| dir="ltr")$/);
    }
  });
});

describe('an address that somebody typed wrong', () => {
  it.each(['?nation=france', '?nation=England', '?nation=', '?nation=__proto__', '?nation=%3Cscript%3E', `?nation=${'x'.repeat(5000)}`, '?nation=%E0%A4%A', '?nation=france&nation=wales', '?lang=', '?lang=no%20language', '?lang=%3Cscript%3E', '?lang=__proto__', `?lang=en${'-abcdefgh'.repeat(500)}`, '?lang=en&lang=x', '?colour=red'])('still leads to England’s list in English: %s', async (query) => {
    expect((await read(query)).html).toBe((await read()).html);
    expect(endpoint.logged).toEqual([]);
  });

  it('gives English where there are no words in that language, and says so to the reader’s browser', async () => {
    for (const language of ['ar', 'zh-Hant-TW', 'pl']) expect((await read(`?lang=${language}`)).html).toContain('<html lang="en" dir="ltr">');
  });
});

it('speaks the language asked for, from nation to nation', async () => {
  addTranslation('cy', {});
  const {html} = await read('?nation=wales&lang=cy-GB');
  expect(html).toContain('<html lang="cy" dir="ltr">');
  expect(html).toContain('<a href="/who-can-help?nation=england&amp;lang=cy">');
});

describe('the page of an endpoint whose owner has a file', () => {
  it('shows what the owner confirmed, replaced and added', async () => {
    expect(entry(await read(), 'Protect')).not.toContain('Phone');
    const page = await readWith({
      confirm: [{body: 'protect', kind: 'phone', value: '01632 960001', checked: '2026-11-20', source: 'rang it'}],
      bodies: [{...advocacy, id: 'independent-advocacy'}, {...advocacy, id: 'example', name: 'Example Helpers'}],
      routes: [{id: 'example', when: {wants: ['complain']}, steps: [{body: 'example', reason: 'Here.'}]}],
    });
    expect(entry(page, 'Protect')).toContain('Phone: 01632 960001');
    expect(entry(page, 'Protect')).toContain('Checked 20 November 2026');
    expect(under(page, 'To complain about social care')).toEqual(expect.arrayContaining(['Example Advocacy', 'Example Helpers']));
    expect(namesOn(page)).not.toContain('Independent advocacy');
    expect(namesOn(page)[0]).toBe('Emergency services');
  });

  it('keeps a body of one area for those who are there, and shows everybody the general one', async () => {
    const page = await readWith({bodies: [{...advocacy, id: 'council-safeguarding', name: 'Exampleshire safeguarding', area: ['Exampleshire']}]});
    expect(namesOn(page)).toContain('Your council’s adult safeguarding team');
    expect(namesOn(page)).not.toContain('Exampleshire safeguarding');
  });

  it('names a body with its last day while it is there, and whoever has taken over once it has ended', async () => {
    const heard = (until: string) => readWith({bodies: [{...advocacy, id: 'local-healthwatch', name: 'Example Healthwatch', until, successor: 'new-body'}, {...advocacy, id: 'new-body', name: 'Example Successor'}]});
    const before = await heard('2026-11-22');
    expect(entry(before, 'Example Healthwatch')).toContain('It is there until 22 November 2026.');
    const after = await heard('2026-11-21');
    expect(namesOn(after)).not.toContain('Example Healthwatch');
    expect(namesOn(after)).toContain('Example Successor');
  });

  it('leaves out a body that has ended and that nobody has taken over from', async () => {
    const page = await readWith({bodies: [{...advocacy, id: 'care-opinion', name: 'Closed', until: '2026-11-21'}]});
    expect(namesOn(page)).not.toContain('Closed');
  });

  it('escapes every word of it', async () => {
    const page = await readWith({bodies: [{...advocacy, id: 'care-opinion', name: '<b>A & "B"</b>', does: '<script>alert(1)</script>', ways: [{kind: 'post', value: '<img src=x>', checked: '2026-11-20'}]}]});
    expect(page.html).toContain('<h3>&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;</h3>');
    expect(page.html).not.toMatch(/<script|<img|<b>A/);
  });
});

describe('how it is served', () => {
  it('may be kept for five minutes by anybody on the way, and is guarded like every page', async () => {
    const response = await ask();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': (await endpoint.ask('/')).headers.get('Content-Security-Policy'),
    });
    expect(response.headers.has('Set-Cookie')).toBe(false);
    expect(await response.text()).not.toMatch(/<script|style=|\son[a-z]+=/);
  });

  it('is there for HEAD, and for reading only', async () => {
    const [head, get] = [await ask('?nation=wales', {method: 'HEAD'}), await ask('?nation=wales')];
    expect([head.status, await head.text(), [...head.headers]]).toEqual([200, '', [...get.headers]]);
    const post = await ask('', {method: 'POST', body: 'nation=wales'});
    expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});
