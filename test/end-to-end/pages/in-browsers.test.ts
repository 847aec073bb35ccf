import type {BrowserContext, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {exampleSubmission} from '../../support/endpoint/endpoint.js';
import {browserNames, openContext} from '../../support/browsers.js';
import {openPage} from '../../support/open-page.js';
import {isEveryPage} from '../../support/end-to-end/every-page.js';
import {choose, misfits, openSite, press, violations, type Site} from '../../support/end-to-end/site.js';

const story = 'ਮੇਰੀ ਮਾਂ ਦੀ ਦੇਖਭਾਲ।\nكانت الرعاية جيدة، لكنها بطيئة.\n👩🏽‍⚕️ \u202Eturned\u202C';
// What people see there, of each layout one: choices, a text, a list, a table of answers, a receipt.
const auditedInFirefox = new Set(['choices, with an error', 'a story that is too long', 'who can help in england', 'check answers', 'the receipt']);

let site: Site;

beforeAll(async () => {
  site = await openSite({token: 'an example token'});
});
afterAll(() => site.close());

/** What axe finds where the reader has chosen colours of their own. */
async function violationsInForcedColours(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
  const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  const found = await violations(page);
  await session.detach();
  return [...(isForced ? [] : ['Its colours were not forced.']), ...found.map((each) => `in forced colours, ${each}`)];
}

/** Looks at each page kind on somebody’s way from the link to the receipt, and to who can help. */
async function tellAndLook(page: Page, look: (kind: string) => Promise<void>): Promise<void> {
  await page.goto(`${site.origin}/feedback`);
  await look('whose care it was');
  await press(page, 'Continue');
  await look('choices, with an error');
  await choose(page, 'I work or volunteer there, or used to');
  await press(page, 'Continue');
  await look('which service');
  await page.type('#service-query', 'example');
  await press(page, 'Search');
  await press(page, 'Continue');
  await look('services found, none chosen');
  await choose(page, 'More than one service');
  await choose(page, 'Example House, Exampleton');
  await press(page, 'Add another service');
  await page.type('#service-query', 'qqqq');
  await press(page, 'Search');
  await look('a pathway, and a service that is not found');
  await press(page, 'Continue');
  await press(page, 'Continue');
  await choose(page, 'Good');
  await press(page, 'Continue');
  await look('protection');
  await press(page, 'Continue');
  await choose(page, 'Yes');
  await look('danger, with help at once');
  await press(page, 'Continue');
  await look('help on the page after, open');
  await press(page, 'Continue');
  await page.type('#when-year', '30');
  await press(page, 'Continue');
  await look('a date, with an error');
  await choose(page, 'I do not know');
  await page.$eval('#when-year', (each) => ((each as HTMLInputElement).value = ''));
  await press(page, 'Continue');
  await page.click('details:has(.signposts) > summary');
  await look('whom to call, beside the story');
  await page.click('.folded > summary');
  await look('several choices, unfolded');
  await page.$eval('#story', (each, words) => ((each as HTMLTextAreaElement).value = words), `${story}${'x'.repeat(20_000)}`);
  await press(page, 'Continue');
  await look('a story that is too long');
  await page.$eval('#story', (each, words) => ((each as HTMLTextAreaElement).value = words), story);
  await press(page, 'Continue');
  await look('who else may see it');
  await press(page, 'Continue');
  await choose(page, 'Yes');
  await press(page, 'Continue');
  await choose(page, 'I am not sure');
  await press(page, 'Continue');
  await press(page, 'Continue');
  await look('contact details, with an error');
  await page.type('#contact-email', 'me@a.example');
  await press(page, 'Continue');
  await look('check answers');
  await press(page, 'Send');
  await look('the receipt');
  for (const nation of ['england', 'wales', 'scotland', 'northern-ireland']) {
    await page.goto(`${site.origin}/who-can-help?nation=${nation}`);
    await look(`who can help in ${nation}`);
  }
  await page.goto(`${site.origin}/feedback?question-set=nothing`);
  await look('no such form');
}

/** Looks at each page kind on the team’s way through what was sent. */
async function workAndLook(page: Page, look: (kind: string) => Promise<void>): Promise<void> {
  await page.goto(`${site.origin}/inbox`);
  await page.type('#token', 'wrong');
  await press(page, 'Open the inbox');
  await look('sign in, with an error');
  await page.type('#token', site.token);
  await press(page, 'Open the inbox');
  await look('the inbox');
  for (const ways of await page.$$('.picking > summary')) await ways.click();
  await look('the ways to find, open');
  await press(page, 'Find it');
  await look('finding by reference, with an error');
  await page.goto(`${site.origin}/inbox?urgency=immediate&language=en&service=1-1000000001&partner=${'nobody-'.repeat(14)}`);
  await look('picking, with nothing that fits');
  await page.goto(`${site.origin}/inbox?from=2026-11-22&to=2026-11-21&service=x&partner=a`);
  await look('picking, with errors');
  await page.goto(`${site.origin}/inbox?urgency=immediate&state=unopened`);
  await look('the inbox, picked from');
  await Promise.all([page.waitForNavigation(), page.click('main article h2 a')]);
  await press(page, 'Open the contact details');
  await look('one submission');
  await choose(page, 'Being handled');
  await page.type('#note', 'Called the ward.');
  await press(page, 'Save');
  await look('a step that was taken');
  await page.$eval('[name="steps"]', (each) => ((each as HTMLInputElement).value = '0'));
  await press(page, 'Save');
  await look('a step that somebody else took meanwhile');
  await page.$eval('#note', (each, words) => ((each as HTMLTextAreaElement).value = words), 'x'.repeat(2001));
  await press(page, 'Save');
  await look('a note that is too long');
  await page.goto(`${site.origin}/inbox/next`);
  await look('nothing is unopened');
  await page.goto(`${site.origin}/inbox/services`);
  await look('services with repeat concerns');
  const erased = exampleSubmission();
  await fetch(`${site.origin}/v1/submissions`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(erased)});
  await page.goto(`${site.origin}/inbox/${erased.id}/erase`);
  await look('before something is erased');
  await press(page, 'Yes, erase it');
  await look('after it is erased');
  await press(page, 'Sign out');
}

