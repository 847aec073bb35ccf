import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from 'vitest';
import {startWebsite, type Website} from '../../support/embed/hosts.js';
import {browserNames, launchChromium, launchFirefox, type BrowserName} from '../../support/browsers.js';
import {eventually} from '../../support/eventually.js';
import {openPage} from '../../support/open-page.js';
import {isEveryPage} from '../../support/end-to-end/every-page.js';
import {choose, openSite, press, type Site} from '../../support/end-to-end/site.js';

let site: Site;
let website: Website;
beforeAll(async () => void ([site, website] = await Promise.all([openSite({}), startWebsite()])));
afterAll(() => Promise.all([site.close(), website.close()]));

/** A browser that keeps its things in `folder`, and notes its tabs as often as it can. */
async function openWithDisk(name: BrowserName): Promise<{browser: Browser; folder: string}> {
  const folder = await mkdtemp(join(tmpdir(), 'care-device-'));
  const browser = await (name === 'Chromium' ? launchChromium({folder}) : launchFirefox({'browser.sessionstore.interval': 500}, {folder}));
  onTestFinished(async () => {
    await browser.close();
    await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 200});
  });
  return {browser, folder};
}

/** The files of a folder that hold a text. */
async function holding(folder: string, text: string): Promise<string[]> {
  const files = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile());
  const each = await Promise.all(files.map(async ({parentPath, name}) => ({name, bytes: await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0))})));
  return each.filter(({bytes}) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))).map(({name}) => name);
}

// Firefox, which takes longest to note its tabs, in `npm run test:all`.
describe.each(isEveryPage ? browserNames : (['Chromium'] as const))('on the disk of whoever tells something by the plain form in %s, and whose tabs the browser has noted since', (name) => {
  it('are neither their words nor their code, before they send and after', async () => {
    const {browser, folder} = await openWithDisk(name);
    const page = await openPage(browser);
    /** Resolves when the browser has noted what stood in its tabs, which another website's form shows. */
    async function noted(mark: string): Promise<void> {
      const other = await openPage(browser);
      await other.goto(website.put({body: '<form><textarea name="other"></textarea></form>'}));
      await other.type('textarea', mark);
      await eventually(async () => (await holding(folder, mark)).length > 0, `“${mark}” in the browser's folder`);
      await other.close();
      await page.bringToFront();
    }

    const [comment, code] = ['canary-7f3e9a52', 'canary-0b64d1e8'];
    await page.goto(`${site.origin}/feedback?question-set=quick&service=1-1000000001`);
    await choose(page, 'Very good');
    await choose(page, 'No');
    await page.type('textarea', comment);
    await noted('mark-once-typed');
    expect(await holding(folder, comment)).toEqual([]);
    await press(page, 'Continue');
    await noted('mark-once-gone-on');
    expect(await holding(folder, comment)).toEqual([]);
    for (let pages = 0; pages < 10 && !(await page.$$eval('button', (all) => all.some((each) => each.textContent === 'Send'))); pages += 1) await press(page, 'Continue');
    await press(page, 'Send');
    const shown = await page.$$eval('code', (all) => all.map((each) => each.textContent ?? ''));
    const own = shown.find((each) => /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(each))!;
    await press(page, 'See, correct or withdraw what you sent');
    expect(await page.$eval('main', (main) => main.textContent)).toContain(comment);
    await page.goto(`${site.origin}/feedback/sent`);
    await page.type('#code', code);
    await press(page, 'Show what I sent');
    await noted('mark-at-the-end');
    for (const secret of [comment, code, own, own.replaceAll('-', '')]) expect(await holding(folder, secret)).toEqual([]);
  });
});
