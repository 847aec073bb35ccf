import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import {describe, expect, it, onTestFinished} from 'vitest';
import type {Situation} from '../../src/contract/situation.js';
import {situationValues} from '../../src/contract/situation-values.js';
import {londonDay} from '../../src/locale/london-day.js';
import {words} from '../../src/locale/words.js';
import {builtInSignposts} from '../../src/domain/signposting/built-in-directory.js';
import {whoCanHelp} from '../../src/domain/signposting/who-can-help.js';
import {launchChromium} from '../support/browsers.js';
import {openPage} from '../support/open-page.js';
import {startDemo, type Demo} from '../support/end-to-end/demo.js';
import {typistAt} from '../support/end-to-end/keyboard.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const directory = builtInSignposts(words('en'));
const visit = visitDemo();

/** The Healthwatch's own page of advice, with nothing kept from before. */
async function openAdvice(demo: Demo = visit.demo, prepare: (page: Page) => Promise<void> = async () => undefined, browser: Browser | BrowserContext = visit.browser): Promise<{page: Page; troubles: string[]; asked: string[]}> {
  const page = await openPage(browser);
  const troubles: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.setCacheEnabled(false);
  await prepare(page);
  await page.goto(`${demo.healthwatch}/advice.html`, {waitUntil: 'networkidle0'});
  await page.waitForFunction(() => document.querySelector('care-signpost')?.shadowRoot?.querySelector('form'));
  return {page, troubles, asked};
}

const names = (page: Page) => page.$$eval('care-signpost >>> .signposts > li > h3', (headings) => headings.map((heading) => heading.textContent));
const status = (page: Page) => page.$eval('care-signpost >>> [role="status"]:not(.leaving-status)', (line) => line.textContent);

/** What somebody answered, and who was listed then. */
interface Answered {
  situation: Situation;
  names: string[];
}

/**
 * Gives each answer of each question, in every nation and for everything that
 * somebody may want, one after the other as a person would, and reads the list
 * each time; then again where the page says the nation, which makes room for another question.
 */
async function answerEverything(page: Page): Promise<Answered[]> {
  const asked = await answerQuestions(page);
  await page.$eval('care-signpost', (panel) => panel.setAttribute('nation', 'england'));
  const inEngland = await answerQuestions(page);
  return [...asked, ...inEngland.map(({situation, names: listed}) => ({situation: {...situation, nation: 'england' as const}, names: listed}))];
}

function answerQuestions(page: Page): Promise<Answered[]> {
  return page.evaluate(async () => {
    const panel = document.querySelector('care-signpost')! as HTMLElement & {updateComplete: Promise<unknown>};
    const root = panel.shadowRoot!;
    const seen: {situation: Record<string, string>; names: string[]}[] = [];
    /** Each answer that can be chosen now, and how. */
    const answers = () => [
      ...[...root.querySelectorAll<HTMLInputElement>('form input')].map((radio) => ({key: radio.name, value: radio.id.slice(radio.name.length + 1), isChosen: radio.checked, choose: () => radio.click()})),
      ...[...root.querySelectorAll<HTMLSelectElement>('form select')].flatMap((list) => [...list.options].filter(({value}) => value !== '').map(({value}) => ({
        key: list.id, value, isChosen: list.value === value,
        choose() {
          list.value = value;
          list.dispatchEvent(new Event('change'));
        },
      }))),
    ];
    const read = () => seen.push({
      situation: Object.fromEntries(answers().filter(({isChosen}) => isChosen).map(({key, value}) => [key, value])),
      names: [...root.querySelectorAll('.signposts > li > h3')].map((heading) => heading.textContent ?? ''),
    });
    const choose = async (key: string, value: string) => {
      answers().find((each) => each.key === key && each.value === value)?.choose();
      await panel.updateComplete;
      read();
    };
    await panel.updateComplete;
    read();
    const nations = answers().filter(({key}) => key === 'nation');
    const wants = answers().filter(({key}) => key === 'wants');
    for (const nation of nations.length > 0 ? nations : [undefined]) {
      if (nation) await choose('nation', nation.value);
      for (const want of wants) {
        await choose('wants', want.value);
        const first = answers().filter(({key}) => key !== 'nation' && key !== 'wants');
        const keys = new Set(['nation', 'wants', ...first.map(({key}) => key)]);
        for (const {key, value} of first) {
          await choose(key, value);
          // Some questions come only with an answer.
          for (const more of answers().filter((each) => !keys.has(each.key))) await choose(more.key, more.value);
        }
      }
    }
    return seen;
  }) as Promise<Answered[]>;
}

