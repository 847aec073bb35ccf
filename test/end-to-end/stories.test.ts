import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import {afterAll, describe, expect, it} from 'vitest';
import {openContext} from '../support/browsers.js';
import {accessibilityTree} from '../support/end-to-end/accessibility-tree.js';
import {lostWords, reachingBeyond, smallTargets, spaceText} from '../support/end-to-end/story-measures.js';
import {audit, hasForcedColours, narrowWindow, openForcedFirefox, openStoryPage, setPreferences, show, wideWindow, type Audit} from '../support/end-to-end/story-page.js';
import {serveFolder} from '../support/end-to-end/story-server.js';
import {builtStorybook, storiesIn, type Story} from '../support/end-to-end/storybook.js';

const trees = join(import.meta.dirname, 'trees');
const updates = process.env.UPDATE_TREES === '1';
// Chromium looks at each story on a plain page and, for each tag, at one on each other kind of page; Firefox, and Chromium in colours
// of the reader’s own, at one of each kind of story; Firefox in such colours at one of each tag. `npm run test:all` has both look at all.
const isEveryStory = process.env['CARE_STORIES'] === 'all';

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
const browsers: (Browser | BrowserContext)[] = [];

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  server.close();
});

// The browsers go through the stories at the same time, each with one page;
// the tests below only read what they found.
const inChromium = inTurn(() => openContext('Chromium'), async (page, story) => {
  await setPreferences(page, {forcedColours: false});
  await show(page, server.origin, story);
  const tree = await accessibilityTree(page, 'main');
  const findings = await look(page);
  if (!isOneOfItsKind(story)) return {tree, findings};
  await setPreferences(page, {forcedColours: true});
  return {tree, findings, forced: await lookForced(page, {ofColoursAlone: !isEveryStory})};
}, stories.filter(isForChromium));
const inFirefox = inTurn(() => openContext('Firefox'), async (page, story) => {
  await show(page, server.origin, story);
  return look(page);
}, stories.filter(isOneOfItsKind));
const inFirefoxForced = inTurn(openForcedFirefox, async (page, story) => {
  await show(page, server.origin, story);
  return lookForced(page);
}, stories.filter(isOneOfItsTag));

it('finds stories to look at', () => {
  expect(stories.length).toBeGreaterThan(40);
});

it('finds each page kind on a narrow and on a dark page', () => {
  const kinds = new Set(stories.map(({title}) => title));
  const without = [...kinds].filter((kind) => ['Narrow', 'Dark Page'].some((page) => !stories.some(({title, name}) => title === kind && name.includes(page))));
  expect(without).toEqual([]);
});

describe.each(stories.filter(isForChromium))('$title: $name', (story) => {
  it('works and can be read in Chromium', async () => nothingWrong((await inChromium(story)).findings, story));
  if (isOneOfItsKind(story)) {
    it('can be read in Chromium in forced colours', async () => nothingWrongForced((await inChromium(story)).forced));
    it('works and can be read in Firefox', async () => nothingWrong(await inFirefox(story), story));
  }
  if (isOneOfItsTag(story)) it('can be read in Firefox in forced colours', async () => nothingWrongForced(await inFirefoxForced(story)));
  if (isOnPlainPage(story)) it('tells a screen reader what is kept in trees/', async () => sameTree(story, (await inChromium(story)).tree));
});

it('keeps no tree of a story that is gone', async () => {
  const known = stories.filter(isOnPlainPage).map(treeName);
  expect((await readdir(trees)).filter((name) => !known.includes(name))).toEqual([]);
});

function nothingWrong({axe, ...lists}: Findings, {title, name}: Story): void {
  expect({violations: axe.violations, ...lists}).toEqual({violations: [], smallTargets: [], beyondNarrow: [], smallTargetsNarrow: [], beyondSpaced: [], lostSpaced: []});
  // Where an element cannot start, or has nothing to show, the words are the page's own.
  if (!title.endsWith('Cannot start') && name !== 'Unavailable') expect(axe.insideShadowRoots, 'axe saw nothing inside the element').toBeGreaterThan(5);
}

