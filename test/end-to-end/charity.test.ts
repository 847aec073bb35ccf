import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import Database from 'libsql';
import type {Page} from 'puppeteer-core';
import {describe, expect, it} from 'vitest';
import {openPage} from '../support/open-page.js';
import {shows, typistAt, type Typist} from '../support/end-to-end/keyboard.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

// 20,000 characters (code points) in Panjabi, Arabic and emoji, with line breaks, joiners and marks.
const verse = 'ਮੇਰੀ ਮਾਂ ਦੀ ਦੇਖਭਾਲ ਚੰਗੀ ਸੀ।\nكانت الرعاية جيدة، لكنها بطيئة.\n👩🏽‍⚕️🙏🏾 “e\u0301” \u200f(٣)\u200f\n';
const story = [...verse.repeat(400)].slice(0, 20_000).join('').replace(/\s$/u, '.');

const visit = visitDemo();

describe('a carer on the charity’s page, with a keyboard only', () => {
  it('tells a mixed experience in Panjabi, Arabic and emoji, and it stands in the database letter for letter', async () => {
    const {page, typist} = await openCharity();
    await walkToCheck(typist, page, story);
    await typist.press('Send');
    const reference = await receipt(page);
    expect(reference).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await typist.focused()).role).toBe('heading');
    await page.close();

    const [kept] = (await arrived()).filter(({answers}) => answers['story'] === story);
    expect(kept).toMatchObject({
      about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]},
      answers: {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026', 'told-service': 'no'},
      urgency: 'none',
      source: {element: 'care-feedback', mode: 'inline', partner: 'example-charity', site: visit.demo.charity},
    });
    expect(await rowsWith(story)).toBe(1);
  });

  it('is still there after the endpoint was stopped and started', async () => {
    const before = await arrived();
    await visit.demo.restart();
    expect(await arrived()).toEqual(before);
    expect(before.some(({answers}) => answers['story'] === story)).toBe(true);
  });

  it('loses nothing and makes no second copy when the answer to Send is dropped and Send is pressed again', async () => {
    const {page, typist} = await openCharity();
    await walkToCheck(typist, page, 'The reply was dropped.');
    const replies = await dropReplies(page);
    await typist.press('Send');
    await shows(page, /^We have not got this yet\. It is kept on this device\.$/);
    // Reached while nothing comes through: once something does, it may be sent by itself.
    await typist.goTo('button', 'Try to send again');
    await replies.letThrough();
    await page.keyboard.press('Enter');
    await receipt(page);
    await page.close();
    expect((await arrived()).filter(({answers}) => answers['story'] === 'The reply was dropped.')).toHaveLength(1);
  });

  it('keeps both versions, linked, when one word is changed after a Send whose answer was dropped', async () => {
    const {page, typist} = await openCharity();
    await walkToCheck(typist, page, 'The food was cold');
    const replies = await dropReplies(page);
    await typist.press('Send');
    await shows(page, /^We have not got this yet\. It is kept on this device\.$/);
    await typist.press('Back');
    await shows(page, /^Check your answers$/);
    await typist.press(/^Change.*What happened\?/);
    await typist.write(/^What happened\?/, ' and late');
    await typist.press('Continue');
    await replies.letThrough();
    await typist.press(/^(Send|Try to send again)$/);
    await receipt(page);
    await page.close();

    const versions = (await arrived()).filter(({answers}) => String(answers['story']).startsWith('The food was cold'));
    expect(versions).toHaveLength(2);
    const [older, newer] = versions[0]!.replaces ? [versions[1]!, versions[0]!] : [versions[0]!, versions[1]!];
    expect(newer.replaces).toBe(older.id);
    expect(older.replacedBy).toBe(newer.id);
  });

  it('keeps two stories from two tabs apart', async () => {
    const [first, second] = [await openCharity(), await openCharity()];
    await first.page.bringToFront();
    await walkToCheck(first.typist, first.page, 'Told in the first tab.');
    await second.page.bringToFront();
    await walkToCheck(second.typist, second.page, 'Told in the second tab.');
    await second.typist.press('Send');
    const another = await receipt(second.page);
    await first.page.bringToFront();
    await first.typist.press('Send');
    expect(await receipt(first.page)).not.toBe(another);
    expect((await arrived()).filter(({answers}) => /^Told in the (first|second) tab\.$/.test(String(answers['story'])))).toHaveLength(2);
  });
});

