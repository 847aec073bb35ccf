import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {BrowserContext} from 'puppeteer-core';
import {build} from 'vite';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {browserNames, openContext} from '../support/browsers.js';
import {eventually} from '../support/eventually.js';
import {startEndpoint, startWebsite, type ExampleEndpoint, type Website} from '../support/embed/hosts.js';
import {formText, press, showsLink, visit} from '../support/embed/host-visit.js';

// Beside the project, where it is there at all.
const translatorCase = fileURLToPath(new URL('../../../shared/cases/translate-as-browsers-do.js', import.meta.url));

let endpoint: ExampleEndpoint;
let second: ExampleEndpoint;
let website: Website;

beforeAll(async () => {
  [endpoint, second, website] = await Promise.all([startEndpoint(), startEndpoint(), startWebsite()]);
  endpoint.scripts.set('/another-app.js', await anotherLitApp());
});

afterAll(() => {
  for (const server of [endpoint, second, website]) server?.close();
});

afterEach(() => {
  endpoint.broken.clear();
  for (const {asked, held} of [endpoint, second]) {
    asked.length = 0;
    held.clear();
  }
  website.reports.length = 0;
});

const pasted = (version = 'v1', from = endpoint) => `<script type="module" src="${from.origin}/elements/${version}/care-elements.js"></script>`;
const tag = (attributes = '') => `<care-feedback endpoint="${endpoint.origin}" service-name="Example House" ${attributes}><a href="${endpoint.origin}/feedback">Tell us about your care</a><svg width="1" height="600" aria-hidden="true"></svg></care-feedback>`;
const bare = '<care-feedback service-name="Example House"><a href="/feedback">Tell us about your care</a></care-feedback>';

/** The strictest policy under which the form promises to work. */
const strictest = (policies = 'care-elements') =>
  `default-src 'none'; script-src ${endpoint.origin}; connect-src ${endpoint.origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types ${policies}`;

/** Somebody else's app with a Lit of its own, as they would build it. */
async function anotherLitApp(): Promise<string> {
  const id = fileURLToPath(new URL('another-app.js', import.meta.url));
  const source = `
    import {LitElement, html} from 'lit';
    customElements.define('another-app', class extends LitElement { render() { return html\`<p>Another app</p>\`; } });
  `;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{name: 'source', resolveId: (name) => (name === id ? id : null), load: (name) => (name === id ? source : null)}],
    build: {write: false, rolldownOptions: {input: id}},
  });
  const [chunk] = 'output' in result ? result.output : [];
  if (chunk?.type !== 'chunk' || !chunk.code.includes('lit-html')) throw new Error('The other app was not built with a Lit of its own.');
  return chunk.code;
}

