import type {Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {exampleSubmission} from '../../support/endpoint/endpoint.js';
import {openContext} from '../../support/browsers.js';
import {openPage} from '../../support/open-page.js';
import {isEveryPage} from '../../support/end-to-end/every-page.js';
import {openSite, type Site} from '../../support/end-to-end/site.js';

const number = isEveryPage ? 500 : 50;
const notes = 5;
const urgencies = {yes: 'immediate', unsure: 'concern', no: 'none'} as const;
const risks = Object.keys(urgencies) as (keyof typeof urgencies)[];

let site: Site;
const ids: Record<keyof typeof urgencies, string[]> = {yes: [], unsure: [], no: []};

beforeAll(async () => {
  site = await openSite({token: 'an example token', hasLimits: false});
  for (let each = 0; each < number; each += 1) {
    const base = exampleSubmission();
    const risk = risks[each % 7 < 2 ? each % 7 : 2]!;
    const about = {kind: 'service', services: [{id: `1-${each % 50}`, name: `Example House ${each % 50}`}]};
    const submission = {...base, about, answers: {...base.answers, risk, story: `Number ${each}.`}};
    const response = await fetch(`${site.origin}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(submission)});
    if (response.status !== 201) throw new Error(await response.text());
    ids[risk].push(base.id);
  }
});
afterAll(() => site.close());

/** Presses Tab until what is in focus has these words or this name, and says how often. */
async function tabTo(page: Page, words: string): Promise<number> {
  for (let presses = 1; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => [document.activeElement?.textContent?.trim(), document.activeElement?.getAttribute('name')]);
    if (found.includes(words)) return presses;
  }
  throw new Error(`The keyboard does not meet “${words}” at ${page.url()}`);
}

const go = (page: Page) => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

describe('a day in the inbox', () => {
  it('is worked through by the keyboard alone: every submission once, the most urgent first and of those the oldest', async () => {
    const browser = await openContext('Chromium');
    const page = await openPage(browser);
    await page.setViewport({width: 320, height: 800});
    await page.goto(`${site.origin}/inbox`);
    await tabTo(page, 'token');
    await page.keyboard.type(site.token);
    await go(page);
    expect(await page.$eval('.waiting', (line) => line.textContent)).toContain(`Not opened by anybody: ${number}.`);

    const opened: string[] = [];
    for (await tabTo(page, 'Next unopened'), await go(page); page.url() !== `${site.origin}/inbox/next`; await go(page)) {
      opened.push(new URL(page.url()).pathname.slice('/inbox/'.length));
      if (opened.length % (number / notes) === 0) await takeStep(page, `Note ${opened.length}`);
      // Two presses from the top of the page, and from where a step that was saved leads.
      expect(await tabTo(page, 'Next unopened')).toBeLessThanOrEqual(2);
    }
    expect(opened).toEqual([...ids.yes, ...ids.unsure, ...ids.no]);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Nothing is unopened');

    await tabTo(page, 'Back to the inbox');
    await go(page);
    expect(await page.$eval('main', (main) => main.textContent)).toContain('Nothing is unopened.');
    const {submissions} = (await (await fetch(`${site.origin}/v1/inbox?limit=500`, {headers: {Authorization: `Bearer ${site.token}`}})).json()) as {submissions: {state: string}[]};
    expect(submissions.filter(({state}) => state === 'seen')).toHaveLength(number - notes);
    expect(submissions.filter(({state}) => state === 'handling')).toHaveLength(notes);
    await browser.close();
  });
});

/** Chooses “Being handled”, writes a note and saves both. */
async function takeStep(page: Page, note: string): Promise<void> {
  await tabTo(page, 'state');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'note');
  await page.keyboard.type(note);
  await tabTo(page, 'Save');
  await go(page);
  expect(await page.$eval('.steps > :last-child', (step) => step.textContent?.replace(/\s+/g, ' '))).toMatch(new RegExp(`Being handled.*${note}$`));
}
