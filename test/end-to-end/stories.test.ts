import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser, Page} from 'puppeteer-core';
import {afterAll, describe, expect, it} from 'vitest';
import {accessibilityTree} from './accessibility-tree.js';
import {lostWords, reachingBeyond, smallTargets, spaceText} from './story-measures.js';
import {audit, openChromium, openFirefox, show, type Audit} from './story-page.js';
import {serveFolder} from './story-server.js';
import {builtStorybook, storiesIn, type Story} from './storybook.js';

const trees = join(import.meta.dirname, 'trees');
const updates = process.env.UPDATE_TREES === '1';
const longest = 240_000;

/** What is wrong with one story in one browser; every list should be empty. */
interface Findings {
  axe: Audit;
  smallTargets: string[];
  /** At 320 CSS pixels: a narrow phone, and 1280 pixels at a zoom of 400 %. */
  beyondNarrow: string[];
  smallTargetsNarrow: string[];
  /** There, with the distances of WCAG 1.4.12. */
  beyondSpaced: string[];
  lostSpaced: string[];
}

const folder = await builtStorybook();
const server = await serveFolder(folder);
const stories = await storiesIn(folder);
const browsers: Browser[] = [];

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  server.close();
});

const chromium = await started(openChromium);
const firefox = await started(() => openFirefox({forcedColours: false}));
const firefoxForced = await started(() => openFirefox({forcedColours: true}));

// The three browsers go through the stories at the same time, each with one
// page; the tests below only read what they found.
const inChromium = inTurn(async (story) => {
  const page = await chromium();
  await show(page, server.origin, story);
  const tree = await accessibilityTree(page, 'main');
  const findings = await look(page);
  await forceColours(page, true);
  const forced = await audit(page);
  await forceColours(page, false);
  return {tree, findings, forced};
});
const inFirefox = inTurn(async (story) => {
  const page = await firefox();
  await show(page, server.origin, story);
  return look(page);
});
const inFirefoxForced = inTurn(async (story) => {
  const page = await firefoxForced();
  await show(page, server.origin, story);
  return {isForced: await page.evaluate(() => matchMedia('(forced-colors: active)').matches), forced: await audit(page)};
});

it('finds stories to look at', () => {
  expect(stories.length).toBeGreaterThan(40);
});

describe.each(stories)('$title: $name', (story) => {
  it('works and can be read in Chromium', async () => nothingWrong((await inChromium(story)).findings, story), longest);
  it('can be read in Chromium in forced colours', async () => expect((await inChromium(story)).forced.violations).toEqual([]), longest);
  it('works and can be read in Firefox', async () => nothingWrong(await inFirefox(story), story), longest);
  it('can be read in Firefox in forced colours', async () => {
    const {isForced, forced} = await inFirefoxForced(story);
    expect(isForced, 'This Firefox did not force its colours, so nothing was shown.').toBe(true);
    expect(forced.violations).toEqual([]);
  }, longest);
  if (isOnPlainPage(story)) it('tells a screen reader what is kept in trees/', async () => sameTree(story, (await inChromium(story)).tree), longest);
});

it('keeps no tree of a story that is gone', async () => {
  const known = stories.filter(isOnPlainPage).map(treeName);
  expect((await readdir(trees)).filter((name) => !known.includes(name))).toEqual([]);
});

function nothingWrong({axe, ...lists}: Findings, {title}: Story): void {
  expect({violations: axe.violations, ...lists}).toEqual({violations: [], smallTargets: [], beyondNarrow: [], smallTargetsNarrow: [], beyondSpaced: [], lostSpaced: []});
  // Where the form cannot start the words are the page's own.
  if (!title.endsWith('Cannot start')) expect(axe.insideShadowRoots, 'axe saw nothing inside the element').toBeGreaterThan(5);
}

async function look(page: Page): Promise<Findings> {
  await page.setViewport({width: 1280, height: 1024});
  const axe = await audit(page);
  const wideTargets = await smallTargets(page);
  await page.setViewport({width: 320, height: 256});
  const beyondNarrow = await reachingBeyond(page);
  const smallTargetsNarrow = await smallTargets(page);
  await spaceText(page, true);
  const beyondSpaced = await reachingBeyond(page);
  const lostSpaced = await lostWords(page);
  await spaceText(page, false);
  await page.setViewport({width: 1280, height: 1024});
  return {axe, smallTargets: wideTargets, beyondNarrow, smallTargetsNarrow, beyondSpaced, lostSpaced};
}

async function forceColours(page: Page, forced: boolean): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: forced ? 'active' : 'none'}]});
  if (forced) expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
}

// On other pages the same is said: the stories differ in looks alone.
const isOnPlainPage = ({name}: Story) => !/Narrow|Dark Page|Right To Left|Pseudo Language|Large Text/.test(name);
const treeName = ({id}: Story) => `${id}.txt`;

async function sameTree(story: Story, tree: string): Promise<void> {
  const file = join(trees, treeName(story));
  if (updates) {
    await mkdir(trees, {recursive: true});
    return writeFile(file, tree);
  }
  expect(existsSync(file), `There is no tree of this story. Make it with UPDATE_TREES=1, then read it as somebody would hear it.`).toBe(true);
  expect(tree).toBe(await readFile(file, 'utf8'));
}

/** A browser's one page, opened once; a browser that cannot be opened fails each test that asks for it. */
async function started(open: () => Promise<Browser>): Promise<() => Promise<Page>> {
  const page = open().then(async (browser) => {
    browsers.push(browser);
    const [first] = await browser.pages();
    const only = first ?? (await browser.newPage());
    await only.setViewport({width: 1280, height: 1024});
    only.on('dialog', (dialog) => void dialog.accept());
    return only;
  });
  page.catch(() => undefined);
  return () => page;
}

/** Starts on all stories, one after the other; the function it returns waits for one. */
function inTurn<Found>(visit: (story: Story) => Promise<Found>): (story: Story) => Promise<Found> {
  const found = new Map<string, Promise<Found>>();
  let before: Promise<unknown> = Promise.resolve();
  for (const story of stories) {
    const next = before.then(() => visit(story));
    found.set(story.id, next);
    before = next.catch(() => undefined);
  }
  return ({id}) => found.get(id)!;
}
