import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Page} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {situationValues} from '../../src/contract/situation-values.js';
import type {Situation} from '../../src/contract/situation.js';
import {words} from '../../src/locale/words.js';
import {builtInSet} from '../../src/domain/questionnaire/sets/built-in-sets.js';
import {builtInSignposts} from '../../src/domain/signposting/built-in-directory.js';
import {unconfirmed} from '../../src/domain/signposting/unconfirmed.js';
import {follow, type Person} from '../support/plain-form/page-person.js';
import {wordsOf} from '../support/plain-form/page-reader.js';
import {openPage} from '../support/open-page.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const visit = visitDemo();

const ways = builtInSignposts(words('en')).bodies.flatMap((body) => body.ways);
/** What nobody may see until a person has confirmed it. */
const hidden = ways.filter(({kind, known, checked}) => kind !== 'web' && !known && checked === null).map(({value}) => value);
const shown = new Set(ways.filter(({known, checked}) => known || checked !== null).map(({value}) => digitsOf(value)));
// Kept free for examples: nobody can be rung there.
const forExamples = /^(18001)?01632960\d{3}$/;

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The number however it is spaced, and not as a part of a longer one. */
function asWritten(value: string): RegExp {
  const digits = digitsOf(value);
  return digits.length > 4 ? new RegExp(`(?<!\\d)${[...digits].join('[\\s().,_\\u00a0\\u2009\\u202f–-]*')}(?!\\d)`) : new RegExp(value.replace(/[^\w@]/g, '\\$&'), 'i');
}

const patterns = hidden.map((value) => ({value, pattern: asWritten(value)}));

/** What somebody could ring, text or write to here and should not. */
function faultsIn(html: string): string[] {
  const readable = [html, wordsOf(html), html.replace(/<[^>]*>/g, '')];
  const unconfirmedHere = patterns.filter(({pattern}) => readable.some((text) => pattern.test(text))).map(({value}) => value);
  const links = [...html.matchAll(/(?:tel|sms):([+\d]+)/g)].map(([, number]) => number!);
  // Between tags alone: a number that is shown and one that is only heard are two.
  const written = [...html.replace(/<[^>]*>/g, ' | ').matchAll(/(?<![\w.,:/-])(?:\+44|0)\d?(?:[\s().-]?\d){7,}/g)].map(([number]) => number);
  const unknown = [...links, ...written].map(digitsOf).filter((number) => !shown.has(number) && !forExamples.test(number));
  return [...unconfirmedHere, ...unknown];
}

/** Faults by the page on which they stand. */
type Found = Record<string, string[]>;
function look(found: Found, page: string, html: string): void {
  const faults = faultsIn(html);
  if (faults.length > 0) found[page] = faults;
}

async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
}

describe('what nobody has confirmed', () => {
  it('would be found if it were shown, however it is written', () => {
    expect(hidden).toHaveLength(Object.values(unconfirmed).flatMap(({ways: open = []}) => open).length);
    expect(hidden.length).toBeGreaterThan(20);
    for (const value of hidden) {
      const spread = [...digitsOf(value)].join(' ');
      for (const html of [`<p>${value}</p>`, `<p>Phone: ${spread}.</p>`, `<a href="tel:${digitsOf(value)}">x</a>`, `"${digitsOf(value)}"`, `<b>${value.slice(0, 3)}</b>${value.slice(3)}`]) expect([html, faultsIn(html)]).not.toEqual([html, []]);
    }
    expect(faultsIn('<p>Ring 020 7946 0000 or 0044 20 7946 0001.</p><a href="tel:+442079460002">x</a>')).toHaveLength(3);
    expect(faultsIn('<p>Call 999, 0808 2000 247 or 03000 616161, or 01632 960123 on 25 11 2026.</p><a href="tel:116123">x</a>')).toEqual([]);
  });

  it('stands on no page of the plain form, whatever is answered, nor on a receipt', async () => {
    const found: Found = {};
    const uses = new Map<string, number>();
    const everyWay = [...(await servicesOfTheDemo()).map((id) => `?service=${id}`), '', '', '?place=Exampleshire', '?question-set=quick&service=1-1000000001', '?question-set=quick'];
    for (let round = 0; round < 4; round += 1) for (const query of everyWay) await walk(`/feedback${query}`, uses, found);

    expect(found).toEqual({});
    const made = new Set([...uses.keys()]);
    expect(choicesOf('give-feedback').filter((choice) => !made.has(choice))).toEqual([]);
    expect(choicesOf('quick').filter((choice) => !made.has(choice))).toEqual([]);
  });

  it('stands not in the list of who can help of any nation, nor on the page at the root', async () => {
    const found: Found = {};
    const {endpoint} = visit.demo;
    for (const path of ['/', ...situationValues.nation.map((nation) => `/who-can-help?nation=${nation}`), '/feedback.css']) look(found, path, await read(`${endpoint}${path}`));
    expect(found).toEqual({});
  });

  it('is in no file that browsers load', async () => {
    const found: Found = {};
    const folder = join(root, 'dist', 'elements');
    const files = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8');
      const here = patterns.filter(({pattern}) => pattern.test(text)).map(({value}) => value);
      const written = [...text.matchAll(/(?<![\w.])0\d{2,4} \d{3,4}(?: ?\d{2,4})*(?!\d)/g)].map(([number]) => digitsOf(number)).filter((number) => !shown.has(number) && !forExamples.test(number));
      if (here.length + written.length > 0) found[file.name] = [...here, ...written];
    }
    expect(found).toEqual({});
  });

  it('stands on no page of the example websites', async () => {
    const found: Found = {};
    const {charity, surgery, healthwatch} = visit.demo;
    for (const [name, address] of [['charity', charity], ['gp', surgery], ['healthwatch', healthwatch]] as const) {
      const pages = (await readdir(join(root, 'demo', name))).filter((file) => file.endsWith('.html') && file !== '404.html');
      for (const page of pages) look(found, `${name}/${page}`, await read(`${address}/${page}`));
    }
    expect(found).toEqual({});
  });

  it('is not shown by the panel, which the endpoint tells of it, whatever the situation, on screen or on paper', async () => {
    const page = await openPanel();
    const drawn = await everySituation(page);
    expect(drawn.length).toBeGreaterThan(100);
    const found: Found = {};
    drawn.forEach((html, place) => look(found, `situation ${place}`, html));
    await page.emulateMediaType('print');
    look(found, 'on paper', await page.$eval('care-signpost', (element) => (element.shadowRoot?.querySelector('.surface') as HTMLElement).innerText));
    expect(found).toEqual({});
    await page.close();
  });
});

