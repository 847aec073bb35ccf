import {readFile, readdir} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {describe, expect, it, onTestFinished} from 'vitest';
import {press} from '../../support/embed/host-visit.js';
import {eventually} from '../../support/eventually.js';
import {openPage} from '../../support/open-page.js';
import {times} from '../../support/faults/length.js';
import {arrive, cut, fill, isInMemory, isKept, newDevice, newDeviceWithDisk, says, setUp, stories, submissions, thanks, waiting, type Device} from '../../support/faults/device.js';

const setting = setUp();

async function open(device: Device, address: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await openPage(device.browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await before?.(page);
  await page.goto(address, {waitUntil: 'load'});
  return page;
}

/** Told, sent and kept while nothing gets through; the page stands on "kept". */
async function keep(device: Device, address: string, story: string, before?: (page: Page) => Promise<unknown>): Promise<Page & {mend(): Promise<void>}> {
  const page = await open(device, address, before);
  const {mend} = await cut(page);
  await fill(page, story);
  await press(page, 'Send');
  await says(page, isKept);
  return Object.assign(page, {mend});
}

/** The code that the page shows to whoever wrote. */
async function codeOn(page: Page): Promise<string> {
  return eventually(() => page.evaluate(() => document.querySelector('care-feedback')?.shadowRoot?.querySelector('#code .reference')?.textContent ?? ''), 'a code');
}

/** All that waits on this device, as any script of the website can read it. */
async function recordsOn(page: Page): Promise<{id: string; body: string; bodyType: string}[]> {
  return page.evaluate(() => new Promise<{id: string; body: string; bodyType: string}[]>((resolve, reject) => {
    const request = indexedDB.open('care-elements-outbox-1');
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => {
      const reading = request.result.transaction('records').objectStore('records').getAll();
      reading.onsuccess = () => (request.result.close(), resolve(reading.result as never));
    };
  }));
}

/** Lets all that waits on this device be tried at once, as if somebody came back minutes later. */
async function makeDue(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('care-elements-outbox-1');
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => {
      const transaction = request.result.transaction('records', 'readwrite');
      const records = transaction.objectStore('records');
      const reading = records.getAll();
      reading.onsuccess = () => {
        for (const record of reading.result as object[]) records.put({...record, nextAt: 0});
      };
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  }));
}

