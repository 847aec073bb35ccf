import type {BrowserContext, Page} from 'puppeteer-core';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {browserNames, openContext} from '../support/browsers.js';
import {eventually} from '../support/eventually.js';
import {startEndpoint, startWebsite, type ExampleEndpoint, type Website} from '../support/embed/hosts.js';
import {shownBy, showsLink, visit} from '../support/embed/host-visit.js';

let endpoint: ExampleEndpoint;
let website: Website;

beforeAll(async () => {
  [endpoint, website] = await Promise.all([startEndpoint(), startWebsite()]);
});

afterAll(() => {
  for (const server of [endpoint, website]) server?.close();
});

afterEach(() => {
  endpoint.broken.clear();
  endpoint.asked.length = 0;
  website.reports.length = 0;
});

const pasted = () => `<script type="module" src="${endpoint.origin}/elements/v1/care-elements.js"></script>`;
const link = '<a href="https://www.cqc.org.uk/location/1-1000000001">Example House at www.cqc.org.uk</a>';
const rating = (attributes = '') => `<care-rating endpoint="${endpoint.origin}" service="1-1000000001" ${attributes}>${link}</care-rating>`;
const place = () => `<care-place endpoint="${endpoint.origin}" place="Exampleshire"><a href="https://www.cqc.org.uk/">Services at www.cqc.org.uk</a></care-place>`;

/** The strictest policy under which the elements promise to work. */
const strictest = () =>
  `default-src 'none'; script-src ${endpoint.origin}; connect-src ${endpoint.origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types care-elements`;

/** For a page's head: a rating lets the page come to rest for a second before it looks how it is shown. Here it need not. */
const atRest = `<script>
  const {setTimeout: later} = window;
  window.setTimeout = (look, wait, ...given) => wait !== 1000 ? later(look, wait, ...given) : later(() => { look(...given); window.hasLooked = true; });
</script>`;

/** The files of code that were asked for, beside the pasted script. */
const parts = () => endpoint.asked.map(({path}) => path).filter((path) => path.includes('/chunks/')).map((path) => path.replace(/.*\/(.+)-.{7}\.js$/, '$1'));

async function unfold(page: Page, tag: string, name: string): Promise<void> {
  await page.evaluate((element, words) => {
    const found = [...document.querySelector(element)!.shadowRoot!.querySelectorAll('summary')].find((each) => each.textContent!.includes(words));
    found!.click();
  }, tag, name);
}