describe.each(browserNames)('in %s, on a page of somebody else', (browserName) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openContext(browserName);
  });
  afterAll(() => browser?.close());

  it('the form works under the strictest policy, from the first question to the receipt, without one breach', async () => {
    const {page, errors, breaches} = await visit(browser, website.put({policy: strictest(), body: tag('question-set="quick"') + pasted()}));
    expect(await formText(page)).toContain('How was the care?');
    await press(page, 'Very good');
    await press(page, 'No');
    await press(page, 'Send');
    await eventually(async () => (await formText(page)).includes('K7MQ-4TRD-9X2P-H6WC'));

    expect(await breaches()).toEqual([]);
    expect(website.reports).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('the form has its looks where the page allows no style', async () => {
    const {page} = await visit(browser, website.put({policy: strictest(), body: tag() + pasted()}));
    await formText(page);
    const background = await page.evaluate(() => getComputedStyle(document.querySelector('care-feedback')!.shadowRoot!.querySelector('form button')!).backgroundColor);
    expect(background).toBe('rgb(0, 96, 74)');
    await page.close();
  });

  it('a set of the endpoint’s own is checked without a breach: no code is made from text', async () => {
    const {page, errors, breaches} = await visit(browser, website.put({policy: strictest(), body: tag('question-set="example"') + pasted()}));
    expect(await formText(page)).toContain('How was the care?');
    expect(await breaches()).toEqual([]);
    expect(website.reports).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('who can help works under the strictest policy, questions and all, without one breach', async () => {
    const {page, errors, breaches} = await visit(browser, website.put({policy: strictest(), body: `<care-signpost endpoint="${endpoint.origin}"><a href="${endpoint.origin}/who-can-help">Who can help</a></care-signpost>${pasted()}`}));
    const text = () => page.evaluate(() => document.querySelector('care-signpost')?.shadowRoot?.querySelector('.surface')?.textContent?.replace(/\s+/g, ' ') ?? '');
    await eventually(async () => (await text()).includes('What would you like to do?'));
    await page.evaluate(() => document.querySelector('care-signpost')!.shadowRoot!.querySelector<HTMLElement>('#wants-complain')!.click());
    await eventually(async () => (await text()).includes('Local Government and Social Care Ombudsman'));
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('care-signpost')!.shadowRoot!.querySelector('.signposts')!).listStyleType)).toBe('""');
    expect(await breaches()).toEqual([]);
    expect(website.reports).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('a script that was made again without type="module" says so, works all the same, and leaves nothing behind', async () => {
    // Trusted Types would refuse to make it again.
    const [policy] = strictest().split('; require');
    const {page, errors, breaches} = await visit(browser, website.put({policy: policy!, body: tag()}));
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis).filter((name) => !name.includes('ariaQuerySelector')));
    const before = await names();
    await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), {src})), `${endpoint.origin}/elements/v1/care-elements.js`);
    expect(await formText(page)).toContain('Tell us what care was like');
    expect(errors).toEqual([expect.stringMatching(/^care-elements: .*type="module".*\/elements\/v1\/care-elements\.js/)]);
    expect(await breaches()).toEqual([]);
    expect((await names()).filter((name) => !before.includes(name))).toEqual([]);
    await page.close();
  });

  it('a script that was put into the page as text says that it is no module, and leaves the link', async () => {
    const {page, errors} = await visit(browser, website.put({body: tag()}));
    await page.evaluate(async (src) => document.head.append(Object.assign(document.createElement('script'), {text: await (await fetch(src)).text()})), `${endpoint.origin}/elements/v1/care-elements.js`);
    await eventually(() => errors.length);
    expect(errors).toEqual([expect.stringMatching(/^care-elements: .*type="module"/)]);
    expect(await showsLink(page)).toBe(true);
    await page.close();
  });

  it('two copies of two addresses share one policy and do no harm', async () => {
    const body = tag() + tag() + pasted() + pasted('0.1.0') + pasted();
    const {page, errors, breaches} = await visit(browser, website.put({policy: strictest(), body}));
    expect(await formText(page, 0)).toContain('Tell us what care was like');
    expect(await formText(page, 1)).toContain('Tell us what care was like');
    await eventually(() => endpoint.asked.filter(({path}) => path.startsWith('/elements/0.1.0/chunks/')).length >= 1);
    expect(await breaches()).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([['before', true], ['after', false]])('another app with a Lit of its own works beside it, loaded %s ours', async (_when, first) => {
    const app = `<another-app></another-app><script type="module" src="${endpoint.origin}/another-app.js"></script>`;
    const body = tag() + (first ? app + pasted() : pasted() + app);
    const {page, errors, breaches} = await visit(browser, website.put({policy: strictest('care-elements lit-html'), body}));
    expect(await formText(page)).toContain('Tell us what care was like');
    await page.waitForFunction(() => document.querySelector('another-app')?.shadowRoot?.textContent?.includes('Another app'));
    expect(await breaches()).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('a policy that refuses leaves the link, and tells the developer what to add', async () => {
    const {page, errors} = await visit(browser, website.put({policy: strictest('lit-html'), body: tag() + pasted()}));
    await eventually(() => errors.some((error) => error.includes('care-elements:')));
    expect(errors.join('\n')).toContain(`script-src ${endpoint.origin}; connect-src ${endpoint.origin}; trusted-types care-elements`);
    expect(await showsLink(page)).toBe(true);
    expect(endpoint.asked.filter(({path}) => path.includes('/chunks/'))).toEqual([]);
    await page.close();
  });

  it('a script in the head finds a tag further down, and one that comes later', async () => {
    const {page} = await visit(browser, website.put({head: pasted().replace('<script', '<script async'), body: '<p>Nothing here yet</p>'}));
    await page.waitForFunction(() => Symbol.for('care-elements') in globalThis);
    await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', `<div>${markup}</div>`), tag());
    expect(await formText(page)).toContain('Tell us what care was like');
    await page.close();

    const other = await visit(browser, website.put({head: pasted(), body: tag()}));
    expect(await formText(other.page)).toContain('Tell us what care was like');
    await other.page.close();
  });

  it('a script finds the tags in other components: in one that is there, in one whose script comes later, and in one that came as HTML', async () => {
    const component = (name: string, set: string) => `customElements.define('${name}', class extends HTMLElement { connectedCallback() { this.attachShadow({mode: 'open'}); Promise.resolve().then(() => { this.shadowRoot.innerHTML = '<div>${set}</div>'; }); } });`;
    const inside = tag().replaceAll("'", '');
    const body = `<a-card></a-card><div><template shadowrootmode="open"><care-rating endpoint="${endpoint.origin}" service="1-1000000001"></care-rating></template></div>
      <b-card></b-card><script>${component('a-card', inside)}</script>${pasted()}`;
    const {page, errors} = await visit(browser, website.put({body}));
    const reads = (host: string, name: string, words: string) => page.waitForFunction((...[at, each, text]) => document.querySelector(at)?.shadowRoot?.querySelector(each)?.shadowRoot?.textContent?.includes(text), {}, host, name, words);
    await reads('a-card', 'care-feedback', 'Tell us what care was like');
    await reads('div', 'care-rating', 'Good');
    await page.addScriptTag({content: component('b-card', `<care-place endpoint="${endpoint.origin}" place="Exampleshire"></care-place>`)});
    await reads('b-card', 'care-place', 'Exampleshire');
    expect(errors).toEqual([]);
    await page.close();
  });

  it.skipIf(!existsSync(translatorCase))('what changes is shown where the browser has translated the page', async () => {
    const {page, errors} = await visit(browser, website.put({body: `<care-signpost><a href="/own">Who can help</a></care-signpost>${pasted()}`}));
    const lines = (selector: string) => page.evaluate((each) => [...(document.querySelector('care-signpost')!.shadowRoot?.querySelectorAll(each) ?? [])].map(({textContent}) => textContent.replace(/[\s[\]]/g, '')), selector);
    const shownFor = async (want: string) => {
      await page.evaluate((id) => document.querySelector('care-signpost')!.shadowRoot!.querySelector<HTMLElement>(id)!.click(), want);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      return lines('.signposts > li');
    };
    await eventually(async () => (await lines('form legend')).length > 0, 'the questions');
    const [complain, report] = [await shownFor('#wants-complain'), await shownFor('#wants-report-person')];
    expect(complain.join()).toContain('ParliamentaryandHealthServiceOmbudsman');
    for (const expected of [complain, report]) {
      await page.evaluate(readFileSync(translatorCase, 'utf8'));
      expect(await shownFor(expected === complain ? '#wants-complain' : '#wants-report-person')).toEqual(expected);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('a page without a tag loads the script and no more, and gets one global symbol', async () => {
    // The first endpoint may yet be asked for what the page before was still loading.
    const {page} = await visit(browser, website.put({body: pasted('v1', second)}));
    await page.waitForFunction(() => Symbol.for('care-elements') in globalThis);
    expect(second.asked.map(({path}) => path)).toEqual(['/elements/v1/care-elements.js']);
    await page.close();
  });

  it('a page with a form gets one global symbol, nothing in its head, no cookie and nothing stored', async () => {
    const traces = () => {
      const {head, cookie} = document;
      const names = Object.getOwnPropertyNames(globalThis).filter((name) => !name.includes('ariaQuerySelector')); // The test's own tool.
      return {names, symbols: Object.getOwnPropertySymbols(globalThis).map(String), head: head.innerHTML, cookie, stored: localStorage.length + sessionStorage.length};
    };
    const without = await visit(browser, website.put({body: tag()}));
    const before = await without.page.evaluate(traces);
    const {page} = await visit(browser, website.put({body: tag('question-set="example"') + pasted()}));
    await formText(page);
    const after = await page.evaluate(traces);
    expect(after.names.filter((name) => !before.names.includes(name))).toEqual([]);
    expect(after.symbols.filter((name) => !before.symbols.includes(name))).toEqual(['Symbol(care-elements)']);
    expect({...after, names: [], symbols: []}).toEqual({...before, names: [], symbols: []});
    await page.close();
    await without.page.close();
  });

  it('the endpoint is told neither a cookie nor the page’s address', async () => {
    const {page} = await visit(browser, `${endpoint.origin}/v1/receiver`);
    await page.setCookie({name: 'known', value: 'person', url: endpoint.origin});
    await page.goto(website.put({body: tag('question-set="quick"') + pasted()}));
    await formText(page);
    await press(page, 'Very good');
    await press(page, 'No');
    await press(page, 'Send');
    await eventually(async () => (await formText(page)).includes('K7MQ-4TRD-9X2P-H6WC'));
    const requests = endpoint.asked.filter(({path, headers}) => path.startsWith('/v1/') && headers.origin);
    expect(requests.map(({method, path}) => `${method} ${path}`)).toEqual(expect.arrayContaining(['GET /v1/receiver', 'POST /v1/submissions']));
    for (const {headers} of requests) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    await page.close();
  });

  it('leaves the link when the form cannot be fetched, says so, and tries again', async () => {
    endpoint.broken.add('/elements/v1/chunks/');
    const {page, errors} = await visit(browser, website.put({body: tag() + pasted()}));
    await eventually(() => errors.some((error) => error.includes('<care-feedback> could not be loaded')));
    expect(await showsLink(page)).toBe(true);
    endpoint.broken.clear();
    await page.evaluate(() => void dispatchEvent(new Event('online')));
    // Firefox never asks again for a module that did not come, until somebody loads the page anew.
    if (browserName === 'Firefox') await page.reload();
    expect(await formText(page)).toContain('Tell us what care was like');
    await page.close();
  });

  it('goes on with every answer when a later part comes only at the third attempt', async () => {
    endpoint.broken.add('/elements/v1/chunks/lazy-');
    const {page} = await visit(browser, website.put({policy: strictest(), body: tag() + pasted()}));
    const tries = () => endpoint.asked.filter(({path}) => path.includes('/chunks/lazy-')).length;
    const goOn = async () => {
      if ((await formText(page)).includes('My own')) await press(page, 'My own');
      await press(page, 'Continue');
    };
    await eventually(async () => {
      await goOn();
      return (await formText(page)).includes('The rest of this form has not come.') && tries() > 2;
    });
    endpoint.broken.clear();
    await goOn();
    await eventually(async () => (await formText(page)).includes('What has the care been like?'));
    await page.close();
  });

  it('a tag without an endpoint asks the one that the script came from, and none where there are two', async () => {
    const one = await visit(browser, website.put({body: bare + pasted()}));
    expect(await formText(one.page)).toContain('Tell us what care was like');
    await one.page.close();

    const two = await visit(browser, website.put({body: pasted() + pasted('v1', second) + bare}));
    await eventually(() => two.errors.some((error) => error.includes('endpoint')));
    expect(await showsLink(two.page)).toBe(true);
    await two.page.close();
  });

  it('a tag without an endpoint asks none before the second of two scripts has come', async () => {
    let release = () => {};
    second.held.set('/elements/', new Promise<void>((resolve) => (release = resolve)));
    const body = `${bare}${pasted()}<script async type="module" src="${second.origin}/elements/v1/care-elements.js"></script>`;
    const {page, errors} = await visit(browser, website.put({body}), {waitUntil: 'domcontentloaded'});
    const asked = () => endpoint.asked.filter(({path}) => path.startsWith('/v1/'));
    await eventually(() => errors.some((error) => error.includes('endpoint')) || asked().length, 'the developer to be told');
    expect(asked()).toEqual([]);
    expect(second.asked.map(({path}) => path)).toEqual(['/elements/v1/care-elements.js']);
    expect(await showsLink(page)).toBe(true);
    release();
    await page.close();
  });
});