describe('once “kept on this device” was shown', () => {
  const rounds = times({short: 3, long: 20});
  it(`nothing is lost and nothing comes twice when the browser is killed at that moment, ${rounds} times`, async () => {
    const device = await newDeviceWithDisk();
    const address = setting.pageWith();
    const told = Array.from({length: rounds}, (_, round) => `Told right before the browser was killed, ${round}.`);
    for (const story of told) {
      await keep(device, address, story);
      await device.kill();
      await device.start();
    }
    // Each was tried in vain at every start, so that the next try is minutes away.
    await makeDue(await open(device, setting.website.put({body: ''})));
    await open(device, address);
    const counts = await arrive(setting, told);
    console.log(`browser killed: ${rounds} kept, ${counts.filter((count) => count === 0).length} lost, ${counts.filter((count) => count > 1).length} twice`);
    expect(counts).toEqual(told.map(() => 1));
  });

  it('its words are nowhere in clear in the browser’s folder, for an endpoint and for an action', async () => {
    const device = await newDeviceWithDisk();
    const canary = 'canary-7f3e9a52';
    const receiver = `${setting.demo.endpoint}/v1/receiver`;
    await keep(device, setting.pageWith(), `The bird is ${canary}.`);
    await keep(device, setting.pageWith(`action="${setting.website.origin}/take" receiver="${receiver}"`), `The bird is ${canary}.`);
    await (await keep(device, setting.pageWith(), `A second bird is ${canary}.`)).close();
    const code = codeOn(await keep(device, setting.pageWith(), `The last bird is ${canary}.`));
    const right = (await code).replaceAll('-', '');
    await device.kill();
    const files = (await readdir(device.folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile());
    const texts = await Promise.all(files.map(async ({parentPath, name}) => ({name, bytes: await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0))})));
    const holds = (text: Buffer) => texts.filter(({bytes}) => bytes.includes(text)).map(({name}) => name);
    // The search works: the name of the database is found.
    expect([...holds(Buffer.from('care-elements-outbox', 'utf8')), ...holds(Buffer.from('care-elements-outbox', 'utf16le').swap16()), ...holds(Buffer.from('care-elements-outbox', 'utf16le'))]).not.toEqual([]);
    for (const secret of [canary, right, await code]) {
      for (const text of [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'utf16le').swap16(), Buffer.from(Buffer.from(secret).toString('base64').slice(0, 18))]) expect(holds(text)).toEqual([]);
    }
  });

  it('what lies on the device, and all that another tab can hear, lead nobody to the words or the contact details', async () => {
    const device = await newDevice();
    const [address, page] = [setting.pageWith(), await open(device, setting.website.put({body: ''}))];
    // A script of another page of the same website listens, and takes what it finds.
    await page.evaluate((endpoint) => {
      const heard: string[] = [];
      Object.assign(globalThis, {heard});
      new BroadcastChannel(`care-elements-outbox:${endpoint}/`).onmessage = ({data}) => void heard.push(JSON.stringify(data));
    }, setting.demo.endpoint);
    const story = 'What a thief would read.';
    const form = await keep(device, address, story);
    const code = await codeOn(form);
    const stolen = await recordsOn(page);
    expect(stolen.map(({bodyType}) => bodyType)).toEqual(['application/jose']);
    await form.mend();
    await form.evaluate(() => window.dispatchEvent(new Event('online')));
    await says(form, thanks);
    const heard = await eventually(() => page.evaluate(() => (globalThis as unknown as {heard: string[]}).heard));
    expect(heard.map((each) => JSON.parse(each) as unknown)).toEqual([{id: stolen[0]!.id, outcome: {kind: 'accepted'}}]);

    const post = (path: string, type: string, body: string, more: Record<string, string> = {}) => fetch(`${setting.demo.endpoint}${path}`, {method: 'POST', headers: {'Content-Type': type, ...more}, body, redirect: 'manual'});
    const {id, body} = stolen[0]!;
    const answers = [await post('/v1/submissions', 'application/jose', body), await post('/v1/submissions', 'application/jose', body, {'Idempotency-Key': id}), await post('/v1/submissions', 'application/json', JSON.stringify({id}))];
    const told = await Promise.all(answers.map((answer) => answer.text()));
    const {reference, token} = JSON.parse(told[0]!) as {reference: string; token: string};
    expect(token).toBe('');
    for (const [given, typed] of [['', reference], [reference, ''], [reference, token], [reference, reference], [reference, id], ['', id]] as const) {
      for (const _do of ['show', 'withdraw', 'erase', 'correct']) {
        const answer = await post('/feedback/sent', 'application/x-www-form-urlencoded', new URLSearchParams({reference: given, code: typed, _do}).toString());
        expect(answer.status).toBe(403);
        told.push(await answer.text());
      }
    }
    expect(told.join()).not.toContain(story);
    // The search works: the code on the writer's own screen opens it.
    expect(await (await post('/feedback/sent', 'application/x-www-form-urlencoded', new URLSearchParams({code, _do: 'show'}).toString())).text()).toContain(story);
    expect(await codeOn(form)).toBe(code);
  });

  it('a reload, a closed tab and a return send it', async () => {
    const device = await newDevice();
    const address = setting.pageWith();
    const page = await keep(device, address, 'Told before a reload.');
    await page.mend();
    await page.reload();
    expect(await arrive(setting, ['Told before a reload.'])).toEqual([1]);
    const second = await keep(device, address, 'Told before the tab was closed.');
    await Promise.all([second.close(), page.close()]);
    const third = await open(device, address);
    expect(await arrive(setting, ['Told before the tab was closed.'])).toEqual([1]);
    await eventually(async () => (await waiting(third)) === 0);
  });

  it('three sendings without a connection all come, once there is one', async () => {
    const device = await newDevice();
    const address = setting.pageWith();
    const told = [1, 2, 3].map((number) => `Told without a connection, ${number}.`);
    for (const story of told) await (await keep(device, address, story)).close();
    const page = await open(device, address);
    expect(await arrive(setting, told)).toEqual([1, 1, 1]);
    await eventually(async () => (await waiting(page)) === 0);
  });

  it('the page that still shows it comes to the receipt by itself when the connection is back', async () => {
    const device = await newDevice();
    const page = await open(device, setting.pageWith());
    const {mend} = await cut(page);
    await fill(page, 'Told before the connection came back.');
    await press(page, 'Send');
    await says(page, isKept);
    await mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await says(page, thanks);
    expect(await arrive(setting, ['Told before the connection came back.'])).toEqual([1]);
  });

  it('ten tabs bring ten stories, each once', async () => {
    const device = await newDevice();
    const address = setting.pageWith();
    const told = Array.from({length: 10}, (_, tab) => `Told in tab ${tab}.`);
    const pages: Awaited<ReturnType<typeof keep>>[] = [];
    for (const story of told) pages.push(await keep(device, address, story));
    for (const page of pages) await page.mend();
    await Promise.all(pages.map((page) => page.evaluate(() => window.dispatchEvent(new Event('online')))));
    for (const page of pages) await says(page, thanks);
    expect(await waiting(pages[0]!)).toBe(0);
    expect(await arrive(setting, told)).toEqual(told.map(() => 1));
  });
});

