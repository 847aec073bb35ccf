import {readFileSync} from 'node:fs';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {startEndpoint} from '../../../src/endpoint/serve.js';
import {openStore} from '../../../src/endpoint/store/open-store.js';
import {receiver, services} from '../plain-form/example.js';
import {sqliteWorker, temporaryFolder} from '../endpoint/sqlite-worker.js';
import {putServices} from '../store/put-services.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The endpoint over HTTP, with a few services, in a folder of its own. */
export interface Site {
  origin: string;
  token: string;
  /** Opens the inbox once. */
  code?: string;
  close(): Promise<void>;
}

export async function openSite({token, hasLimits}: {token?: string; hasLimits?: boolean}): Promise<Site> {
  const [folder, worker] = [temporaryFolder(), await sqliteWorker()];
  const receiverFile = join(folder, 'receiver.json');
  await mkdir(folder, {recursive: true});
  await writeFile(receiverFile, JSON.stringify(receiver));
  const store = await openStore({dataFolder: folder}, worker);
  await putServices(store, services, 'example');
  await store.close();
  const running = await startEndpoint(
    {host: '127.0.0.1', port: 0, dataFolder: folder, keysFile: join(folder, 'keys.json'), receiverFile, signpostsFile: undefined, inboxToken: token, ...(hasLimits !== undefined && {hasLimits})},
    {worker, elementsFolder: folder, log: () => undefined},
  );
  return {
    origin: `http://127.0.0.1:${running.port}`,
    token: token ?? '',
    code: running.inboxCode,
    async close() {
      await running.close();
      await rm(folder, {recursive: true});
    },
  };
}

/** What axe finds wrong on the page as it stands, each with the markup that it means. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const {axe: checker} = globalThis as unknown as {axe: {run(node: unknown): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}};
    const found = await checker.run(document);
    return found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 150)).join(' | ')}`);
  });
}

/** What does not fit: a page wider than its window, and controls smaller than a fingertip. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tooWide = document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth}px wide in ${innerWidth}px`] : [];
    const controls = [...document.querySelectorAll('button, input:not([type="hidden"]), select, textarea, summary, nav a, .signposts a')].filter((each) => each.checkVisibility());
    const small = controls.filter((each) => each.getBoundingClientRect().height < 24 || each.getBoundingClientRect().width < 24);
    return [...tooWide, ...small.map((each) => `too small: ${each.outerHTML.slice(0, 100)}`)];
  });
}

/** Presses the button with these words and waits for the page it leads to. */
export async function press(page: Page, words: string): Promise<void> {
  for (const button of await page.$$('button')) {
    const name = await button.evaluate((each) => each.getAttribute('aria-label') ?? each.textContent?.trim());
    if (name === words) return void (await Promise.all([page.waitForNavigation(), button.click()]));
  }
  throw new Error(`No button “${words}” at ${await page.title()}`);
}

/** Clicks the label of a control. */
export async function choose(page: Page, words: string): Promise<void> {
  for (const label of await page.$$('label')) {
    if ((await label.evaluate((each) => each.textContent?.trim())) === words) return label.click();
  }
  throw new Error(`No label “${words}” at ${await page.title()}`);
}
