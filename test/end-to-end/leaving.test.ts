import type {HTTPRequest, Page} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {openPage} from '../support/open-page.js';
import {shows, typistAt, type Typist} from '../support/end-to-end/keyboard.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const visit = visitDemo();
const neutral = 'https://www.bbc.co.uk/weather';

interface Visitor {
  page: Page;
  typist: Typist;
  /** What was asked of the neutral site, and what the browser asked the person. */
  requests: HTTPRequest[];
  questions: string[];
}

/** A member of staff who comes to the charity's page from another, and has begun to tell. */
async function tellAsStaff(): Promise<Visitor> {
  const page = await openPage(visit.browser);
  const visitor: Visitor = {page, typist: undefined!, requests: [], questions: []};
  page.on('dialog', (dialog) => {
    visitor.questions.push(dialog.type());
    void dialog.accept();
  });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().startsWith('https://')) return void request.continue();
    visitor.requests.push(request);
    void request.respond({contentType: 'text/html', body: '<!doctype html><title>Weather</title><p>Rain later'});
  });
  await page.goto(`${visit.demo.endpoint}/feedback`, {waitUntil: 'load'});
  await page.goto(visit.demo.charity, {waitUntil: 'load'});
  await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('h2'));
  const typist = await typistAt(page);
  await typist.choose('I work or volunteer there, or used to');
  await typist.press('Continue');
  await shows(page, /^What has the care been like\?$/);
  await typist.choose('Poor');
  return {...visitor, typist};
}

async function expectGone({page, requests, questions}: Visitor): Promise<void> {
  expect(page.url()).toBe(neutral);
  expect(requests.find((request) => request.url() === neutral)?.headers()['referer']).toBeUndefined();
  expect(questions).toEqual([]);
  await page.goBack({waitUntil: 'load'});
  expect(page.url()).toBe(`${visit.demo.endpoint}/feedback`);
  await page.goForward({waitUntil: 'load'});
  expect(page.url()).toBe(neutral);
  await page.close();
}

describe('a member of staff who must leave quickly', () => {
  it('is at a neutral site by one button, which the browser does not question, and Back leads past the form', async () => {
    const visitor = await tellAsStaff();
    await Promise.all([visitor.page.waitForNavigation(), visitor.typist.press('Leave this page')]);
    await expectGone(visitor);
  });

  it('is there by Shift three times as well', async () => {
    const visitor = await tellAsStaff();
    const gone = visitor.page.waitForNavigation();
    for (let times = 0; times < 3; times += 1) await visitor.page.keyboard.press('Shift');
    await gone;
    await expectGone(visitor);
  });
});
