import type {Page} from 'puppeteer-core';
import {describe, expect, it, onTestFinished} from 'vitest';
import {press} from '../../support/embed/host-visit.js';
import {browserNames, launchChromium, openContext, type BrowserName} from '../../support/browsers.js';
import {eventually} from '../../support/eventually.js';
import {openPage} from '../../support/open-page.js';
import {arrive, fill, says, setUp, thanks} from '../../support/faults/device.js';

const setting = setUp();

// The Chromium without windows keeps no page that was left.
const openWhole = (name: BrowserName) => (name === 'Chromium' ? launchChromium({isWhole: true}) : openContext(name));

/** All that stands in the form, shown or not. */
const within = (page: Page) => page.evaluate(() => document.querySelector('care-feedback')!.shadowRoot!.innerHTML);

/** Goes to another page in the same tab, presses Back, and waits until the browser has brought the first one as it stood. */
async function leaveAndComeBack(page: Page, elsewhere: string): Promise<void> {
  await page.evaluate(() => addEventListener('pageshow', ({persisted}) => Object.assign(globalThis, {cameBack: persisted})));
  await page.goto(elsewhere, {waitUntil: 'load'});
  await page.evaluate(() => void setTimeout(() => history.back()));
  // While one page takes the place of the other, nobody answers.
  await eventually(() => page.evaluate(() => (globalThis as {cameBack?: boolean}).cameBack).catch(() => undefined), 'the page to come back as it stood');
}

describe.each(browserNames)('somebody who presses Back in %s on a device that others use', (name) => {
  it('finds that something was received, and neither the words nor the code of whoever wrote before', async () => {
    const browser = await openWhole(name);
    onTestFinished(() => browser.close());
    const {website, demo} = setting;
    const body = `<care-feedback endpoint="${demo.endpoint}" service-name="Example House" question-set="quick"></care-feedback><script type="module" src="${demo.endpoint}/elements/v1/care-elements.js"></script>`;
    const [form, elsewhere] = [website.put({body, mayBeStored: true}), website.put({body: '<p>Something else.</p>', mayBeStored: true})];
    const page = await openPage(browser);
    const story = `Told in ${name} before another came.`;
    await page.goto(form, {waitUntil: 'load'});
    await fill(page, story);
    await press(page, 'Send');
    await says(page, thanks);
    await press(page, 'I have written it down');
    await says(page, 'Good. You can leave this page now.');
    const code = await page.evaluate(() => document.querySelector('care-feedback')!.shadowRoot!.querySelector('#code strong')!.textContent);
    const before = await within(page);
    for (const told of [code, story]) expect(before).toContain(told);
    expect(await arrive(setting, [story])).toEqual([1]);

    await leaveAndComeBack(page, elsewhere);
    await says(page, 'We cannot show it again.');
    await says(page, 'Thank you. We have got what you sent.');
    const found = await within(page);
    for (const told of [code, story]) expect(found).not.toContain(told);
  });
});
