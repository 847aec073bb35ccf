import type {Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {blocks} from '../support/docs/pages.js';
import {startWebsite, type Website} from '../support/embed/hosts.js';
import {eventually} from '../support/eventually.js';
import {openPage} from '../support/open-page.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const visit = visitDemo();
const documented = 'http://127.0.0.1:4000';

let website: Website;
beforeAll(async () => {
  website = await startWebsite();
});
afterAll(() => website?.close());

/** A snippet that several pages have is pasted once. */
const snippets = new Map<string, string[]>();
for (const {page, mark, text} of blocks) if (mark === 'html page') snippets.set(text, [...(snippets.get(text) ?? []), page]);

/** What is seen of each of our tags. */
function shownOn(page: Page): Promise<{tag: string; is: string}[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('care-feedback, care-rating, care-place, care-signpost')].map((element) => {
    const seesLink = element.querySelector('a')?.checkVisibility({visibilityProperty: true}) === true;
    const state = (['shown', 'unavailable', 'loading'] as const).find((each) => element.matches(`:state(${each})`)) ?? 'not defined';
    return {tag: element.localName, is: `${state}${seesLink ? ', with the link' : ''}`};
  }));
}

describe('a snippet of the documents, pasted into an empty page of another website', () => {
  it.each([...snippets].map(([text, pages]) => [pages.join(', '), text] as const))('works as it stands: %s', async (_pages, text) => {
    const pasted = text.replaceAll(documented, visit.demo.endpoint);
    expect(pasted).not.toMatch(/\.example\b/);
    const page = await openPage(visit.browser);
    const errors: string[] = [];
    page.on('console', (message) => void (['error', 'warn'].includes(message.type()) && errors.push(message.text())));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(website.put({body: pasted}), {waitUntil: 'load'});

    const tags = [...text.matchAll(/<(care-\w+)([^>]*)>/g)].map(([, tag = '', attributes = '']) => ({tag, is: / isolated\b/.test(attributes) ? 'unavailable, with the link' : 'shown'}));
    let seen: object[] = [];
    await eventually(async () => JSON.stringify(seen = await shownOn(page)) === JSON.stringify(tags), () => `all of it to be shown; now it is ${JSON.stringify(seen)}, and the console says ${errors.join('\n')}`);
    expect(errors).toEqual([]);
    await page.close();

    const links = [...pasted.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(0);
    for (const address of links.filter((each) => each.startsWith(visit.demo.endpoint))) {
      const answer = await fetch(address);
      expect([answer.status, answer.headers.get('content-type')], address).toEqual([200, 'text/html; charset=utf-8']);
      // Every page of ours says whom to call in danger.
      expect(await answer.text()).toContain('999');
    }
  });

  it('is in at least as many forms as there are ways to embed', () => {
    expect(snippets.size).toBeGreaterThanOrEqual(8);
    const all = [...snippets.keys()].join('\n');
    for (const tag of ['care-feedback', 'care-rating', 'care-place', 'care-signpost']) expect(all).toContain(`<${tag} `);
  });
});