describe('the GP practice’s own page', () => {
  it('leaves the link as it is, without a fault line, since the practice could read an inline form', async () => {
    const page = await openPage(visit.browser);
    await page.goto(`${visit.demo.surgery}/feedback.html`, {waitUntil: 'networkidle0'});
    const seen = await page.$eval('care-feedback', (element) => ({
      own: (element.shadowRoot?.textContent ?? '').trim(),
      isLinkVisible: (element.querySelector('a') as HTMLElement).checkVisibility(),
    }));
    expect(seen).toEqual({own: '', isLinkVisible: true});
    await page.close();
  });
});

async function openCharity(): Promise<{page: Page; typist: Typist}> {
  const page = await openPage(visit.browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(visit.demo.charity, {waitUntil: 'load'});
  await page.waitForFunction(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('h2'));
  return {page, typist: await typistAt(page)};
}

/** From the first page to check answers, as a carer with a mixed experience who wants no contact. */
async function walkToCheck(typist: Typist, page: Page, words: string): Promise<void> {
  await typist.choose('Someone I care for');
  await typist.press('Continue');
  await shows(page, /^What has the care been like\?$/);
  await typist.choose('Some good, some poor');
  await typist.press('Continue');
  await shows(page, /^Is anyone being hurt, neglected or in danger, now or soon\?$/);
  await typist.choose('No');
  await typist.press('Continue');
  await shows(page, /^When did it happen\?$/);
  await typist.write('Year', '2026');
  await typist.press('Continue');
  await shows(page, /^What happened\?/);
  await typist.write(/^What happened\?/, words);
  await typist.press('Continue');
  await shows(page, /^Have you told the service\?/);
  await typist.choose('No');
  await typist.press('Continue');
  for (const title of [/^Who else may see it\?/, /^May we contact you\?/]) {
    await shows(page, title);
    await typist.press('Continue');
  }
  await shows(page, /^Check your answers$/);
}

async function receipt(page: Page): Promise<string> {
  await shows(page, /^Thank you/);
  return page.evaluate(() => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(document.querySelector('care-feedback')?.shadowRoot?.textContent ?? '')?.[0] ?? '');
}

/** The endpoint gets what is sent and answers it; the answer never reaches the page. */
async function dropReplies(page: Page): Promise<{letThrough(): Promise<void>}> {
  const session = await page.createCDPSession();
  await session.send('Fetch.enable', {patterns: [{urlPattern: '*/v1/submissions', requestStage: 'Response'}]});
  // One that is paused while others are let through again has gone on by itself.
  const answer = (...[method, parameters]: Parameters<typeof session.send>) => void session.send(method, parameters).catch(() => undefined);
  session.on('Fetch.requestPaused', ({request, requestId}) => {
    if (request.method !== 'POST') return answer('Fetch.continueRequest', {requestId});
    answer('Fetch.failRequest', {requestId, errorReason: 'ConnectionReset'});
  });
  return {letThrough: () => session.send('Fetch.disable')};
}

interface Arrived {
  id: string;
  replaces?: string;
  replacedBy?: string;
  answers: Record<string, unknown>;
}

/** All that the team's inbox serves, oldest first. */
async function arrived(): Promise<Arrived[]> {
  const answer = await fetch(`${visit.demo.endpoint}/v1/inbox?order=arrived&limit=500`, {headers: {authorization: `Bearer ${visit.demo.token}`}});
  expect(answer.status).toBe(200);
  return ((await answer.json()) as {submissions: Arrived[]}).submissions;
}

/** How many rows of the database's tables hold that story, read from the file itself. */
async function rowsWith(text: string): Promise<number> {
  const file = (await readdir(visit.demo.folder)).find((name) => /\.(db|sqlite3?)$/.test(name));
  const database = new Database(join(visit.demo.folder, file!), {readonly: true});
  const rows = database.prepare("SELECT text FROM stories WHERE question = 'story'").all([]) as {text: string}[];
  database.close();
  return rows.filter((row) => row.text === text).length;
}
