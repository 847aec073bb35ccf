import {readFileSync} from 'node:fs';
import type {BrowserContext, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startEndpoint, type ExampleEndpoint} from '../../support/embed/hosts.js';
import {formText, press, visit} from '../../support/embed/host-visit.js';
import {browserNames, openContext} from '../../support/browsers.js';
import {eventually} from '../../support/eventually.js';
import {times} from '../../support/faults/length.js';
import {arrive, fill, says, setUp, submissions, thanks} from '../../support/faults/device.js';
import {between, libraries, lockdown, mocks} from '../../support/faults/replaced-built-ins.js';

const setting = setUp();
/** Knows an area and its ratings. */
let example: ExampleEndpoint;
beforeAll(async () => {
  example = await startEndpoint();
});
afterAll(() => example?.close());

const short = {
  'an old library': Object.values(libraries).join(''),
  'mocks': Object.values(mocks).join(''),
  ...between,
  'every built-in frozen': lockdown,
};
const long = {...short, ...libraries, ...mocks};
const kinds = Object.entries(times({short: 0, long: 1}) ? long : short);

const pasted = () => `<script type="module" src="${setting.demo.endpoint}/elements/v1/care-elements.js"></script>`;
const form = () => `<care-feedback endpoint="${setting.demo.endpoint}" service="1-1000000001" service-name="Example House" question-set="quick"></care-feedback>`;
const others = () => `<care-rating endpoint="${example.origin}" service="1-1000000001"></care-rating><care-place endpoint="${example.origin}" place="exampleshire"></care-place><care-signpost endpoint="${example.origin}"></care-signpost>`;

/** Fills in the form that is there and sends it; what arrived must be what was told, letter for letter, sealed on its way. */
async function send(page: Page, story: string): Promise<void> {
  const sealed: (string | undefined)[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sealed.push(request.headers()['content-type'])));
  const began = Date.now();
  await fill(page, story);
  await press(page, 'Send');
  await says(page, thanks);
  expect(await arrive(setting, [story])).toEqual([1]);
  const [found] = (await submissions(setting)).filter(({answers}) => answers['comment'] === story);
  const {id, receivedAt, startedAt, finishedAt, ...sent} = found!;
  expect(sent).toEqual({
    questionSet: {id: 'quick', version: '1'},
    language: 'en',
    about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]},
    answers: {overall: 'very-good', risk: 'no', comment: story},
    urgency: 'none',
    consent: {notice: expect.stringMatching(/^http.*privacy/) as string, version: expect.any(String) as string},
    source: {element: 'care-feedback', version: expect.any(String) as string, mode: 'inline', site: setting.website.origin},
    hasContact: false,
    state: 'unopened',
  });
  // An hour allows for a cached answer of the endpoint, and for what stands still during the test.
  const [from, to] = [began - 3_600_000, Date.now() + 3_600_000];
  for (const time of [startedAt, finishedAt, receivedAt].map((each) => Date.parse(String(each)))) expect(time > from && time < to).toBe(true);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const time = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
  expect(time > from && time < to).toBe(true);
  expect(new Set(sealed)).toEqual(new Set(['application/jose']));
  ids.push(id);
}
const ids: string[] = [];
const anyText = (where: string) => `Told on a page with ${where}: “é” ਸਤ 👩🏽‍⚕️ \\ "x" </script>\n\tend`;

const shown = (page: Page, tag: string) => eventually(() => page.evaluate((name) => document.querySelector(name)?.shadowRoot?.querySelector('.surface:not(.room *)')?.textContent?.trim(), tag), `${tag} to show something`);

describe.each(times({short: 0, long: 1}) ? browserNames : (['Chromium'] as const))('in %s, on a page with', (name) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openContext(name);
  });
  afterAll(() => browser?.close());

  it.each(kinds)('%s, what somebody tells arrives letter for letter, and every element works', async (kind, script) => {
    const {page, errors} = await visit(browser, setting.website.put({head: `<script>${script}</script>`, body: form() + others() + pasted()}));
    await send(page, anyText(`${kind} in ${name}`));
    // Ratings are only shown, so they are fetched as the page fetches.
    for (const tag of ['care-rating', 'care-place'].filter(() => !script.includes('window.fetch'))) await shown(page, tag);
    await shown(page, 'care-signpost');
    if (!script.includes('window.fetch')) expect(errors).toEqual([]);
    await page.close();
  });

  it('all of it put in place once the form is there, what somebody tells arrives letter for letter', async () => {
    const {page} = await visit(browser, setting.website.put({body: form() + pasted()}));
    await formText(page);
    await page.evaluate([libraries, mocks].flatMap((each) => Object.values(each)).join('') + Object.values(between)[0]!);
    await send(page, anyText(`all of it, later, in ${name}`));
    await page.close();
  });

  it('a policy that allows nothing else, the clean ones are still there, without one breach', async () => {
    const {endpoint} = setting.demo;
    const policy = `default-src 'none'; script-src ${endpoint} 'unsafe-inline'; connect-src ${endpoint}; style-src 'none'; require-trusted-types-for 'script'; trusted-types care-elements`;
    const {page, breaches} = await visit(browser, setting.website.put({policy, head: `<script>${Object.values(mocks).join('')}${Object.values(between)[0]!}</script>`, body: form() + pasted()}));
    await send(page, anyText(`a policy in ${name}`));
    expect(await breaches()).toEqual([]);
    await page.close();
  });

  it('a sandbox around it, in which no frame can be looked into, what somebody tells arrives all the same', async () => {
    const {page} = await visit(browser, setting.website.put({policy: 'sandbox allow-scripts allow-forms', head: `<script>${Object.values(libraries).join('')}${mocks['JSON of its own']!}</script>`, body: form() + pasted()}));
    await send(page, anyText(`a sandbox in ${name}`));
    await page.close();
  });

  const file = new URL('../../../../shared/cases/host-array-from.html', import.meta.url);
  it('the example of an old library, whole as it came', async ({skip}) => {
    let html = '';
    try {
      html = readFileSync(file, 'utf8');
    } catch {
      return skip('The example is not here.');
    }
    const [, script = ''] = /<script>([^]*?)<\/script>/.exec(html) ?? [];
    expect(script).toContain('Array.from');
    const {page, errors} = await visit(browser, setting.website.put({head: `<script>${script}</script>`, body: form() + others() + pasted()}));
    await send(page, anyText(`the example in ${name}`));
    for (const tag of ['care-rating', 'care-place', 'care-signpost']) await shown(page, tag);
    expect(errors).toEqual([]);
    await page.close();
  });
});

it('no two that were told on such pages have an id alike in what chance makes of it', () => {
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length);
});
