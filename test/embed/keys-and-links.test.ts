import type {BrowserContext, ElementHandle, KeyInput, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {isEveryPage} from '../support/end-to-end/every-page.js';
import {browserNames, openContext} from '../support/browsers.js';
import {eventually} from '../support/eventually.js';
import {leftOutWithout, sharedCase} from '../support/shared-case.js';
import {startEndpoint, startWebsite, type ExampleEndpoint, type Website} from '../support/embed/hosts.js';
import {formText, press, visit} from '../support/embed/host-visit.js';

let endpoint: ExampleEndpoint;
let website: Website;

beforeAll(async () => {
  [endpoint, website] = await Promise.all([startEndpoint(), startWebsite()]);
});
afterAll(() => {
  for (const server of [endpoint, website]) server?.close();
});

const cases = {
  carousel: 'host-carousel-keys.html',
  shortcut: 'host-single-key-shortcut.html',
  oneForm: 'host-page-in-one-form.html',
  fill: 'autofill-change-only.js',
};
const input = Object.fromEntries(Object.entries(cases).map(([name, file]) => [name, sharedCase(file)])) as Record<keyof typeof cases, string | undefined>;
const leftOut = (name: keyof typeof cases) => leftOutWithout(cases[name], input[name]);

/** A page as it was found, with our endpoint in the place of theirs. */
const put = (html: string) => website.put({body: html.replaceAll('http://127.0.0.1:6100', endpoint.origin)});
const plain = () => put('<p>Call us: <a id="beside" href="tel:01632960999">01632 960999</a></p><script type="module" src="http://127.0.0.1:6100/elements/v1/care-elements.js"></script><care-feedback endpoint="http://127.0.0.1:6100" service-name="Example House" question-set="quick"></care-feedback>');

const inForm = <Result>(page: Page, read: (root: ShadowRoot) => Result): Promise<Result> =>
  page.evaluate(`(${String(read)})(document.querySelector('care-feedback').shadowRoot)`) as Promise<Result>;

const write = async (page: Page, words: string) => {
  await inForm(page, (root) => root.querySelector('textarea')!.focus());
  await page.keyboard.type(words);
};
const written = (page: Page) => inForm(page, (root) => root.querySelector('textarea')!.value);
const chosen = (page: Page) => inForm(page, (root) => [...root.querySelectorAll<HTMLInputElement>('input:checked')].map(({id}) => id));
const isSent = (page: Page) => eventually(async () => (await formText(page)).includes('K7MQ-4TRD-9X2P-H6WC'), 'a receipt');

// Firefox in `npm run test:all`.
describe.each(isEveryPage ? browserNames : (['Chromium'] as const))('in %s, a form on a page', (browserName) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openContext(browserName);
  });
  afterAll(() => browser?.close());

  async function open(address: string): Promise<Page> {
    const {page} = await visit(browser, address);
    expect(await formText(page)).toContain('How was the care?');
    return page;
  }

  it.skipIf(input.carousel === undefined)(`with a carousel takes its own arrows and spaces${leftOut('carousel')}`, async () => {
    const page = await open(put(input.carousel!));
    await write(page, 'two words');
    expect(await written(page)).toBe('two words');
    await inForm(page, (root) => root.querySelector<HTMLInputElement>('input[type=radio]')!.focus());
    await page.keyboard.press(' ' as KeyInput);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await chosen(page)).toEqual(['q-overall-good']);
    await page.close();
  });

  it.skipIf(input.shortcut === undefined)(`with shortcuts of one key keeps its letters and the focus${leftOut('shortcut')}`, async () => {
    const page = await open(put(input.shortcut!));
    await write(page, 'yes/sss');
    expect([await written(page), await page.evaluate(() => document.activeElement?.localName)]).toEqual(['yes/sss', 'care-feedback']);
    await page.close();
  });

  it.skipIf(input.oneForm === undefined)(`that is one large form is sent by its own Enter, and the page is not${leftOut('oneForm')}`, async () => {
    const address = put(input.oneForm!);
    const page = await open(address);
    await press(page, 'Good');
    await press(page, 'No');
    await write(page, 'First\nsecond');
    await page.keyboard.press('Enter');
    expect(await written(page)).toBe('First\nsecond\n');
    await inForm(page, (root) => root.querySelector<HTMLInputElement>('input[type=radio]:checked')!.focus());
    await page.keyboard.press('Enter');
    await isSent(page);
    expect(page.url()).toBe(address);
    await page.close();
  });

  it.skipIf(input.fill === undefined)(`sends what a tool has filled in and told of with change alone${leftOut('fill')}`, async () => {
    const page = await open(plain());
    await press(page, 'Good');
    await press(page, 'No');
    await page.evaluate(input.fill!);
    await press(page, 'Send');
    await isSent(page);
    expect((JSON.parse(endpoint.posted.at(-1)!) as {answers: unknown}).answers).toEqual({overall: 'good', risk: 'no', comment: 'Filled by a tool'});
    await page.close();
  });

  it('lets people follow a link for help at once, and asks before the page itself is left', async () => {
    const page = await open(plain());
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      // Firefox has been told to answer by itself.
      void dialog.dismiss().catch(() => undefined);
    });
    await write(page, 'Not yet sent');
    for (const scheme of ['tel:', 'mailto:']) {
      const link = await page.evaluateHandle((start) => {
        const root = document.querySelector('care-feedback')!.shadowRoot!;
        for (const details of root.querySelectorAll('details')) details.open = true;
        return root.querySelector<HTMLElement>(`a[href^="${start}"]`)!;
      }, scheme);
      await (link as ElementHandle<HTMLElement>).click();
    }
    await page.click('#beside');
    expect(questions).toEqual([]);
    await page.evaluate(() => setTimeout(() => location.assign('/elsewhere')));
    await eventually(() => questions.length > 0, 'a question');
    expect(questions).toEqual(['beforeunload']);
    await page.close();
  });
});
