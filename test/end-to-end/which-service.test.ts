import type {Page} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {openPage} from '../support/open-page.js';
import {shows, typistAt, type Typist} from '../support/end-to-end/keyboard.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const visit = visitDemo();

describe('on the local Healthwatch’s page, which names no service, with a keyboard only', () => {
  it('finds a service whose name is misspelt, and tells about it', async () => {
    const about = await tell(async ({typist, page}) => {
      await pick(typist, page, 'exmaple hosue');
    });
    expect(about).toEqual({kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]});
  });

  it('takes a service that is in no list by its name and town', async () => {
    const about = await tell(async ({typist}) => {
      await typist.press('It is not in the list');
      await typist.write('Name of the service', 'Example Visiting Nurses');
      await typist.write(/^Town/, 'Exampleton');
    });
    expect(about).toEqual({kind: 'service', services: [{name: 'Example Visiting Nurses', town: 'Exampleton'}]});
  });

  it('tells about care in an area', async () => {
    const about = await tell(async ({typist}) => {
      await typist.choose('Care in my area');
      await typist.write(/^Name of the area/, 'Exampleshire');
    });
    expect(about).toEqual({kind: 'place', place: {name: 'Exampleshire'}});
  });

  it('goes on with the name as it was written when the list cannot be searched', async () => {
    const about = await tell(async ({typist, page}) => {
      const session = await page.createCDPSession();
      await session.send('Network.enable');
      await session.send('Network.setBlockedURLs', {urls: ['*/v1/services*']});
      await typist.goTo('combobox', 'Name, town or postcode of the service');
      await page.keyboard.sendCharacter('Example Corner Clinic');
      await page.waitForFunction(() => /cannot be searched now/.test(document.querySelector('care-feedback')?.shadowRoot?.textContent ?? ''));
    });
    expect(about).toEqual({kind: 'service', services: [{name: 'Example Corner Clinic'}]});
  });
});

/** Opens the page, says which service, and goes on to the end of the long form; returns what arrived. */
async function tell(say: (at: {typist: Typist; page: Page}) => Promise<void>): Promise<unknown> {
  const page = await openPage(visit.browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(visit.demo.healthwatch, {waitUntil: 'load'});
  await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('h2'));
  const typist = await typistAt(page);
  await typist.choose('My own');
  await typist.press('Continue');
  await shows(page, /^Which service/);
  await say({typist, page});
  await typist.press('Continue');
  await shows(page, /^What has the care been like/);
  await typist.choose('Good');
  await typist.press('Continue');
  await shows(page, /^Is anyone being hurt/);
  await typist.choose('No');
  await typist.press('Continue');
  await shows(page, /^When did it happen/);
  await typist.choose('I do not know');
  await typist.press('Continue');
  await shows(page, /^What happened/);
  await typist.write(/^What happened\?/, 'All was well.');
  for (const next of [/^Who else may see it/, /^May we contact you/, /^Check your answers/]) {
    await typist.press('Continue');
    await shows(page, next);
  }
  await typist.press('Send');
  await shows(page, /^Thank you/);
  await page.close();
  const answer = await fetch(`${visit.demo.endpoint}/v1/inbox?order=arrived&limit=500`, {headers: {authorization: `Bearer ${visit.demo.token}`}});
  const {submissions} = (await answer.json()) as {submissions: {about: unknown}[]};
  return submissions.at(-1)?.about;
}

async function pick(typist: Typist, page: Page, words: string): Promise<void> {
  await typist.goTo('combobox', 'Name, town or postcode of the service');
  await page.keyboard.type(words);
  await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('[role=option]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