describe.each(browserNames)('in %s, every page kind', (name) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openContext(name);
  });
  afterAll(() => browser?.close());

  it('has nothing that axe finds, fits into 320 px and lets every control be hit', async () => {
    const page = await openPage(browser);
    await page.setViewport({width: 320, height: 800});
    const seen: string[] = [];
    const wrong: Record<string, string[]> = {};
    const look = async (kind: string) => {
      seen.push(kind);
      const isAudited = isEveryPage || name === 'Chromium' || auditedInFirefox.has(kind);
      const found = [...(isAudited ? await violations(page) : []), ...(await misfits(page)), ...(name === 'Chromium' ? await violationsInForcedColours(page) : [])];
      if (found.length > 0) wrong[kind] = found;
    };
    await tellAndLook(page, look);
    const isForTheTeam = isEveryPage || name === 'Chromium';
    if (isForTheTeam) await workAndLook(page, look);
    expect(wrong).toEqual({});
    expect(seen).toHaveLength(isForTheTeam ? 36 : 21);
    expect(seen).toEqual(expect.arrayContaining([...auditedInFirefox]));
    await page.close();
  });

  it('brings the focus to what is wrong, and from there to what to mend', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/feedback?question-set=quick&service=1-1000000001`);
    await press(page, 'Continue');
    // A browser moves the focus when it first draws the page, which may come after the page's load.
    await page.waitForSelector('.error-summary:focus');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[name="overall"]:focus');
    await page.close();
  });

  it('takes Return in a field for the button that belongs to it', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/feedback?question-set=quick`);
    await page.type('#service-query', 'example house');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.$eval('main', (main) => main.textContent)).toContain('Choose the service');
    await choose(page, 'Care in my area');
    await page.type('#service-place', 'Exampleshire');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('How was the care?');
    await page.close();
  });

  it('folds out whom to call by the keyboard, which meets Continue first', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/feedback?question-set=quick&service=1-1000000001`);
    const focused = () => page.evaluate(() => ({words: document.activeElement?.textContent?.trim(), name: document.activeElement?.getAttribute('name')}));
    const met: string[] = [];
    for (let presses = 0; presses < 20 && !met.includes('In danger: who can help'); presses += 1) {
      await page.keyboard.press('Tab');
      const {words, name} = await focused();
      met.push(name ?? words ?? '');
    }
    expect(met.slice(-3)).toEqual(['comment', '_do', 'In danger: who can help']);
    expect(await page.$eval('.signposts', (list) => list.checkVisibility())).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.$eval('.signposts', (list) => list.checkVisibility())).toBe(true);
    await page.keyboard.press('Tab');
    expect((await focused()).words).toContain('999');
    await page.close();
  });

  it('leads from nation to nation by the keyboard, and says which one it is', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/who-can-help`);
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Who can help in Scotland');
    expect(await page.$eval('[aria-current]', (link) => link.textContent)).toBe('Scotland');
    await page.close();
  });

  it('lets the team pick from the inbox and let go again by the keyboard alone', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/inbox`);
    await page.type('#token', site.token);
    await press(page, 'Open the inbox');
    const tabTo = async (isIt: (focused: {id: string; words: string}) => boolean) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        if (isIt(await page.evaluate(() => ({id: document.activeElement?.id ?? '', words: document.activeElement?.textContent?.trim() ?? ''})))) return;
      }
      throw new Error('It is not reached.');
    };
    const address = () => page.evaluate(() => location.search);
    await tabTo(({words}) => words === 'Show only some');
    await page.keyboard.press('Enter');
    await tabTo(({id}) => id === 'pick-partner');
    await page.keyboard.type('example-charity');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URLSearchParams(await address()).get('partner')).toBe('example-charity');
    await tabTo(({words}) => words === 'Remove');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await address()).toBe('');
    await tabTo(({words}) => words === 'Find by reference');
    await page.keyboard.press('Enter');
    await tabTo(({id}) => id === 'reference');
    await page.keyboard.type('0000 0000 0000 0000');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('.error-summary:focus');
    expect(await page.evaluate(() => [location.pathname, location.search])).toEqual(['/inbox/find', '']);
    await press(page, 'Sign out');
    await page.close();
  });

  it('shows the team a story letter for letter, whatever directions it turns', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/inbox`);
    await page.type('#token', site.token);
    await press(page, 'Open the inbox');
    await Promise.all([page.waitForNavigation(), page.click('main article h2 a')]);
    const shown = await page.$$eval('.words', (blocks) => blocks.map((block) => block.textContent));
    expect(shown).toContain(story);
    // What is selected and copied is what was written, without the marks.
    const copied = await page.$$eval('.words', (blocks) => blocks.map((block) => {
      const selection = getSelection()!;
      selection.selectAllChildren(block);
      return selection.toString().replace(/\r\n/g, '\n');
    }));
    expect(copied).toContain(story);
    await page.close();
  });
});

