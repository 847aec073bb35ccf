import {beforeEach, describe, expect, it} from 'vitest';
import {StoreUnavailable} from '../../../../src/endpoint/store/store.js';
import {openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {readPage} from '../../../support/plain-form/page-reader.js';
import {arrives, entriesOn, signedIn, wordsOn, type Member} from '../../../support/endpoint/team.js';

let endpoint: TestEndpoint;
let member: Member;

beforeEach(async () => {
  endpoint = await openEndpoint();
  member = await signedIn(endpoint);
  return () => endpoint.close();
});

const read = async (path: string) => (await member.get(path)).text();
const words = (html: string) => readPage(html).words;

const keep = (changes?: Record<string, unknown>, answers?: Record<string, unknown>) => arrives(endpoint, changes, answers);

describe('the list', () => {
  it('says that nothing has arrived yet', async () => {
    expect(words(await read('/inbox'))).toContain('Nothing has arrived yet.');
  });

  it('shows the urgent first, then the newest, and says how urgent in words', async () => {
    const calm = await keep();
    const concern = await keep({}, {risk: 'unsure'});
    const urgent = await keep({}, {risk: 'yes'});
    const newest = await keep();
    const html = await read('/inbox');
    expect(entriesOn(html)).toEqual([urgent, concern, newest, calm].map((id) => `/inbox/${id}`));
    expect(words(html)).toMatch(/On this page: 4\. Urgent: 1\. To look at soon: 1\..*▲ Urgent: someone may be in danger.*◆ Look at this soon.*○ Not urgent/);
    expect(entriesOn(await read('/inbox?order=arrived'))).toEqual([calm, concern, urgent, newest].map((id) => `/inbox/${id}`));
  });

  it('tells what helps to choose: which service, when, what it was like, whose care, through whom', async () => {
    await keep({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'example-charity'}});
    const said = words(await read('/inbox'));
    for (const fact of ['Example House', 'Received 22 November 2026 at 12:00', 'Experience Some good, some poor', 'Whose care Someone I care for', 'Language of the form English', 'Came through example-charity', 'They were kind.']) {
      expect(said).toContain(fact);
    }
  });

  it('goes on page by page, each submission once', async () => {
    const ids = [];
    for (let each = 0; each < 60; each += 1) ids.push(await keep());
    for (const order of ['', 'order=arrived']) {
      const seen: string[] = [];
      let next: string | undefined = `/inbox?${order}`;
      for (let pages = 0; next !== undefined && pages < 5; pages += 1) {
        const html: string = await read(next);
        seen.push(...entriesOn(html));
        next = /<a href="([^"]*after=[^"]*)">Next page/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      const expected = ids.map((id) => `/inbox/${id}`);
      expect(seen).toEqual(order ? expected : expected.reverse());
      expected.reverse();
    }
  });

  it('starts at the beginning for a cursor that is none', async () => {
    await keep();
    for (const after of ['x', '9.1', '-1.0', '%00']) expect(entriesOn(await read(`/inbox?after=${after}`))).toHaveLength(1);
  });

  it('shows the beginning of a long story, with the whole of it to open', async () => {
    const story = 'ਸਟਾਫ਼ ਦਿਆਲੂ ਸੀ। الطعام بارد. 👵🏾💊\n'.repeat(30);
    await keep({}, {story});
    const [beginning, whole] = wordsOn(await read('/inbox'));
    expect(whole).toBe(story);
    expect(story.startsWith(beginning!)).toBe(true);
    expect([...beginning!].length).toBeLessThanOrEqual(300);
  });

  it('stays of a bearable size whatever people write', async () => {
    for (let each = 0; each < 25; each += 1) await keep({}, {story: '👵🏾'.repeat(10_000)});
    const html = await read('/inbox');
    expect(entriesOn(html)).toHaveLength(25);
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
    expect(html).toContain('Read all of it on its own page');
  });

  it('shows the newest version, with the older ones under it', async () => {
    const first = await keep({}, {story: 'First words.'});
    const second = await keep({replaces: first}, {story: 'Second words.'});
    const third = await keep({replaces: second}, {story: 'Third words.'});
    const html = await read('/inbox');
    expect(entriesOn(html)).toEqual([`/inbox/${third}`]);
    expect(words(html)).toContain('Earlier versions of the same feedback');
    expect([...html.matchAll(/<li><a href="\/inbox\/([^"]*)">/g)].map(([, id]) => id)).toEqual([second, first]);
    expect(await read(`/inbox/${first}`)).toContain(`<a href="/inbox/${third}">There is a newer version of this</a>`);
  });

  it('keeps what was urgent in its place, though a correction took the urgency back', async () => {
    const urgent = await keep({}, {risk: 'yes'});
    const calmer = await keep({replaces: urgent}, {risk: 'no'});
    expect(entriesOn(await read('/inbox'))).toEqual([`/inbox/${urgent}`, `/inbox/${calmer}`]);
  });
});

describe('one submission', () => {
  it('shows every answer in words', async () => {
    const id = await keep({share: ['local'], helper: {kind: 'interpreter', agreed: true}, extensions: {'https://a.example/x': 'Added'}}, {topics: ['safe', 'kindness'], 'also-staff': 'no'});
    const said = words(await read(`/inbox/${id}`));
    for (const each of [
      'About Example House', 'Whose care is it? Someone I care for', 'When did it happen? October 2026', 'What happened? They were kind.',
      'What is it about? Feeling and being safe Kindness and respect', 'Has the person died? Not answered', 'Have you told the service? No', 'Way it came The form on a website (care-feedback 0.1.0)',
      'Helped by interpreter, with the person’s agreement', 'https://a.example/x Added',
    ]) expect(said).toContain(each);
  });

  it('lists no question as unanswered that may not have been asked, and every answer that was given', async () => {
    const question = 'Was the person detained under the Mental Health Act?';
    const without = await keep();
    const given = await keep({about: {kind: 'service', services: [{id: '1-1000000001', name: 'Somewhere'}]}}, {detained: 'no'});
    expect(words(await read(`/inbox/${without}`))).not.toContain(question);
    expect(words(await read(`/inbox/${given}`))).toContain(`${question} No`);
  });

  it('shows a story of 20,000 characters in Panjabi, Arabic and emoji letter for letter, with its white space', async () => {
    const verse = '  ਮੇਰੀ ਮਾਂ\t ਦੀ\n\n\u00A0كانت الرعاية\r\n👩🏽‍⚕️ e\u0301 é \u200f(٣)\u202E <b>&amp;</b> \u2066x\u2069 ';
    const story = [...verse.repeat(400)].slice(0, 20_000).join('');
    const id = await keep({language: 'ar'}, {story});
    const html = await read(`/inbox/${id}`);
    expect(wordsOn(html)).toContain(story);
    expect(html).toContain('<div class="words" dir="auto" lang="ar">');
    expect(html).not.toContain('<b>');
    expect(html).toContain('data-character="U+202E"');
    expect(words(html)).toContain('Marks such as ‹U+202E› show hidden characters');
  });

  it('shows answers to a set that is no longer known by their ids', async () => {
    const id = await keep();
    endpoint.dependencies.questionSets.find = () => Promise.resolve(undefined);
    const said = words(await read(`/inbox/${id}`));
    expect(said).toContain('Answers to questions that we do not know');
    expect(said).toContain('story They were kind.');
    expect(words(await read('/inbox'))).toContain('They were kind.');
  });

  it('that is not there is a page that says so', async () => {
    for (const id of ['0197b2c4-7a1e-7cc2-9d0b-ffffffffffff', 'nothing', '%3Cscript%3E']) {
      const response = await member.get(`/inbox/${id}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('There is nothing here');
    }
  });

  it('turns nothing that somebody wrote into markup, wherever it stands', async () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202E';
    const id = await keep({
      about: {kind: 'service', services: [{name: attack, town: attack}]},
      contact: {name: attack, email: 'a@a.example'},
      helper: {kind: 'interpreter', agreed: false},
      source: {element: attack, version: attack, mode: 'plain', partner: attack, campaign: attack},
      extensions: {'https://a.example/"><script>': attack},
    }, {story: attack, where: attack, change: attack});
    const pages = [await read('/inbox'), await read(`/inbox/${id}`), await (await member.post(`/inbox/${id}/contact`)).text()];
    for (const html of pages) {
      expect(html).not.toMatch(/<script|<img/);
      expect(readPage(html).title).toMatch(/^(Received: .* – )?Inbox – Example Healthwatch$/);
    }
    // Whoever has several tabs open tells them apart.
    expect(new Set(pages.slice(0, 2).map((html) => readPage(html).title)).size).toBe(2);
  });
});

describe('contact details', () => {
  it('stand on no page until somebody asks for them, and each opening is recorded with who and when', async () => {
    const id = await keep({contact: {name: 'Somebody Example', email: 'secret@a.example', by: 'email', formats: ['braille']}});
    for (const path of ['/inbox', `/inbox/${id}`]) {
      const html = await read(path);
      expect(html).not.toMatch(/secret@a\.example|Somebody Example/);
      expect(html).toContain('Contact details were given.');
    }
    const opened: unknown[] = [];
    const {store} = endpoint.dependencies;
    const {openContact} = store;
    store.openContact = (of, opening) => {
      opened.push([of, opening]);
      return openContact(of, opening);
    };
    const response = await member.post(`/inbox/${id}/contact`);
    const said = words(await response.text());
    expect(said).toContain('Contact details Full name Somebody Example Email secret@a.example Which should we use? Email Do you need us to write or speak in a certain way? Braille');
    expect(said).toContain('Opened now and recorded: 22 November 2026 at 12:00');
    expect(opened).toEqual([[id, {label: 'inbox', openedAt: '2026-11-22T12:00:00.000Z'}]]);
  });

  it('of somebody who gave none cannot be opened', async () => {
    const id = await keep();
    expect(words(await read(`/inbox/${id}`))).toContain('No contact details were given.');
    expect((await member.post(`/inbox/${id}/contact`)).status).toBe(404);
  });
});

describe('a store that does not answer', () => {
  it('is told in plain words, and the operator hears of it', async () => {
    endpoint.dependencies.store.inbox = () => Promise.reject(new StoreUnavailable('the disk is gone'));
    const response = await member.get('/inbox');
    expect(response.status).toBe(503);
    expect(words(await response.text())).toContain('The inbox cannot be read just now Try again in a few minutes. Nothing is lost.');
    expect(endpoint.logged.join()).toContain('the disk is gone');
  });

  it('does not let somebody who sent something believe that it was saved', async () => {
    const id = await keep();
    endpoint.dependencies.store.submission = () => Promise.reject(new StoreUnavailable('the disk is gone'));
    const response = await member.post(`/inbox/${id}/handling`, {state: 'closed', steps: '0', note: 'WORDS'.repeat(1000)});
    expect(response.status).toBe(503);
    const said = words(await response.text());
    expect(said).toContain('Nothing was saved. Go back: your browser may still have what you wrote. Try again in a few minutes.');
    expect(said).not.toContain('Nothing is lost.');
  });
});
