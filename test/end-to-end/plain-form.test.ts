import type {Page} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {openPage} from '../support/open-page.js';
import {typistAt, type Typist} from '../support/end-to-end/keyboard.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const story = [...'ਸਟਾਫ਼ ਦਿਆਲੂ ਸੀ। الطعام بارد. 👵🏾💊\n'.repeat(800)].slice(0, 20_000).join('').replace(/\s$/u, '.');

const visit = visitDemo({isOwn: true});

describe('with script off, from the link on the charity’s page', () => {
  it('a carer tells the same with a keyboard only, and the team reads it letter for letter', async () => {
    const page = await openPage(visit.browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(visit.demo.charity);
    const typist = await typistAt(page);
    await go(page, typist, 'Tell us about your care');
    await walk(page, typist, story);
    await go(page, typist, 'Send');
    const text = await page.$eval('main', (main) => main.textContent ?? '');
    expect(text).toContain('Thank you. We have got what you sent.');
    expect(text).toMatch(/([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/);
    expect(page.url()).toBe(`${visit.demo.endpoint}/feedback`);

    const answer = await fetch(`${visit.demo.endpoint}/v1/inbox`, {headers: {authorization: `Bearer ${visit.demo.token}`}});
    const {submissions} = (await answer.json()) as {submissions: {answers: Record<string, unknown>; source: object}[]};
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).toMatchObject({
      answers: {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026', 'told-service': 'no'},
      source: {mode: 'plain', partner: 'example-charity'},
    });
    expect(submissions[0]?.answers['story']).toBe(story);

    await readInInbox(await openPage(visit.browser));
    expect(await page.cookies()).toEqual([]);
  });
});

/** The team’s page, script off too: sign in with the token, open the one story. */
async function readInInbox(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.goto(`${visit.demo.endpoint}/inbox`);
  await page.type('input[type=password]', visit.demo.token);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await Promise.all([page.waitForNavigation(), page.click('main a[href^="/inbox/0"]')]);
  const shown = await page.$$eval('main *', (elements) => elements.map((element) => element.textContent ?? ''));
  expect(shown).toContain(story);
}

async function walk(page: Page, typist: Typist, words: string): Promise<void> {
  await choose(page, typist, 'Someone I care for');
  await go(page, typist, 'Continue'); // has the person died: left out
  await choose(page, typist, 'Some good, some poor');
  await go(page, typist, 'Continue'); // also staff: left out
  await choose(page, typist, 'No');
  await typist.write(/Year/, '2026');
  await go(page, typist, 'Continue');
  await typist.write(/^What happened\?/, words);
  await go(page, typist, 'Continue');
  await choose(page, typist, 'No');
  for (let optional = 0; optional < 2; optional += 1) await go(page, typist, 'Continue');
}

async function choose(page: Page, typist: Typist, name: string): Promise<void> {
  await typist.choose(name);
  await go(page, typist, 'Continue');
}

async function go(page: Page, typist: Typist, button: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), typist.press(button)]);
}
