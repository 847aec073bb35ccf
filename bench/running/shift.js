// @ts-check

/** @typedef {{__moved: number}} Watched */

/** What a phone and a desktop show of a page. */
export const views = [{width: 320, height: 640}, {width: 1280, height: 900}];

/** A screenful of text and more, as a page has it under an element. */
export const textBelow = `<div>${'<p>Some words of the page itself, which somebody has begun to read.</p>'.repeat(40)}</div>`;

/**
 * Opens a page with one element, waits until it shows itself, and says what moved.
 *
 * @param {import('puppeteer-core').Page} page a new one: a browser holds back what it paints first of a second page
 * @param {string} address
 * @param {{width: number, height: number}} view
 * @returns {Promise<{moved: number, needed: number, taken: number}>} the cumulative layout shift; and in pixels what the element draws, and the room that it takes
 */
export async function shiftOn(page, address, view) {
  await page.setViewport(view);
  await page.evaluateOnNewDocument(() => {
    const here = /** @type {Watched} */ (/** @type {unknown} */ (globalThis));
    here.__moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) here.__moved += /** @type {PerformanceEntry & {value: number}} */ (entry).value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  // Somebody reads already when the element comes; from here it would be there before anything is painted.
  const isPainted = async () => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await twoFrames(page);
  };
  /** @param {import('puppeteer-core').HTTPRequest} request */
  const whenPainted = async (request) => {
    if (request.url().endsWith('/care-elements.js')) await isPainted();
    await request.continue();
  };
  await page.setRequestInterception(true);
  page.on('request', whenPainted);
  await page.goto(address, {waitUntil: 'networkidle0'});
  await page.waitForFunction(() => [...document.querySelectorAll('*')].some((each) => each.localName.startsWith('care-') && each.shadowRoot?.querySelector('.surface:not(.room *)')));
  // Two frames later the observer has heard of all that moved.
  await twoFrames(page);
  return page.evaluate(() => {
    const element = [...document.querySelectorAll('*')].find((each) => each.localName.startsWith('care-') && each.shadowRoot?.querySelector('.surface:not(.room *)'));
    const height = (/** @type {Element | null | undefined} */ each) => Math.round(each?.getBoundingClientRect().height ?? 0);
    return {moved: /** @type {Watched} */ (/** @type {unknown} */ (globalThis)).__moved, needed: height(element?.shadowRoot?.querySelector('.surface:not(.room *)')), taken: height(element)};
  });
}

/** @param {import('puppeteer-core').Page} page */
async function twoFrames(page) {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
