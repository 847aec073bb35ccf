import {createRequire} from 'node:module';
import {readFile} from 'node:fs/promises';
import type axe from 'axe-core';
import type {Browser, BrowserContext, CDPSession, Page} from 'puppeteer-core';
import {launchFirefox} from '../browsers.js';
import {hopeless} from '../eventually.js';
import {openPage} from '../open-page.js';
import type {Story} from './storybook.js';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A Firefox as when its reader has chosen colours of their own. */
export function openForcedFirefox(): Promise<Browser> {
  return launchFirefox({'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2});
}

/** A page for stories, as wide as a desk's screen. */
export async function openStoryPage(browser: Browser | BrowserContext): Promise<Page> {
  const page = await openPage(browser);
  await page.setViewport(wideWindow);
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

export const wideWindow = {width: 1280, height: 1024};
/** A narrow phone, and a desk's screen at a zoom of 400 %. */
export const narrowWindow = {width: 320, height: 256};

// What one session wants holds as long as it lasts.
const colourSessions = new WeakMap<Page, Promise<CDPSession>>();

/** As when its reader wants nothing to move, and has or has not chosen colours of their own. Chromium only; a Firefox is opened so. */
export async function setPreferences(page: Page, {forcedColours}: {forcedColours: boolean}): Promise<void> {
  const session = colourSessions.get(page) ?? page.createCDPSession();
  colourSessions.set(page, session);
  await (await session).send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-reduced-motion', value: 'reduce'}, {name: 'forced-colors', value: forcedColours ? 'active' : 'none'}]});
}

/** Whether the page is shown in colours that its reader has chosen. */
export async function hasForcedColours(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(forced-colors: active)').matches);
}

/**
 * Shows a story and waits until its person has done everything. A page that
 * shows one story already goes over to the next without loading anew.
 *
 * @throws with what the play function threw, when it did
 */
export async function show(page: Page, origin: string, {id}: Pick<Story, 'id'>): Promise<void> {
  const preview = `${origin}/iframe.html`;
  // Storybook's own axe would look at the same things at the same time.
  if (!page.url().startsWith(preview)) await page.goto(`${preview}?viewMode=story&id=${id}&globals=a11y.manual:!true`, {waitUntil: 'domcontentloaded'});
  const complaint = await play(page, id);
  if (!complaint) return;
  // What went wrong here is not to spoil the next story.
  await page.goto('about:blank');
  throw new Error(complaint);
}

/** Waits for the story's end; asks for the story where the page shows another. What went wrong, or an empty text. */
async function play(page: Page, id: string): Promise<string> {
  return page.evaluate(async (wanted, patience) => {
    interface Channel {
      last(event: string): unknown[] | undefined;
      emit(event: string, what: unknown): void;
    }
    const channel = () => (globalThis as {__STORYBOOK_ADDONS_CHANNEL__?: Channel}).__STORYBOOK_ADDONS_CHANNEL__;
    const said = (event: string) => channel()?.last(event)?.[0];
    const bad = ['playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyThrewException', 'storyErrored'];
    const isFirst = new URLSearchParams(location.search).get('id') === wanted && !said('storyFinished');
    const before = isFirst ? [] : bad.map(said);
    const lastEnd = isFirst ? undefined : said('storyFinished');
    if (!isFirst) channel()?.emit('setCurrentStory', {storyId: wanted, viewMode: 'story'});
    for (const end = performance.now() + patience; performance.now() < end; await new Promise((soon) => setTimeout(soon, 20))) {
      const ended = said('storyFinished') as {storyId: string; status: string} | undefined;
      if (ended === lastEnd || ended?.storyId !== wanted) continue;
      // A story whose play function threw ends with "success" all the same.
      const errors = bad.map(said).filter((error, position) => error && error !== before[position]).flat();
      if (errors.length > 0) return errors.map((error) => (error as Error).message).join('; ');
      return ended.status === 'success' ? '' : 'The story failed without a word.';
    }
    return 'The story never ended.';
  }, id, hopeless);
}

export interface Audit {
  /** One line for each element that breaks a rule. */
  violations: string[];
  /** How many elements inside shadow roots were looked at. */
  insideShadowRoots: number;
}

// axe reads the colour that letters are filled with. In forced colours Chromium
// says there what the page's author wanted, and paints what `color` says.
function readPaintedColours(): void {
  const {getPropertyValue} = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function (property) {
    const isForced = property === '-webkit-text-fill-color' && matchMedia('(forced-colors: active)').matches;
    return getPropertyValue.call(this, isForced ? 'color' : property);
  };
}

/** What axe finds. Every rule that it has on by default, and the size of targets; or those of colours alone, for a page that it has looked at in others. */
export async function audit(page: Page, {ofColoursAlone = false} = {}): Promise<Audit> {
  const hasAxe = await page.evaluate(() => 'axe' in globalThis);
  if (!hasAxe) {
    await page.evaluate(axeSource);
    await page.evaluate(readPaintedColours);
  }
  return page.evaluate(async (isOfColours) => {
    const {run} = (globalThis as unknown as {axe: typeof axe}).axe;
    const {violations, passes} = await run(document, {...(isOfColours ? {runOnly: ['cat.color']} : {rules: {'target-size': {enabled: true}}}), resultTypes: ['violations', 'passes'], selectors: false, elementRef: true});
    const lines = violations.flatMap(({id, help, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`));
    // A selector for each would take longer than the audit itself.
    const inside = new Set(passes.flatMap(({nodes}) => nodes.map(({element}) => element).filter((element) => element?.getRootNode() instanceof ShadowRoot)));
    return {violations: lines, insideShadowRoots: inside.size};
  }, ofColoursAlone);
}