describe('who can help, on paper', () => {
  it('says the day each was checked, and holds nothing that paper cannot do', async () => {
    const browser = await openContext('Chromium');
    const page = await openPage(browser);
    await page.goto(`${site.origin}/who-can-help`);
    const onPaper = async () => page.$$eval('h1, nav, .signposts > li', (parts) => parts.filter((part) => part.checkVisibility()).map((part) => (part as HTMLElement).innerText));
    const onScreen = await onPaper();
    await page.emulateMediaType('print');
    const printed = await onPaper();
    // All but the links to the other nations and to the parts of the page.
    expect(printed).toEqual(onScreen.filter((_, place) => place !== 1 && place !== 2));
    expect(printed.find((part) => part.startsWith('NHS England'))).toMatch(/0300 311 22 33.*Checked 22 November 2026/s);
    await browser.close();
  });
});

describe('the link that a start prints', () => {
  it('opens the inbox once, and leaves its code in no address', async () => {
    const [browser, elsewhere, own] = await Promise.all([openContext('Chromium'), openContext('Chromium'), openSite({})]);
    const page = await openPage(browser);
    await page.goto(`${own.origin}/inbox#code=${own.code}`);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'What people have told us');
    expect(page.url()).toBe(`${own.origin}/inbox`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.goBack().catch(() => undefined);
    expect(page.url()).not.toContain('code');

    const other = await openPage(elsewhere);
    await other.goto(`${own.origin}/inbox#code=${own.code}`);
    await other.waitForFunction(() => document.querySelector('.error-summary'));
    expect(other.url()).not.toContain('code');
    await Promise.all([browser.close(), elsewhere.close()]);
    await own.close();
  });
});
