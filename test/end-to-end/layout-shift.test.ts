import {describe, expect, it} from 'vitest';
import {openPage} from '../support/open-page.js';
import {visitDemo} from './visit.js';

const visit = visitDemo();

describe('a page that gives the form its room', () => {
  for (const path of ['/', '/tell-us.html', '/quick.html']) {
    it.each([320, 390, 600, 1280])(`does not move under somebody’s eyes when the form comes: ${path} at %i px`, async (width) => {
      const page = await openPage(visit.browser);
      await page.setViewport({width, height: width < 500 ? 640 : 900});
      await page.evaluateOnNewDocument(() => {
        Object.assign(globalThis, {moved: 0});
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) (globalThis as unknown as {moved: number}).moved += (entry as PerformanceEntry & {value: number}).value;
        }).observe({type: 'layout-shift', buffered: true});
      });
      await page.goto(`${visit.demo.charity}${path}`, {waitUntil: 'networkidle0'});
      await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('h2'));
      // Two frames later the observer has heard of all that the form moved.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      expect(await page.evaluate(() => (globalThis as unknown as {moved: number}).moved)).toBeLessThan(0.01);
      await page.close();
    });
  }
});
