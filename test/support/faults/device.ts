import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import {afterAll, beforeAll, onTestFinished} from 'vitest';
import {startWebsite, type Website} from '../embed/hosts.js';
import {press} from '../embed/host-visit.js';
import {sharedDemo, type Demo} from '../end-to-end/demo.js';
import {launchChromium, openContext} from '../browsers.js';
import {eventually} from '../eventually.js';

/** A real endpoint, somebody's website with a short form, and what a device of somebody's does there. */
export interface Setting {
  demo: Demo;
  website: Website;
  /** The page with the form; `version` is the address of the code. */
  pageWith(attributes?: string, version?: string): string;
}

export function setUp(): Setting {
  const setting = {} as Setting;
  beforeAll(async () => {
    [setting.demo, setting.website] = await Promise.all([sharedDemo(), startWebsite()]);
    const script = (version: string) => `<script type="module" src="${setting.demo.endpoint}/elements/${version}/care-elements.js"></script>`;
    setting.pageWith = (attributes = `endpoint="${setting.demo.endpoint}"`, version = 'v1') =>
      setting.website.put({body: `<care-feedback ${attributes} service-name="Example House" question-set="quick"></care-feedback>${script(version)}`});
  });
  afterAll(() => setting.website?.close());
  return setting;
}

/** Somebody's device, on which nothing is kept yet. */
export interface Device {
  readonly browser: Browser | BrowserContext;
}

/** One whose browser keeps its things in a folder, which outlives it. */
export interface DeviceWithDisk extends Device {
  readonly browser: Browser;
  folder: string;
  /** Ends the browser as a power cut does: nothing of it hears about it. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

export async function newDevice(): Promise<Device> {
  const browser = await openContext('Chromium');
  onTestFinished(() => browser.close());
  return {browser};
}

export async function newDeviceWithDisk(): Promise<DeviceWithDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'care-device-'));
  let browser = await launchChromium({folder});
  onTestFinished(async () => {
    await browser.close().catch(() => undefined);
    await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 200});
  });
  return {
    folder,
    get browser() {
      return browser;
    },
    async start() {
      browser = await launchChromium({folder});
    },
    async kill() {
      const child = browser.process()!;
      const ended = new Promise((exit) => child.once('exit', exit));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Lets no submission through, as a lost connection does; `mend` lets them. */
export async function cut(page: Page): Promise<{mend(): Promise<void>}> {
  const session = await page.createCDPSession();
  await session.send('Fetch.enable', {patterns: [{urlPattern: '*/v1/submissions'}, {urlPattern: '*/take'}]});
  session.on('Fetch.requestPaused', ({requestId}) => void session.send('Fetch.failRequest', {requestId, errorReason: 'InternetDisconnected'}).catch(() => undefined));
  return {mend: () => session.send('Fetch.disable')};
}

/** Fills in the short form up to Send, which is not pressed. */
export async function fill(page: Page, story: string, risk = 'No'): Promise<void> {
  await press(page, 'Very good');
  await press(page, risk);
  await eventually(() => page.evaluate((words) => {
    const field = document.querySelector('care-feedback')?.shadowRoot?.querySelector('textarea');
    if (!field) return false;
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    return true;
  }, story));
}

export const isKept = 'We have not got this yet. It is kept on this device.';
export const isInMemory = 'It could not be kept on this device.';
export const thanks = 'Thank you.';

/** Waits until the form says so. */
export async function says(page: Page, words: string): Promise<void> {
  await eventually(() => page.evaluate((wanted) => {
    const text = document.querySelector('care-feedback')?.shadowRoot?.querySelector('.surface')?.textContent?.replace(/\s+/g, ' ') ?? '';
    return text.includes(wanted);
  }, words), `the form to say “${words}”`);
}

/** All that the endpoint's team can read, in order. */
export async function submissions({demo}: Setting): Promise<(Record<string, unknown> & {id: string; answers: Record<string, string>})[]> {
  const answer = await fetch(`${demo.endpoint}/v1/inbox?order=arrived&limit=500`, {headers: {authorization: `Bearer ${demo.token}`}});
  return ((await answer.json()) as {submissions: Awaited<ReturnType<typeof submissions>>}).submissions;
}

/** The stories among them. */
export async function stories(setting: Setting): Promise<string[]> {
  return (await submissions(setting)).map(({answers}) => answers['comment'] ?? '');
}

/** How often each of `wanted` arrived, once all have. */
export async function arrive(setting: Setting, wanted: readonly string[]): Promise<number[]> {
  await eventually(async () => {
    const all = await stories(setting);
    return wanted.every((story) => all.includes(story));
  }, `in the inbox: ${wanted.join(' ')}`);
  const all = await stories(setting);
  return wanted.map((story) => all.filter((each) => each === story).length);
}

/** How many records wait in this website's storage; `undefined` where there is no such database. */
export function waiting(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({name}) => name === 'care-elements-outbox-1')) return undefined;
    return new Promise<number>((resolve, reject) => {
      const request = indexedDB.open('care-elements-outbox-1');
      request.onerror = () => reject(request.error!);
      request.onsuccess = () => {
        const counting = request.result.transaction('records').objectStore('records').count();
        counting.onsuccess = () => (request.result.close(), resolve(counting.result));
      };
    });
  });
}