describe('one story', () => {
  it('comes once after a hundred double clicks', async () => {
    const device = await newDevice();
    const page = await open(device, setting.pageWith());
    await fill(page, 'Told with a nervous finger.');
    await page.evaluate(() => {
      const send = [...document.querySelector('care-feedback')!.shadowRoot!.querySelectorAll('button')].find(({textContent}) => textContent?.trim() === 'Send')!;
      for (let times = 0; times < 100; times += 1) {
        send.click();
        send.click();
        send.dispatchEvent(new MouseEvent('dblclick', {bubbles: true}));
      }
    });
    await says(page, thanks);
    expect(await arrive(setting, ['Told with a nervous finger.'])).toEqual([1]);
  });

  it.each([['ahead', 365], ['behind', -365]])('comes once from a device whose clock is a year %s', async (_way, days) => {
    const device = await newDevice();
    const story = `Told by a clock of ${days} days.`;
    const wrong = (page: Page) => page.evaluateOnNewDocument((shift) => {
      const right = Date.now.bind(Date);
      // Bound, so that it is taken for the browser's own.
      Date.now = (() => right() + shift).bind(undefined);
    }, days * 86_400_000);
    const address = setting.pageWith();
    await (await keep(device, address, story, wrong)).close();
    await open(device, address);
    expect(await arrive(setting, [story])).toEqual([1]);
    const [{startedAt} = {startedAt: ''}] = (await submissions(setting)).filter(({answers}) => answers['comment'] === story);
    expect(Math.abs(Date.parse(String(startedAt)) - Date.now())).toBeLessThan(3_600_000);
  });

  it('comes once, by itself, though the clock is put ten years back and then two months on while the page waits', async () => {
    const device = await newDevice();
    const story = 'Told while the clock was put back and on.';
    const page = await keep(device, setting.pageWith(), story);
    const putClock = (shift: number) => page.evaluate((milliseconds) => {
      const right = Date.now.bind(Date);
      Date.now = (() => right() + milliseconds).bind(undefined);
      window.dispatchEvent(new Event('online'));
    }, shift);
    await putClock(-3650 * 86_400_000);
    // Two months on in all: more than the month after which nothing is sent by itself.
    await putClock(3710 * 86_400_000);
    await page.mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await says(page, thanks);
    expect(await arrive(setting, [story])).toEqual([1]);
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['blocked', (page) => page.evaluateOnNewDocument(() => Object.defineProperty(globalThis, 'indexedDB', {get() { throw new DOMException('blocked', 'SecurityError'); }}))],
    ['full', async (page) => (await page.createCDPSession()).send('Storage.overrideQuotaForOrigin', {origin: setting.website.origin, quotaSize: 1})],
  ])('is said to be in memory alone where storage is %s, is asked about before leaving, and comes', async (what, before) => {
    const device = await newDevice();
    const asked: string[] = [];
    const page = await open(device, setting.pageWith(), before);
    page.on('dialog', (dialog) => void asked.push(dialog.type()));
    const {mend} = await cut(page);
    const story = `Told where storage is ${what}.`;
    await fill(page, story);
    await press(page, 'Send');
    await says(page, isInMemory);
    expect(await page.evaluate(() => {
      const event = new Event('beforeunload', {cancelable: true});
      window.dispatchEvent(event);
      return event.defaultPrevented;
    })).toBe(true);
    await says(page, 'Try to send again');
    await mend();
    // Unless it is sent by itself before the button is found.
    void press(page, 'Try to send again').catch(() => undefined);
    await says(page, thanks);
    expect(await arrive(setting, [story])).toEqual([1]);
  });

  it.each([['alone', false], ['and every later one of storage', true]])('comes once whichever call of storage or network fails, one after the other, %s', async (_how, andAllAfter) => {
    const device = await newDevice();
    const address = setting.pageWith();
    let calls = 0;
    const told: string[] = [];
    const said: string[] = [];
    for (let failing = 0; failing <= calls; failing += 1) {
      const story = `Told while call ${failing} failed, ${andAllAfter ? 'and all after it' : 'alone'}.`;
      const page = await open(device, address, (fresh) => fresh.evaluateOnNewDocument(failTheCall, failing, andAllAfter));
      await fill(page, story);
      await press(page, 'Send');
      await eventually(() => page.evaluate(() => /Thank you|We have not got this yet/.test(document.querySelector('care-feedback')?.shadowRoot?.textContent ?? '')));
      const text = await page.evaluate(() => document.querySelector('care-feedback')?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '');
      said.push(text.includes(isInMemory) ? 'memory' : text.includes(isKept) ? 'device' : 'thanks');
      if (said.at(-1) === 'memory') await says(page, thanks);
      if (failing === 0) calls = await page.evaluate(() => (globalThis as unknown as {callsSoFar: number}).callsSoFar);
      told.push(story);
      await page.close();
    }
    await open(device, address);
    const counts = await arrive(setting, told);
    console.log(`a call fails: ${told.length} told (${said.join(' ')}), ${counts.filter((count) => count === 0).length} lost, ${counts.filter((count) => count > 1).length} twice`);
    expect(calls).toBeGreaterThan(4);
    expect(counts).toEqual(told.map(() => 1));
  });
});

