import type {Page} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {openPage} from '../support/open-page.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const visit = visitDemo();

async function open(path: string, {width = 1280, isScripted = true} = {}): Promise<Page> {
  const page = await openPage(visit.browser);
  await page.setJavaScriptEnabled(isScripted);
  await page.setViewport({width, height: 2400});
  await page.evaluateOnNewDocument(() => {
    Object.assign(globalThis, {moved: 0});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (globalThis as unknown as {moved: number}).moved += (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.goto(`${visit.demo.surgery}${path}`, {waitUntil: 'networkidle0'});
  return page;
}

/** What a visitor reads of the rating, once it has come. */
async function rating(page: Page): Promise<string> {
  const shown = await page.waitForFunction(() => document.querySelector('care-rating')?.shadowRoot?.querySelector<HTMLElement>('.surface')?.innerText.replace(/\s+/g, ' '));
  return (await shown.jsonValue()) ?? '';
}

describe('the GP practice’s website', () => {
  it('shows its rating on its first page, with all that the law asks for', async () => {
    const page = await open('/');
    expect(await rating(page)).toMatch(/^Example Street Surgery Location Overall rating from the Care Quality Commission \(CQC\): Good Published 14 June 2022, \d+ (years|months) ago Example Street Surgery at www\.cqc\.org\.uk Contains CQC information, Open Government Licence v3\.0$/);
    await page.close();
  });

  it('shows the whole of it on a page of its own', async () => {
    const page = await open('/rating.html');
    expect(await rating(page)).toContain('Safe Good Effective Good Caring Outstanding Responsive Requires improvement Well-led Good Earlier overall ratings: 1 What the questions and ratings mean');
    await page.close();
  });

  it.each(['/', '/rating.html'])('%s leaves words and the link where no script runs', async (path) => {
    const page = await open(path, {isScripted: false});
    const link = await page.$eval('care-rating a', (each) => ({words: each.textContent, href: (each as HTMLAnchorElement).href, isSeen: each.getClientRects().length > 0}));
    expect(link).toEqual({words: 'Example Street Surgery at www.cqc.org.uk', href: 'https://www.cqc.org.uk/location/1-1000000004', isSeen: true});
    await page.close();
  });

  for (const path of ['/', '/rating.html']) {
    it.each([320, 1280])(`hardly moves when the rating comes: ${path} at %i px`, async (width) => {
      const page = await open(path, {width});
      await rating(page);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      expect(await page.evaluate(() => (globalThis as unknown as {moved: number}).moved)).toBeLessThanOrEqual(0.05);
      await page.close();
    });
  }
});

describe('the charity’s page about care near its readers', () => {
  it('shows how services there are rated, from a file of its own, and lets people compare some', async () => {
    const page = await openPage(visit.browser);
    await page.goto(`${visit.demo.charity}/support.html`, {waitUntil: 'networkidle0'});
    const reads = (words: string) => page.waitForFunction((wanted) => document.querySelector('care-place')?.shadowRoot?.querySelector<HTMLElement>('.surface')?.innerText.includes(wanted), {}, words);
    await reads('Ratings of care services in Exampleshire (example)');
    await page.evaluate(() => [...document.querySelector('care-place')!.shadowRoot!.querySelectorAll('summary')].at(-1)!.click());
    await reads('12 services found. The first 10 are listed.');
    await page.click('care-place >>> .option input');
    await reads('Take out Example Ambulance Service');
    await page.close();
  });
});