/** Holds that everybody was listed whom our own rules name, and that every answer was given. */
function expectWhole(answered: readonly Answered[], today: string): void {
  for (const {situation, names: listed} of answered) expect([situation, listed]).toEqual([situation, whoCanHelp(directory, situation, today).map(({body}) => body.name)]);
  const {care: _care, died: _died, ...asked} = situationValues;
  const given = new Set(answered.flatMap(({situation}) => Object.entries(situation).map(([key, value]) => `${key} ${value}`)));
  expect(Object.entries(asked).flatMap(([key, values]) => values.map((value) => `${key} ${value}`)).filter((each) => !given.has(each))).toEqual([]);
  for (const nation of situationValues.nation) expect(answered.filter(({situation}) => situation.nation === nation).length).toBeGreaterThan(30);
}

const todayThere = async (page: Page) => londonDay(new Date(await page.evaluate(() => Date.now())));

describe('somebody with a keyboard only, on the Healthwatch’s page', () => {
  it('finds who can help with a complaint by Tab, arrows and Space, and hears that the list has changed', async () => {
    const {page, troubles} = await openAdvice();
    expect((await names(page))[0]).toBe('Emergency services');
    const typist = await typistAt(page);
    await typist.goTo('radio', 'Yes');
    await page.keyboard.press('Space');
    expect((await names(page)).slice(0, 3)).toEqual(['Emergency services', 'NHS 111', 'Samaritans']);
    await page.keyboard.press('ArrowDown');
    expect(await typist.focused()).toMatchObject({role: 'radio', name: 'No'});
    await typist.choose('Complain and get an answer');
    await typist.goTo('combobox', 'Which kind of service?');
    // A list is chosen from by its first letters.
    await page.keyboard.type('Hosp');
    await typist.choose('No');

    expect((await names(page)).slice(0, 5)).toEqual(['Emergency services', 'The service itself', 'Patient Advice and Liaison Service (PALS)', 'Integrated care board (ICB)', 'NHS complaints advocacy']);
    expect(await status(page)).toBe(`${(await names(page)).length - 1} can help. They are listed below.`);
    await typist.goTo('link', /0345 015 4033|0 3 4 5 0 1 5 4 0 3 3/);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('never loses the focus to a question that an answer makes appear or go', async () => {
    const {page} = await openAdvice();
    const typist = await typistAt(page);
    for (const want of ['Complain and get an answer', 'Say how one professional behaved', 'Get information', 'Tell somebody what care was like']) {
      await typist.choose(want);
      expect(await typist.focused()).toMatchObject({role: 'radio', name: want});
    }
    await page.close();
  });

  it('sends nothing anywhere by answering, and leaves nothing on the device', async () => {
    const {page, asked} = await openAdvice();
    const before = [...asked];
    const address = page.url();
    await answerEverything(page);
    expect(asked).toEqual(before);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(async () => ({local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, databases: (await indexedDB.databases()).length}))).toEqual({local: 0, session: 0, cookie: '', databases: 0});
    await page.reload({waitUntil: 'networkidle0'});
    expect(await page.$$eval('care-signpost >>> input:checked', (checked) => checked.length)).toBe(0);
    await page.close();
  });

  it('copies a number and hears that it was copied', async () => {
    // Without windows a browser has no clipboard.
    const browser = await launchChromium({isWhole: true});
    onTestFinished(() => browser.close());
    const {page} = await openAdvice(visit.demo, async () => undefined, browser);
    const typist = await typistAt(page);
    await typist.press(/^Copy 1 1 6 1 2 3, Samaritans$/);
    await page.waitForFunction(() => document.querySelector('care-signpost')?.shadowRoot?.querySelector('[role="status"].unseen')?.textContent?.trim() === 'Copied');
    await page.close();
  });
});

describe('the panel', () => {
  it('works whole with the network off and the endpoint stopped', async () => {
    const demo = await startDemo();
    const {page, troubles} = await openAdvice(demo);
    await demo.end();
    await page.setOfflineMode(true);
    await expect(fetch(`${demo.endpoint}/readyz`)).rejects.toThrow();
    expectWhole(await answerEverything(page), await todayThere(page));
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each([
    ['cannot be reached', undefined],
    ['answers with an error', {status: 500, contentType: 'application/problem+json', body: '{}'}],
    ['answers with a page', {status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>'}],
    ['answers with something else in JSON', {status: 200, contentType: 'application/json', body: '{"bodies": "none"}'}],
  ])('works whole where the list %s from the start', async (_, answer) => {
    let failed = 0;
    const {page, troubles} = await openAdvice(visit.demo, async (fresh) => {
      await fresh.setRequestInterception(true);
      fresh.on('request', (request) => {
        if (!request.url().includes('/v1/signposts')) return void request.continue();
        failed += 1;
        void (answer ? request.respond({...answer, headers: {'Access-Control-Allow-Origin': '*'}}) : request.abort('connectionrefused'));
      });
    });
    expectWhole(await answerEverything(page), await todayThere(page));
    expect(failed).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('is the endpoint’s own list where there is no script', async () => {
    const page = await openPage(visit.browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(`${visit.demo.healthwatch}/advice.html`, {waitUntil: 'load'});
    await Promise.all([page.waitForNavigation(), page.click('care-signpost a')]);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Who can help in England');
    await page.close();
  });
});