describe.each(browserNames)('in %s, on a page of somebody else', (browserName) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openContext(browserName);
  });
  afterAll(() => browser?.close());

  it('a rating, whole, and an area with what can be compared work under the strictest policy without one breach', async () => {
    const {page, errors, breaches} = await visit(browser, website.put({policy: strictest(), body: rating('display="full"') + place() + pasted()}));
    expect(await shownBy(page, 'care-rating')).toContain('Overall rating from the Care Quality Commission (CQC): Good');
    await unfold(page, 'care-rating', 'Earlier overall ratings: 1');
    expect(await shownBy(page, 'care-place')).toContain('Ratings of care services in Exampleshire');
    await unfold(page, 'care-place', 'Compare services');
    await eventually(async () => (await shownBy(page, 'care-place')).includes('1 service found.'));
    const looks = await page.evaluate(() => {
      const root = document.querySelector('care-rating')!.shadowRoot!;
      return [getComputedStyle(root.querySelector('.overall b')!).color, getComputedStyle(root.querySelector('.surface')!).backgroundColor];
    });
    expect(looks).toEqual(['rgb(0, 96, 74)', 'rgb(255, 255, 255)']);
    expect(await breaches()).toEqual([]);
    expect(website.reports).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(['badge', 'summary'])('a %s needs two files beside the script, and one more once it stands', async (display) => {
    const {page} = await visit(browser, website.put({head: atRest, body: rating(`display="${display}"`) + pasted()}));
    await shownBy(page, 'care-rating');
    // What would come by itself comes by then.
    await page.waitForFunction(() => 'hasLooked' in globalThis);
    await page.waitForNetworkIdle();
    expect(parts().slice(0, 2).sort()).toEqual(['care-rating', 'shared']);
    expect(parts().slice(2)).toEqual(['conspicuous']);
    await page.close();
  });

  it('a full rating loads its own part', async () => {
    const {page} = await visit(browser, website.put({body: rating('display="full"') + pasted()}));
    await shownBy(page, 'care-rating');
    expect(parts().filter((part) => part !== 'conspicuous').sort()).toEqual(['care-rating', 'lazy-rating', 'shared']);
    await page.close();
  });

  it('ratings, an area and a form stand on one page, and each file comes once', async () => {
    const form = `<care-feedback endpoint="${endpoint.origin}" service-name="Example House"><a href="/feedback">Tell us</a></care-feedback>`;
    const {page, errors} = await visit(browser, website.put({body: rating() + rating('display="badge"') + place() + form + pasted() + pasted()}));
    for (const [tag, position] of [['care-rating', 0], ['care-rating', 1], ['care-place', 0], ['care-feedback', 0]] as const) await shownBy(page, tag, position);
    expect(parts().filter((each, at, all) => all.indexOf(each) !== at)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('asks the endpoint without a cookie, and without the page’s address', async () => {
    const {page} = await visit(browser, `${endpoint.origin}/v1/receiver`);
    await page.setCookie({name: 'known', value: 'person', url: endpoint.origin});
    await page.goto(website.put({body: rating() + place() + pasted()}));
    await Promise.all([shownBy(page, 'care-rating'), shownBy(page, 'care-place')]);
    const request = endpoint.asked.filter(({path}) => /^\/v1\/(services|places)/.test(path));
    expect(request.map(({path}) => path).sort()).toEqual(['/v1/places/exampleshire', '/v1/services/1-1000000001/rating']);
    for (const {headers} of request) expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
    await page.close();
  });

  it.each(['/v1/', '/elements/v1/chunks/', '/elements/'])('leaves the page’s own link when %s does not answer', async (broken) => {
    endpoint.broken.add(broken);
    const {page, errors} = await visit(browser, website.put({body: rating() + place() + pasted()}));
    await eventually(() => broken === '/elements/' || (errors.some((each) => each.includes('<care-rating>')) && errors.some((each) => each.includes('<care-place>'))));
    expect([await showsLink(page, 'care-rating'), await showsLink(page, 'care-place')]).toEqual([true, true]);
    // A browser says itself what it could not load; nothing else went wrong.
    expect(errors.filter((each) => !/care-(rating|place|elements)/.test(each) && !/Failed to load resource|shared-/.test(each))).toEqual([]);
    await page.close();
  });

  it('leaves the link when the whole server is gone', async () => {
    const gone = await startEndpoint();
    const body = `<care-rating endpoint="${gone.origin}" service="1-1000000001">${link}</care-rating>${pasted()}`;
    gone.close();
    const {page, errors} = await visit(browser, website.put({body}));
    await eventually(() => errors.some((each) => each.includes('<care-rating>, attribute "endpoint"')));
    expect(await showsLink(page, 'care-rating')).toBe(true);
    await page.close();
  });

  it('moves nothing below when a page gives the tag its room', async () => {
    // What a page paints before the script has come is the page's own.
    const head = '<style>care-rating { display: block; min-block-size: 40em; } @media (max-width: 30em) { care-rating { min-block-size: 60em; } }</style>';
    const {page} = await visit(browser, 'about:blank');
    await page.evaluateOnNewDocument(() => {
      Object.assign(globalThis, {moved: 0});
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) (globalThis as unknown as {moved: number}).moved += (entry as PerformanceEntry & {value: number}).value;
      }).observe({type: 'layout-shift', buffered: true});
    });
    for (const [width, display] of [[320, 'badge'], [320, 'summary'], [1280, 'summary'], [1280, 'full']] as const) {
      await page.setViewport({width, height: 900});
      await page.goto(website.put({head, body: `${rating(`display="${display}"`)}<p>What stands below.</p>${pasted()}`}), {waitUntil: 'networkidle0'});
      await shownBy(page, 'care-rating');
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      expect(await page.evaluate(() => (globalThis as unknown as {moved: number}).moved), `${display} at ${width}`).toBe(0);
    }
    await page.close();
  });
});