/** Runs in the page, before it: the n-th call of storage or of the network fails, or that and all of storage after it. */
function failTheCall(failing: number, andAllAfter: boolean): void {
  const counted = globalThis as unknown as {callsSoFar: number};
  counted.callsSoFar = 0;
  const fails = (isStorage: boolean) => (counted.callsSoFar += 1) === failing || (andAllAfter && isStorage && failing > 0 && counted.callsSoFar > failing);
  const patch = (owner: object, names: string[]) => {
    for (const name of names) {
      const real = (owner as Record<string, (...all: unknown[]) => unknown>)[name]!;
      Object.defineProperty(owner, name, {configurable: true, writable: true, value(this: unknown, ...all: unknown[]) {
        if (fails(true)) throw new DOMException('It fails.', 'UnknownError');
        return real.apply(this, all);
      }});
    }
  };
  patch(IDBFactory.prototype, ['open']);
  patch(IDBDatabase.prototype, ['transaction']);
  patch(IDBObjectStore.prototype, ['put', 'get', 'getAll', 'delete']);
  const network = globalThis.fetch;
  const mayFail: typeof fetch = async (input, init) => {
    if (init?.method === 'POST' && fails(false)) throw new TypeError('Failed to fetch');
    return network(input, init);
  };
  // Bound, so that it is taken for the browser's own.
  globalThis.fetch = mayFail.bind(undefined);
}

