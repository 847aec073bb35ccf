// @ts-check
// Walks a form in a browser and counts what somebody has to read on each page before the receipt.

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{heading: string, words: number}} PageLength */
/** @typedef {{name: string, at: string, isPlain: boolean, does: readonly Deed[]}} Way what somebody does, wherever it is asked */
/** @typedef {{on: string, choose?: readonly string[], write?: readonly (readonly [label: string, text: string])[], pick?: readonly string[]}} Deed on the page whose heading begins so */

/**
 * The shortest honest way: one's own care, good, in one sentence.
 * @type {readonly Deed[]}
 */
const shortest = [
  {on: 'Tell us what care was like', choose: ['My own']},
  {on: 'Which service', pick: ['Example House']},
  {on: 'What has the care', choose: ['Good']},
  {on: 'Is anyone', choose: ['No']},
  {on: 'When did', choose: ['It is still happening', 'I do not know']},
  {on: 'What happened', write: [['What happened', 'The nurses were kind to me.']]},
];

/**
 * Somebody who is asked everything that anybody can be asked at once.
 * @type {readonly Deed[]}
 */
const longest = [
  {on: 'Tell us what care was like', choose: ['A relative or friend', 'Yes: Has the person', 'No: Are you under 18']},
  {on: 'Has the person', choose: ['Yes']},
  {on: 'Which service', pick: ['Example House', 'Example Mental Health Centre']},
  {on: 'Did these services', choose: ['Partly']},
  {on: 'What was the care', choose: ['Poor', 'Yes: Do you work']},
  {on: 'Do you work', choose: ['Yes']},
  {on: 'Might other', choose: ['Yes', 'Neither']},
  {on: 'Have you told the police', choose: ['Neither']},
  {on: 'When did', choose: ['I do not know']},
  {on: 'What happened', write: [['What happened', 'They shouted at her.']], choose: ['Rights', 'No: detained']},
  {on: 'Was the person detained', choose: ['No']},
  {on: 'Have you told the service', choose: ['Yes, I made a formal complaint', 'No: Has the service']},
  {on: 'Has the service', choose: ['No']},
  {on: 'May we contact', choose: ['Yes: May we', 'Yes: Is it safe'], write: [['Email', 'name@example.com']]},
  {on: 'Is it safe', choose: ['Yes']},
  {on: 'How can we', write: [['Email', 'name@example.com']]},
];

/**
 * The ways that are measured, each from its first page.
 * @param {{charity: string, endpoint: string}} addresses of the demonstration
 * @returns {readonly Way[]}
 */
export function ways({charity, endpoint}) {
  return [
    {name: 'shortest, in the element', at: `${charity}/share-your-experience.html`, isPlain: false, does: shortest},
    {name: 'longest, in the element', at: `${charity}/share-your-experience.html`, isPlain: false, does: longest},
    {name: 'shortest, in plain pages', at: `${endpoint}/feedback`, isPlain: true, does: shortest},
    {name: 'longest, in plain pages', at: `${endpoint}/feedback`, isPlain: true, does: longest},
  ];
}

/**
 * Walks one way to the page from which it is sent.
 * @param {Page} page
 * @param {Way} way
 * @returns {Promise<PageLength[]>}
 */
export async function walk(page, {at, isPlain, does}) {
  await page.goto(at, {waitUntil: 'load'});
  const lengths = [];
  for (let heading = await headingAfter(page, isPlain, ''); ; heading = await headingAfter(page, isPlain, heading)) {
    for (const deed of does.filter(({on}) => heading.startsWith(on))) await answer(page, deed, isPlain);
    lengths.push({heading, words: await page.evaluate(countWords)});
    if (heading.startsWith('Check your answers')) return lengths;
    if (lengths.length > 40) throw new Error(`After 40 pages the form is at “${heading}”`);
    await goOn(page, isPlain);
  }
}

/**
 * Presses Continue, and waits for what it leads to where that is a page of its own.
 * @param {Page} page
 * @param {boolean} isPlain
 */
async function goOn(page, isPlain) {
  if (!isPlain) return void (await page.evaluate(pressContinue));
  await Promise.all([page.waitForNavigation({waitUntil: 'load'}), page.evaluate(pressContinue)]);
  const wrong = await page.$$eval('.error-summary li', (faults) => faults.map(({textContent}) => textContent));
  if (wrong.length > 0) throw new Error(`The form says: ${wrong.join(', ')}`);
}

/**
 * Waits for another page of the form than the one of `before`; two pages that follow each other have two headings.
 * @param {Page} page
 * @param {boolean} isPlain
 * @param {string} before
 */
