import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from 'vitest';
import {startWebsite} from '../support/embed/hosts.js';
import {eventually} from '../support/eventually.js';
import {startRelay} from '../support/relay.js';
import type {Session} from '../support/webdriver.js';
import {noWebKit, openWebKit} from '../support/webkit.js';
import {sharedDemo, type Demo} from '../support/end-to-end/demo.js';
import {press, walkToTheEnd} from '../support/end-to-end/walk-demo.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// What is kept, an area, panels and axe, in `npm run test:all`.
const isAll = process.env['CARE_ENGINES'] === 'all';
const carer = {chooses: ['Someone I care for', 'Some good, some poor', 'No'], story: 'Told in WebKit: 雨の日も。\u0301 “Letter for letter.”'};

describe.skipIf(noWebKit)(`in WebKit, Safari’s engine${noWebKit ? ` (${noWebKit})` : ''}`, () => {
  let webkit: Session;
  let demo: Demo;
  beforeAll(async () => {
    [webkit, demo] = await Promise.all([openWebKit(), sharedDemo()]);
  });
  afterAll(() => webkit?.close());

  /** All that the first of these tags shows. */
  const shownBy = (tag: string) => webkit.evaluate((name) => document.querySelector(name)?.shadowRoot?.querySelector<HTMLElement>('.surface:not(.room *)')?.innerText.replace(/\s+/g, ' ') ?? '', tag);
  async function shows(tag: string, words: string): Promise<void> {
    let shown = '';
    await eventually(async () => (shown = await shownBy(tag)).includes(words), () => `“${words}” in ${tag}, which shows: ${shown}`);
  }

  it('somebody tells the charity a mixed experience, comes to the receipt, and the team can read it', async () => {
    await webkit.goTo(demo.charity);
    await walkToTheEnd(webkit, carer);
    await shows('care-feedback', 'Thank you. We have got what you sent.');
    const draft = (await stories(demo)).filter(({answers}) => answers['story'] === carer.story);
    expect(draft).toMatchObject([{answers: {relationship: 'carer', experience: 'mixed'}, source: {element: 'care-feedback', site: demo.charity}}]);
  });

  it('the GP practice’s page shows its rating', async () => {
    await webkit.goTo(`${demo.surgery}/`);
    await shows('care-rating', 'Overall rating from the Care Quality Commission (CQC): Good Published 14 June 2022');
  });

  if (!isAll) return;

  it('what is sent while the connection is lost is kept, and arrives once when it is back, on the page that still shows it and on a later visit', async () => {
    const [website, relay] = await Promise.all([startWebsite(), startRelay(demo.endpoint)]);
    onTestFinished(() => (website.close(), relay.close()));
    const page = website.put({body: `<care-feedback endpoint="${relay.origin}" service-name="Example House" question-set="quick"></care-feedback><script type="module" src="${demo.endpoint}/elements/v1/care-elements.js"></script>`});
    const told = ['Told in WebKit, and waited for.', 'Told in WebKit, and left.'];
    for (const story of told) {
      await webkit.goTo(page);
      await eventually(async () => (await shownBy('care-feedback')).includes('Very good'));
      // What the rest of the form needs has come before the connection goes.
      await press(webkit, 'Very good');
      await shows('care-feedback', 'now or soon?');
      relay.cut();
      await walkToTheEnd(webkit, {chooses: ['No'], story});
      await shows('care-feedback', 'We have not got this yet. It is kept on this device.');
      expect((await stories(demo)).some(({answers}) => answers['comment'] === story)).toBe(false);
      if (story === told.at(-1)) await webkit.goTo('about:blank');
      relay.mend();
      if (story === told.at(-1)) await webkit.goTo(page);
      else {
        await webkit.evaluate(() => void dispatchEvent(new Event('online')));
        await shows('care-feedback', 'Thank you.');
      }
    }
    const count = async (story: string) => (await stories(demo)).filter(({answers}) => answers['comment'] === story).length;
    await eventually(async () => (await count(told[1]!)) > 0, 'what was left to arrive');
    expect(await Promise.all(told.map(count))).toEqual([1, 1]);
  });

  it('an area’s services are counted, listed and put side by side', async () => {
    await webkit.goTo(`${demo.charity}/support.html`);
    await shows('care-place', 'Ratings of care services in Exampleshire (example)');
    await unfoldLast('care-place');
    await shows('care-place', '12 services found. The first 10 are listed.');
    const first = await webkit.find(() => document.querySelector('care-place')!.shadowRoot!.querySelector('.option label'));
    await webkit.click(first!);
    await shows('care-place', 'Take out Example Ambulance Service');
    expect(await violations()).toEqual([]);
  });

  it('a rating stands there whole, and its words are explained', async () => {
    await webkit.goTo(`${demo.surgery}/rating.html`);
    await shows('care-rating', 'Safe Good Effective Good Caring Outstanding Responsive Requires improvement Well-led Good');
    await unfoldLast('care-rating');
    await shows('care-rating', 'What the questions and ratings mean');
    expect(await violations()).toEqual([]);
  });

  it('who can help is found by answering', async () => {
    await webkit.goTo(`${demo.healthwatch}/advice.html`);
    await shows('care-signpost', 'In which nation?');
    const before = await shownBy('care-signpost');
    await press(webkit, 'Complain and get an answer', 'care-signpost');
    await press(webkit, 'Wales', 'care-signpost');
    await shows('care-signpost', 'Llais');
    expect(await shownBy('care-signpost')).not.toBe(before);
    expect(await violations()).toEqual([]);
  });

  it('the form has nothing that axe finds: its first page, a page with an error, and the receipt', async () => {
    await webkit.goTo(demo.charity);
    await eventually(() => shownBy('care-feedback'));
    expect(await violations()).toEqual([]);
    await webkit.goTo(`${demo.charity}/quick.html`);
    await eventually(() => shownBy('care-feedback'));
    await press(webkit, 'Very good');
    await press(webkit, 'Send');
    await shows('care-feedback', 'There is a problem');
    expect(await violations()).toEqual([]);
    await walkToTheEnd(webkit, {chooses: ['No'], story: 'Told in WebKit, and looked at.'});
    await shows('care-feedback', 'Thank you.');
    expect(await violations()).toEqual([]);
  });

  async function unfoldLast(tag: string): Promise<void> {
    await webkit.click((await webkit.find((name) => [...document.querySelector(name)!.shadowRoot!.querySelectorAll('summary')].at(-1), tag))!);
  }

  /** What axe finds on the page as it stands. That it looks into shadow roots is seen where it finds enough that holds. */
  async function violations(): Promise<string[]> {
    if (!(await webkit.evaluate(() => 'axe' in globalThis))) await webkit.run(axe);
    const {found, inside} = await webkit.evaluate(async () => {
      interface Node { html: string; element?: Element }
      interface Result { id: string; nodes: Node[] }
      const {axe: checker} = globalThis as unknown as {axe: {run(node: unknown, options: object): Promise<{violations: Result[]; passes: Result[]}>}};
      const {violations: broken, passes} = await checker.run(document, {elementRef: true});
      const elements = new Set(passes.flatMap(({nodes}) => nodes.map(({element}) => element)).filter((element) => element?.getRootNode() instanceof ShadowRoot));
      return {found: broken.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 150)).join(' | ')}`), inside: elements.size};
    });
    expect(inside, 'axe saw nothing inside the element').toBeGreaterThan(5);
    return found;
  }
});

interface Told {
  answers: Record<string, unknown>;
}

/** All that the team's inbox serves. */
async function stories({endpoint, token}: Demo): Promise<Told[]> {
  const answer = await fetch(`${endpoint}/v1/inbox?order=arrived&limit=500`, {headers: {authorization: `Bearer ${token}`}});
  return ((await answer.json()) as {submissions: Told[]}).submissions;
}