describe('two of them on one website', () => {
  it('two versions share what waits', async () => {
    const device = await newDevice();
    await (await keep(device, setting.pageWith(), 'Kept by one version.')).close();
    await open(device, setting.pageWith(undefined, '0.1.0'));
    expect(await arrive(setting, ['Kept by one version.'])).toEqual([1]);
  });

  it('two forms on one page send what waits once, and take nothing from each other', async () => {
    const device = await newDevice();
    await (await keep(device, setting.pageWith(), 'Kept for two forms.')).close();
    const form = `<care-feedback endpoint="${setting.demo.endpoint}" service-name="Example House" question-set="quick"></care-feedback>`;
    const page = await open(device, setting.website.put({body: `${form}${form}<script type="module" src="${setting.demo.endpoint}/elements/v1/care-elements.js"></script>`}));
    expect(await arrive(setting, ['Kept for two forms.'])).toEqual([1]);
    await fill(page, 'Told in the first of two forms.');
    await press(page, 'Send');
    await says(page, thanks);
    expect(await arrive(setting, ['Told in the first of two forms.'])).toEqual([1]);
  });

  it('two endpoints keep apart, in one database', async () => {
    const device = await newDevice();
    const other = setting.demo.endpoint.replace('127.0.0.1', 'localhost');
    const [own, others] = [setting.pageWith(), setting.pageWith(`action="${setting.website.origin}/take" receiver="${setting.demo.endpoint}/v1/receiver"`)];
    expect(other).not.toBe(setting.demo.endpoint);
    // It stays open, as what is held back when a page closes the browser lets through, and shows something else: for as
    // long as it tried in vain, nobody else would have their turn but by chance.
    await (await keep(device, own, 'Kept for the endpoint.')).goto('about:blank');
    const page = await keep(device, others, 'Kept for an action.');
    expect(await waiting(page)).toBe(2);
    expect((await stories(setting)).includes('Kept for the endpoint.')).toBe(false);
    await open(device, own);
    expect(await arrive(setting, ['Kept for the endpoint.'])).toEqual([1]);
    expect(await waiting(page)).toBe(1);
    expect((await stories(setting)).includes('Kept for an action.')).toBe(false);
  });
});

describe('a script in another tab of the website', () => {
  /** Writes into what waits, as any script of the website can: another body for each record, or none of them any more. */
  const meddle = (page: Page, body: string | undefined) => page.evaluate((words) => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('care-elements-outbox-1');
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => {
      const transaction = request.result.transaction('records', 'readwrite');
      const records = transaction.objectStore('records');
      const reading = records.getAll();
      reading.onsuccess = () => {
        records.clear();
        if (words) for (const record of reading.result as object[]) records.put({...record, body: words});
      };
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  }), body);
  const asksFirst = (page: Page) => page.evaluate(() => {
    const event = new Event('beforeunload', {cancelable: true});
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });

  it('cannot put other words in the place of what somebody wrote', async () => {
    const device = await newDevice();
    // What opens for the receiver, as whoever can write it there can seal it: what was sealed for another story.
    const other = await keep(device, setting.pageWith(), 'What somebody else would have them say.');
    const [lie] = await recordsOn(other);
    await meddle(other, undefined);
    await other.goto('about:blank');
    const page = await keep(device, setting.pageWith(), 'What they wrote themselves.');
    const [truth] = await recordsOn(page);
    const stranger = await open(device, setting.website.put({body: ''}));
    await meddle(stranger, lie!.body);
    await page.bringToFront();
    await says(page, isInMemory);
    const posted: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && posted.push(request.postData() ?? '')));
    await page.mend();
    await press(page, 'Try to send again').catch(() => undefined);
    await says(page, thanks);
    expect(new Set(posted)).toEqual(new Set([truth!.body]));
    expect(await arrive(setting, ['What they wrote themselves.'])).toEqual([1]);
    expect(await stories(setting)).not.toContain('What somebody else would have them say.');
  });

  it('cannot keep anybody from sending by holding the turn for ever', async () => {
    const device = await newDevice();
    const stranger = await open(device, setting.website.put({body: ''}));
    await stranger.evaluate((name) => new Promise<void>((held) => void navigator.locks.request(name, () => (held(), new Promise(() => {})))), `care-elements-outbox:${setting.demo.endpoint}/`);
    const page = await open(device, setting.pageWith());
    await fill(page, 'What had no turn.');
    await press(page, 'Send');
    await says(page, thanks);
    expect(await arrive(setting, ['What had no turn.'])).toEqual([1]);
  });

  it('cannot have it said that something lies on the device once it has taken it from there, nor that it has arrived', async () => {
    const device = await newDevice();
    const page = await keep(device, setting.pageWith(), 'What was taken from the device.');
    const [record] = await recordsOn(page);
    await press(page, 'I have written it down');
    expect(await asksFirst(page)).toBe(false);
    const stranger = await open(device, setting.website.put({body: ''}));
    await meddle(stranger, undefined);
    await stranger.evaluate((name, id) => new BroadcastChannel(name).postMessage({id, outcome: {kind: 'accepted'}}), `care-elements-outbox:${setting.demo.endpoint}/`, record!.id);
    await page.bringToFront();
    await says(page, isInMemory);
    expect(await asksFirst(page)).toBe(true);
    await page.mend();
    await press(page, 'Try to send again').catch(() => undefined);
    await says(page, thanks);
    expect(await arrive(setting, ['What was taken from the device.'])).toEqual([1]);
  });
});

