import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import {hopeless} from './eventually.js';

/** A new page, on which nothing that is waited for is given up before it is hopeless. */
export async function openPage(browser: Browser | BrowserContext): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(hopeless);
  return page;
}