function nothingWrongForced(found: Awaited<ReturnType<typeof lookForced>> | undefined): void {
  const {isForced, axe} = found!;
  expect(isForced, 'This browser did not force its colours, so nothing was shown.').toBe(true);
  expect(axe.violations).toEqual([]);
}

async function look(page: Page): Promise<Findings> {
  const axe = await audit(page);
  const wideTargets = await smallTargets(page);
  await page.setViewport(narrowWindow);
  const beyondNarrow = await reachingBeyond(page);
  const smallTargetsNarrow = await smallTargets(page);
  await spaceText(page, true);
  const beyondSpaced = await reachingBeyond(page);
  const lostSpaced = await lostWords(page);
  await spaceText(page, false);
  await page.setViewport(wideWindow);
  return {axe, smallTargets: wideTargets, beyondNarrow, smallTargetsNarrow, beyondSpaced, lostSpaced};
}

async function lookForced(page: Page, which = {ofColoursAlone: false}): Promise<{isForced: boolean; axe: Audit}> {
  return {isForced: await hasForcedColours(page), axe: await audit(page, which)};
}

/** The first of its kind, and of each tag the first that says what is wrong. */
function isOneOfItsKind(story: Story): boolean {
  return isOneOfItsTag(story) || stories.find(({title}) => title === story.title)?.id === story.id;
}

/** Of each tag the first story, and the first that says what is wrong. */
function isOneOfItsTag(story: Story): boolean {
  const isFirst = (fits: (other: Story) => boolean) => stories.find((other) => tagOf(other) === tagOf(story) && fits(other))?.id === story.id;
  return isEveryStory || isFirst(() => true) || isFirst(({name}) => name === 'Error');
}

function isForChromium(story: Story): boolean {
  const isFirstOnItsPage = stories.find((other) => tagOf(other) === tagOf(story) && otherPageOf(other) === otherPageOf(story))?.id === story.id;
  return isEveryStory || isOnPlainPage(story) || isFirstOnItsPage;
}

function tagOf({title}: Story): string | undefined {
  return title.split('/')[0];
}

function otherPageOf({name}: Story): string | undefined {
  return /Narrow|Dark Page|Right To Left|Pseudo Language|Mirrored Language|Large Text/.exec(name)?.[0];
}

/** On other pages the same is said: the stories differ in looks alone. */
function isOnPlainPage(story: Story): boolean {
  return otherPageOf(story) === undefined;
}

const treeName = ({id}: Story) => `${id}.txt`;

async function sameTree(story: Story, seen: string): Promise<void> {
  // Each form makes a code of its own; the reference is the example's.
  const tree = seen.replace(/\b(?!K7MQ)([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}\b/g, 'AAAA-AAAA-AAAA-AAAA');
  const file = join(trees, treeName(story));
  if (updates) {
    await mkdir(trees, {recursive: true});
    return writeFile(file, tree);
  }
  expect(existsSync(file), `There is no tree of this story. Make it with UPDATE_TREES=1, then read it as somebody would hear it.`).toBe(true);
  expect(tree).toBe(await readFile(file, 'utf8'));
}

/**
 * Opens a browser and goes through all stories in it, one after the other; the
 * function that it returns waits for one. A browser that cannot be opened fails each of them.
 */
function inTurn<Found>(open: () => Promise<Browser | BrowserContext>, visit: (page: Page, story: Story) => Promise<Found>, among: readonly Story[]): (story: Story) => Promise<Found> {
  const opened = open().then((browser) => {
    browsers.push(browser);
    return openStoryPage(browser);
  });
  const found = new Map<string, Promise<Found>>();
  let before: Promise<unknown> = opened.catch(() => undefined);
  for (const story of among) {
    const next = before.then(async () => visit(await opened, story));
    found.set(story.id, next);
    before = next.catch(() => undefined);
  }
  return ({id}) => found.get(id)!;
}