describe('an action', () => {
  it('gets what waited as plain JSON, once, on a later visit', async () => {
    const taken: {type: string | undefined; body: string}[] = [];
    const server = createServer((request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
      if (request.method === 'OPTIONS') return response.writeHead(204).end();
      let body = '';
      request.on('data', (part) => (body += String(part)));
      return request.on('end', () => {
        taken.push({type: request.headers['content-type'], body});
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void (server.closeAllConnections(), server.close()));
    const device = await newDeviceWithDisk();
    const address = setting.pageWith(`action="http://127.0.0.1:${(server.address() as AddressInfo).port}/take" receiver="${setting.demo.endpoint}/v1/receiver"`);
    await keep(device, address, 'Kept for an action, and taken.');
    await device.kill();
    await device.start();
    const page = await open(device, address);
    await eventually(async () => taken.length > 0 && (await waiting(page)) === 0);
    await page.reload();
    await page.waitForNetworkIdle();
    expect(taken.map(({type, body}) => [type, (JSON.parse(body) as {answers: Record<string, string>}).answers['comment']])).toEqual([['application/json', 'Kept for an action, and taken.']]);
  });
});

describe('before Send', () => {
  it('nothing is stored, not even an empty database', async () => {
    const device = await newDevice();
    const page = await open(device, setting.pageWith());
    await fill(page, 'Never sent.');
    // The code that would look has come and has looked.
    await page.waitForNetworkIdle();
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({name}) => name))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });
});

describe('an endpoint that answers as none should', () => {
  it.each<[string, (id: string) => {status?: number; head?: Record<string, string>; body: string | 'never ends'}]>([
    ['with nothing', () => ({status: 201, body: ''})],
    ['with the id of somebody else', () => ({status: 201, body: JSON.stringify({id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12', reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:40Z', token: 'x'})})],
    ['with 10 MB', () => ({status: 201, body: ' '.repeat(10_000_000)})],
    ['with a page', () => ({status: 200, head: {'Content-Type': 'text/html'}, body: '<!doctype html><title>Sign in</title>'})],
    ['without an end', () => ({status: 201, body: 'never ends'})],
    ['with a redirect', () => ({status: 302, head: {Location: '/elsewhere'}, body: ''})],
    ['with 403', () => ({status: 403, body: '{}'})],
  ])('%s has got nothing, and the form says so', async (_how, answer) => {
    const server = createServer((request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
      if (request.method === 'OPTIONS') return response.writeHead(204).end();
      if (request.url?.startsWith('/v1/receiver')) return void fetch(`${setting.demo.endpoint}/v1/receiver`).then(async (real) => response.writeHead(200, {'Content-Type': 'application/json'}).end(await real.text()));
      if (request.method !== 'POST') return response.writeHead(404).end();
      request.resume();
      const {status = 200, head = {}, body} = answer('');
      response.writeHead(status, {'Content-Type': 'application/json', ...head});
      if (body !== 'never ends') return response.end(body);
      const drip = setInterval(() => response.write(' '), 50);
      return response.on('close', () => clearInterval(drip));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void (server.closeAllConnections(), server.close()));
    const device = await newDevice();
    const page = await open(device, setting.pageWith(`endpoint="http://127.0.0.1:${(server.address() as AddressInfo).port}"`));
    await fill(page, 'Told to an endpoint that answers badly.');
    await press(page, 'Send');
    await says(page, isKept);
    expect(await waiting(page)).toBe(1);
  });
});
