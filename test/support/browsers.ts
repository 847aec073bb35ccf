import puppeteer, {type Browser, type BrowserContext} from 'puppeteer-core';
import {chromium, chromiumArguments, chromiumForTests, firefox} from '../../tools/browsers.js';
import {hopeless} from './eventually.js';

export type BrowserName = 'Chromium' | 'Firefox';
export const browserNames: readonly BrowserName[] = ['Chromium', 'Firefox'];

// Dates are read as people in England read them, wherever the test runs.
const env = {...process.env, TZ: 'Europe/London', LANG: 'en_GB.UTF-8'};

// Firefox would ask every website for its sign by itself, against the website's policy.
const firefoxSettings = {'intl.accept_languages': 'en-GB', 'browser.chrome.site_icons': false};

// Opened when first asked for; they end with the process.
const opened = new Map<BrowserName, Promise<Browser>>();

/**
 * What somebody has who opens a browser for the first time: nothing in it is another
 * file's. All of a process share one browser, since to open one takes longer than most tests.
 *
 * @throws where there is no such browser, with how to get one
 */
export async function openContext(name: BrowserName): Promise<BrowserContext> {
  const browser = opened.get(name) ?? (name === 'Chromium' ? launchChromium() : launchFirefox());
  opened.set(name, browser);
  return (await browser).createBrowserContext();
}

/**
 * A Chromium of a test's own, for what is the whole browser's. `isWhole` asks for the one that people
 * have, for what the one without windows cannot do; what it keeps in `folder` outlives it, so it has to be whole.
 */
export function launchChromium({isWhole = false, folder}: {isWhole?: boolean; folder?: string} = {}): Promise<Browser> {
  const executablePath = (isWhole || folder !== undefined ? chromium() : chromiumForTests()) ?? missing('Chromium');
  return endingWithProcess(puppeteer.launch({executablePath, args: [...chromiumArguments, '--lang=en-GB'], env, timeout: hopeless, ...(folder !== undefined && {userDataDir: folder})}));
}

/**
 * A Firefox of a test's own, for what is the whole browser's, as its settings are, and what it keeps in `folder`.
 * `shownIn` is the environment of a desktop on which its window is to be; else it has none.
 */
export function launchFirefox(settings: Record<string, unknown> = {}, {folder, shownIn}: {folder?: string; shownIn?: NodeJS.ProcessEnv} = {}): Promise<Browser> {
  return endingWithProcess(puppeteer.launch({browser: 'firefox', executablePath: firefox() ?? missing('Firefox'), headless: !shownIn, extraPrefsFirefox: {...firefoxSettings, ...settings}, env: shownIn ?? env, timeout: hopeless, ...(folder !== undefined && {userDataDir: folder})}));
}

// Of several browsers puppeteer itself forgets every second one.
async function endingWithProcess(launching: Promise<Browser>): Promise<Browser> {
  const browser = await launching;
  const child = browser.process()!;
  const end = () => process.kill(-child.pid!, 'SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return browser;
}

function missing(name: BrowserName): never {
  throw new Error(`There is no ${name} here, so nobody knows what this is like in it. "npm run setup" installs it, or says what to install.`);
}
