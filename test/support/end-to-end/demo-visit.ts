import type {BrowserContext} from 'puppeteer-core';
import {afterAll, beforeAll} from 'vitest';
import {openContext} from '../browsers.js';
import {sharedDemo, startDemo, type Demo} from './demo.js';

/**
 * The demonstration, and a Chromium that nothing is kept in yet, while the tests of one file run.
 * `isOwn` asks for one in which nobody has told anything.
 */
export function visitDemo({isOwn = false} = {}): {readonly demo: Demo; readonly browser: BrowserContext} {
  const visit = {} as {demo: Demo; browser: BrowserContext};
  beforeAll(async () => {
    [visit.demo, visit.browser] = await Promise.all([isOwn ? startDemo() : sharedDemo(), openContext('Chromium')]);
  });
  afterAll(async () => {
    await visit.browser?.close();
    if (isOwn) await visit.demo?.end();
  });
  return visit;
}