async function headingAfter(page, isPlain, before) {
  const found = await page.waitForFunction((selector, last) => {
    const root = document.querySelector('care-feedback')?.shadowRoot ?? document;
    const heading = root.querySelector(selector)?.textContent?.trim();
    return heading && heading !== last ? heading : undefined;
  }, {}, isPlain ? 'h1' : '.title', before);
  return /** @type {string} */ (await found.jsonValue());
}

/**
 * @param {Page} page
 * @param {Deed} deed
 * @param {boolean} isPlain
 */
async function answer(page, {choose = [], write = [], pick = []}, isPlain) {
  if (pick.length > 0) await (isPlain ? pickPlain(page, pick) : pickInElement(page, pick));
  for (const words of choose) {
    const [label = '', question = ''] = words.split(': ');
    await page.evaluate(chooseOption, label, question, !isPlain);
    await settled(page);
  }
  for (const [label, text] of write) await page.evaluate(writeInto, label, text);
  await settled(page);
}

/** @param {Page} page */
async function settled(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/**
 * @param {Page} page
 * @param {readonly string[]} names
 */
async function pickInElement(page, names) {
  if (names.length > 1) await page.evaluate(chooseOption, 'More than one service', '', true);
  for (const [position, name] of names.entries()) {
    if (position > 1) throw new Error('Two services are all that this walk knows');
    await settled(page);
    const search = await page.evaluateHandle((which) => /** @type {HTMLElement} */ ([...document.querySelector('care-feedback')?.shadowRoot?.querySelectorAll('[role=combobox]') ?? []][which]), position);
    await search.type(name);
    await page.waitForFunction((words) => {
      const found = [...document.querySelector('care-feedback')?.shadowRoot?.querySelectorAll('[role=option]') ?? []].find((option) => option.textContent?.includes(words));
      /** @type {HTMLElement | undefined} */ (found)?.click();
      return found !== undefined;
    }, {}, name);
  }
}

/**
 * @param {Page} page
 * @param {readonly string[]} names
 */
async function pickPlain(page, names) {
  if (names.length > 1) await page.evaluate(chooseOption, 'More than one service', '', false);
  for (const [position, name] of names.entries()) {
    await page.$eval('input[name$="-query"]', (field, words) => void (/** @type {HTMLInputElement} */ (field).value = words), name);
    await Promise.all([page.waitForNavigation({waitUntil: 'load'}), page.click('button[value=search]')]);
    await page.evaluate(chooseOption, name, '', false);
    if (position < names.length - 1) await Promise.all([page.waitForNavigation({waitUntil: 'load'}), page.click('button[value=add]')]);
  }
}

// Each of these runs in the page.

/** @param {string} label @param {string} question whose words stand over it, where two have the same answer @param {boolean} isNeeded */
function chooseOption(label, question, isNeeded) {
  const root = document.querySelector('care-feedback')?.shadowRoot ?? document;
  const found = [...root.querySelectorAll('label')].find((each) => {
    const group = each.closest('.field')?.querySelector('legend, .title')?.textContent ?? '';
    return each.textContent?.trim().startsWith(label) && group.includes(question) && each.checkVisibility();
  });
  const box = /** @type {HTMLDetailsElement | undefined} */ (found?.closest('details'));
  if (box) box.open = true;
  if (found) found.click();
  else if (isNeeded && !question && label !== 'It is still happening' && label !== 'I do not know') throw new Error(`Nothing to choose is called ${label}`);
}

/** @param {string} label @param {string} text */
function writeInto(label, text) {
  const root = document.querySelector('care-feedback')?.shadowRoot ?? document;
  const found = [...root.querySelectorAll('label')].find((each) => each.textContent?.trim().startsWith(label));
  const field = /** @type {HTMLInputElement | null} */ (found && root.querySelector(`#${CSS.escape(found.htmlFor)}`));
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

function pressContinue() {
  const root = document.querySelector('care-feedback')?.shadowRoot ?? document;
  const found = [...root.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Continue');
  if (!found) throw new Error('There is no Continue');
  found.click();
}

/** The words that can be seen. */
function countWords() {
  const root = document.querySelector('care-feedback')?.shadowRoot ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (walker.nextNode()) {
    const {parentElement, textContent} = walker.currentNode;
    const isSeen = parentElement?.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !parentElement.closest('style, script, .visually-hidden') && parentElement.getBoundingClientRect().width > 1;
    if (isSeen) words += (textContent ?? '').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  return words;
}
