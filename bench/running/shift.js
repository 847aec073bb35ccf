// @ts-check

/** @typedef {{__moved: number}} Watched */

/** What a phone and a desktop show of a page. */
export const views = [{width: 320, height: 640}, {width: 1280, height: 900}];

/** A screenful of text and more, as a page has it under an element. */
export const textBelow = `<div>${'<p>Some words of the page itself, which somebody has begun to read.</p>'.repeat(40)}</div>`;

/**
 * Opens a page with one element, waits until it shows itself, and says what moved.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 * @param {{width: number, height: number}} view
 * @returns {Promise<{moved: number, needed: number, taken: number}>} the cumulative layout shift; and in pixels what the element draws, and the room that it takes
 */
export async function shiftOn(page, address, view) {
  await page.setViewport(view);
  const script = await page.evaluateOnNewDocument(() => {
    const here = /** @type {Watched} */ (/** @type {unknown} */ (globalThis));
    here.__moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) here.__moved += /** @type {PerformanceEntry & {value: number}} */ (entry).value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.goto(address, {waitUntil: 'networkidle0'});
  await page.waitForFunction(() => [...document.querySelectorAll('*')].some((each) => each.localName.startsWith('care-') && each.shadowRoot?.querySelector('.surface:not(.room *)')));
  // Two frames later the observer has heard of all that moved.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const measured = await page.evaluate(() => {
    const element = [...document.querySelectorAll('*')].find((each) => each.localName.startsWith('care-') && each.shadowRoot?.querySelector('.surface:not(.room *)'));
    const height = (/** @type {Element | null | undefined} */ each) => Math.round(each?.getBoundingClientRect().height ?? 0);
    return {moved: /** @type {Watched} */ (/** @type {unknown} */ (globalThis)).__moved, needed: height(element?.shadowRoot?.querySelector('.surface:not(.room *)')), taken: height(element)};
  });
  await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  return measured;
}
