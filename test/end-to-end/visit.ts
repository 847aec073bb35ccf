import puppeteer, {type Browser} from 'puppeteer-core';
import {afterAll, beforeAll} from 'vitest';
import {chromium, chromiumArguments} from '../../tools/browsers.js';
import {startDemo, type Demo} from './demo.js';

/** The demonstration and a Chromium beside it, there while the tests of one file run. */
export function visitDemo(): {readonly demo: Demo; readonly browser: Browser} {
  const visit = {} as {demo: Demo; browser: Browser};
  beforeAll(async () => {
    visit.demo = await startDemo();
    visit.browser = await puppeteer.launch({executablePath: await chromium(), args: [...chromiumArguments]});
  });
  afterAll(async () => {
    await visit.browser?.close();
    await visit.demo?.end();
  });
  return visit;
}
