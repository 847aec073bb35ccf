import {createRequire} from 'node:module';
import {readFile} from 'node:fs/promises';
import type axe from 'axe-core';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {chromium, chromiumArguments, firefox} from '../../tools/browsers.js';
import type {Story} from './storybook.js';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Dates in stories are read as people in England read them, wherever the test runs.
const env = {...process.env, TZ: 'Europe/London', LANG: 'en_GB.UTF-8'};

/** A Chromium, or an error that says how to get one. */
export async function openChromium(): Promise<Browser> {
  const executablePath = chromium() ?? missing('Chromium', 'CHROME_PATH');
  return puppeteer.launch({executablePath, args: [...chromiumArguments, '--lang=en-GB', '--force-prefers-reduced-motion'], env});
}

/** A Firefox, or an error that says how to get one. `forcedColours` as when its reader has chosen colours of their own. */
export async function openFirefox({forcedColours}: {forcedColours: boolean}): Promise<Browser> {
  const executablePath = firefox() ?? missing('Firefox', 'FIREFOX_PATH');
  const forced = {'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2};
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {'intl.accept_languages': 'en-GB', ...(forcedColours ? forced : {})},
    env,
  });
}

function missing(browser: string, variable: string): never {
  throw new Error(`There is no ${browser} here, so nobody knows what stories are like in it. "node tools/browsers.js" installs it; or set ${variable}.`);
}

/**
 * Shows a story and waits until its person has done everything.
 *
 * @throws with what the play function threw, when it did
 */
export async function show(page: Page, origin: string, {id}: Pick<Story, 'id'>): Promise<void> {
  // Storybook's own axe would look at the same things at the same time.
  await page.goto(`${origin}/iframe.html?viewMode=story&id=${id}&globals=a11y.manual:!true`, {waitUntil: 'domcontentloaded'});
  const complaint = await page.evaluate(async (wanted) => {
    interface Render {
      id: string;
      phase?: string;
    }
    const preview = () => (globalThis as {__STORYBOOK_PREVIEW__?: {currentRender?: Render}}).__STORYBOOK_PREVIEW__?.currentRender;
    for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((soon) => setTimeout(soon, 20))) {
      const render = preview();
      if (render?.id !== wanted) continue;
      if (render.phase === 'finished' || render.phase === 'completed') return '';
      if (render.phase === 'errored' || render.phase === 'aborted') return document.querySelector('#error-message')?.textContent || `The story was ${render.phase}.`;
    }
    return `The story did not end. Its last phase is ${preview()?.phase ?? 'unknown'}.`;
  }, id);
  if (complaint) throw new Error(complaint);
}

export interface Audit {
  /** One line for each element that breaks a rule. */
  violations: string[];
  /** How many elements inside shadow roots were looked at. */
  insideShadowRoots: number;
}

/** What axe finds. Every rule that it has on by default, and the size of targets. */
export async function audit(page: Page): Promise<Audit> {
  const hasAxe = await page.evaluate(() => 'axe' in globalThis);
  if (!hasAxe) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const {run} = (globalThis as unknown as {axe: typeof axe}).axe;
    const {violations, passes} = await run(document, {rules: {'target-size': {enabled: true}}, resultTypes: ['violations', 'passes']});
    const lines = violations.flatMap(({id, help, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${help}: ${JSON.stringify(target)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`));
    const inside = new Set(passes.flatMap(({nodes}) => nodes.map(({target}) => target).filter(([first]) => Array.isArray(first)).map((target) => JSON.stringify(target))));
    return {violations: lines, insideShadowRoots: inside.size};
  });
}
