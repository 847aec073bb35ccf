import type {Browser, ElementHandle, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {launchFirefox} from '../support/browsers.js';
import {eventually} from '../support/eventually.js';
import {openPage} from '../support/open-page.js';
import {noOrca, openOrca, type Orca} from '../support/orca.js';
import {sharedDemo} from '../support/end-to-end/demo.js';
import {press, walkToTheEnd, type Person} from '../support/end-to-end/walk-demo.js';

describe.skipIf(noOrca)(`somebody who hears the charity’s form by Orca in Firefox${noOrca ? ` (${noOrca})` : ''}`, () => {
  let orca: Orca;
  let browser: Browser;
  let page: Page;
  let person: Person<ElementHandle<Element>>;
  beforeAll(async () => {
    const [demo, opened] = await Promise.all([sharedDemo(), openOrca()]);
    orca = opened;
    browser = await launchFirefox({}, {shownIn: orca.environment});
    page = await openPage(browser);
    await page.goto(demo.charity, {waitUntil: 'load'});
    await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('h2'));
    person = listening(personAt(page), orca);
  });
  afterAll(async () => {
    await browser?.close();
    await orca?.close();
  });

  /** All that is said from `does` on until there is silence. */
  async function heard(does: () => Promise<unknown>): Promise<string> {
    await orca.silence();
    const before = orca.said().length;
    await does();
    await orca.silence();
    return orca.said().slice(before).join(' | ');
  }

  it('hears the first question and its first choice', async () => {
    while (!(await firstChoice(page))) await onward(page, person);
    const {question, label, radio} = (await firstChoice(page))!;
    const said = await heard(() => radio.focus());
    for (const words of [question, label, 'radio button']) expect(said).toContain(words);
  });

  it('hears that there is a problem, and what to mend', async () => {
    const wanted = () => page.evaluate(() => document.querySelector('care-feedback')!.shadowRoot!.querySelector('.error-summary a')?.textContent?.trim());
    const said = await heard(async () => {
      for (let pages = 0; pages < 10 && !(await wanted()); pages += 1) await onward(page, person);
    });
    for (const words of ['There is a problem', await wanted()]) expect(said).toContain(words);
  });

  it('hears that it has arrived', async () => {
    const said = await heard(async () => {
      await walkToTheEnd(person, {chooses: ['My own', 'Good', 'No'], story: 'Told by ear.'});
      await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('h2')?.textContent?.includes('Thank you'));
    });
    expect(said).toContain('Thank you. We have got what you sent.');
  });
});

/** Presses Continue and waits until the form shows something else. */
async function onward(page: Page, person: Person<ElementHandle<Element>>): Promise<void> {
  const text = () => page.evaluate(() => document.querySelector('care-feedback')!.shadowRoot!.querySelector('.surface')!.textContent);
  const before = await text();
  await press(person, 'Continue');
  await eventually(async () => (await text()) !== before);
}

/** The first choice that the page asks for, where it asks for one. */
async function firstChoice(page: Page): Promise<{question: string; label: string; radio: ElementHandle<Element>} | undefined> {
  const radio = (await page.evaluateHandle(() => document.querySelector('care-feedback')!.shadowRoot!.querySelector('input[type=radio]'))).asElement();
  if (!radio) return undefined;
  const words = await radio.evaluate((each) => {
    const {labels} = each as HTMLInputElement;
    return {question: (each as Element).closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '', label: labels?.[0]?.textContent?.trim() ?? ''};
  });
  return {...words, radio: radio as ElementHandle<Element>};
}

function personAt(page: Page): Person<ElementHandle<Element>> {
  return {
    evaluate: (run, ...given) => page.evaluate(run as () => unknown, ...(given as unknown as never[])) as never,
    find: async (run, ...given) => ((await page.evaluateHandle(run as () => unknown, ...(given as unknown as never[]))).asElement() as ElementHandle<Element> | null) ?? undefined,
    click: (part) => part.click(),
    async type(part, text) {
      await part.focus();
      await page.keyboard.type(text);
    },
  };
}

/** Somebody who goes on once they have heard what there is to hear. */
function listening<Part>(person: Person<Part>, orca: Orca): Person<Part> {
  return {
    ...person,
    async click(part) {
      await person.click(part);
      await orca.silence();
    },
  };
}
