import type {BrowserContext, Page} from 'puppeteer-core';
import {eventually} from '../eventually.js';
import {openPage} from '../open-page.js';

/** A page as a visitor and its developer see it. */
export interface Visit {
  page: Page;
  /** Errors in the console and scripts that threw. */
  errors: string[];
  /** Breaches of the page's policy so far, as the page is told of them. */
  breaches(): Promise<string[]>;
}

export async function visit(browser: BrowserContext, address: string, {waitUntil = 'load'}: {waitUntil?: 'load' | 'domcontentloaded'} = {}): Promise<Visit> {
  const page = await openPage(browser);
  const errors: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    Object.assign(globalThis, {breachesSeen: seen});
    document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => seen.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  });
  await page.goto(address, {waitUntil});
  return {page, errors, breaches: () => page.evaluate(() => (globalThis as unknown as {breachesSeen: string[]}).breachesSeen)};
}

/** What the n-th form on the page shows, once it shows something. */
export async function formText(page: Page, position = 0): Promise<string> {
  return shownBy(page, 'care-feedback', position);
}

/** What the n-th of these tags shows, once it shows something. */
export async function shownBy(page: Page, tag: string, position = 0): Promise<string> {
  const shown = await page.waitForFunction(
    (name, nth) => document.querySelectorAll(name)[nth]?.shadowRoot?.querySelector('.surface:not(.room *)')?.textContent?.replace(/\s+/g, ' ').trim(),
    {polling: 50},
    tag, position,
  );
  return (await shown.jsonValue()) ?? '';
}

/** Presses what has this label or these words in the first form on the page. */
export async function press(page: Page, words: string): Promise<void> {
  await eventually(() => page.evaluate((wanted) => {
    const root = document.querySelector('care-feedback')?.shadowRoot;
    const found = [...(root?.querySelectorAll<HTMLElement>('label, button') ?? [])].find(({textContent}) => textContent?.trim() === wanted);
    found?.click();
    return Boolean(found);
  }, words), `“${words}” to press`);
}

/** Whether the visitor still sees the page's own link instead of a form, or of another tag's own. */
export function showsLink(page: Page, tag = 'care-feedback'): Promise<boolean> {
  return page.evaluate((name) => {
    const link = document.querySelector<HTMLElement>(`${name} a`);
    return link ? link.checkVisibility({visibilityProperty: true}) : false;
  }, tag);
}