async function servicesOfTheDemo(): Promise<string[]> {
  const {services} = JSON.parse(await read(`${visit.demo.endpoint}/v1/services?q=example&limit=50`)) as {services: {id: string}[]};
  expect(services.length).toBeGreaterThan(10);
  return services.map(({id}) => id);
}

/** From a link to its receipt; wherever there is a choice, the one that was made least often so far. */
async function walk(link: string, uses: Map<string, number>, found: Found): Promise<void> {
  const endpoint = {ask: (path: string, init?: RequestInit) => fetch(new URL(path, visit.demo.endpoint), init)};
  let person = await follow(endpoint, link);
  for (let pages = 0; pages < 60; pages += 1) {
    expect([link, person.page.heading, person.response.status]).toEqual([link, person.page.heading, 200]);
    look(found, `${link} ${person.page.heading}`, person.page.html);
    if (person.page.heading.startsWith('Thank you')) return;
    person = await person.press(answer(person, uses));
  }
  throw new Error(`${link} has no end; it stands at “${person.page.heading}”: ${person.page.errors.join()}`);
}

/** Answers what a page asks, and gives the button to press. */
function answer(person: Person, uses: Map<string, number>): string {
  const {controls, heading} = person.page;
  if (controls.some(({label}) => label === 'Send')) return 'Send';
  if (controls.some(({name}) => name === 'service-kind')) return nameService(person, uses);
  const choices = controls.filter(({type, name}) => (type === 'radio' || type === 'checkbox') && !name.startsWith('contact-'));
  const useOf = ({name, value}: {name: string; value: string}) => uses.get(`${name}=${value}`) ?? 0;
  for (const group of new Set(choices.map(({name}) => name))) {
    const least = choices.filter(({name}) => name === group).sort((one, other) => useOf(one) - useOf(other))[0]!;
    uses.set(`${least.name}=${least.value}`, useOf(least) + 1);
    person.choose(least.label, group);
  }
  if (controls.some(({label}) => label === 'Email')) person.write('Email', 'me@a.example');
  if (/^What happened\?/.test(heading)) person.write(/^What happened\?/, 'An example.');
  return 'Continue';
}

const search = 'Name, town or postcode of the service';

function nameService(person: Person, uses: Map<string, number>): string {
  const {controls} = person.page;
  const soFar = controls.filter(({label}) => label.startsWith('Remove ')).length;
  const picks = controls.filter(({name}) => name === 'service-pick');
  if (controls.some(({name, value, checked}) => name === 'service-kind' && value === 'pathway' && checked)) {
    if (soFar >= 2) return 'Continue';
    if (picks.length === 0) {
      person.write(search, 'example');
      return 'Search';
    }
    person.choose(picks[soFar]!.label);
    return 'Add another service';
  }
  const kind = (uses.get('pathway') ?? 0) <= (uses.get('service') ?? 0) ? 'pathway' : 'service';
  uses.set(kind, (uses.get(kind) ?? 0) + 1);
  if (kind === 'pathway') person.choose('More than one service').write(search, 'example');
  else person.choose('One service').write(search, 'qqqq xxxx');
  return 'Search';
}

/** Each answer that can be chosen in a set, as a field and its value. */
function choicesOf(set: string): string[] {
  const questions = builtInSet(set)!.pages.flatMap((page) => page.questions).filter(({kind}) => kind !== 'service' && kind !== 'share');
  return questions.flatMap(({id, choices = []}) => choices.map(({value}) => `${id}=${value}`));
}

async function openPanel(): Promise<Page> {
  const page = await openPage(visit.browser);
  const [answered] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/v1/signposts')),
    page.goto(`${visit.demo.healthwatch}/advice.html`, {waitUntil: 'networkidle0'}),
  ]);
  // What it must not show has reached it.
  expect(faultsIn(await answered.text())).not.toEqual([]);
  return page;
}

/** What the panel draws for each situation that one or two answers make, in every nation. */
async function everySituation(page: Page): Promise<string[]> {
  const {nation: nations, wants, service, ...others} = situationValues;
  const single = Object.entries(others).flatMap(([key, values]) => values.map((value): Situation => ({[key]: value})));
  const pairs = wants.flatMap((want) => service.map((kind): Situation => ({wants: want, service: kind})));
  const more = wants.flatMap((want) => single.map((one): Situation => ({wants: want, ...one})));
  const situations = nations.flatMap((nation) => [{}, ...single, ...pairs, ...more].map((situation) => ({...situation, nation})));
  return page.evaluate(async (all) => {
    const panel = document.querySelector('care-signpost')! as HTMLElement & {situation: unknown; updateComplete: Promise<unknown>};
    const seen = new Set<string>();
    for (const situation of all) {
      panel.situation = situation;
      await panel.updateComplete;
      seen.add(panel.shadowRoot!.innerHTML);
    }
    return [...seen];
  }, situations);
}
