import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../../src/define/care-feedback.js';
import '../../../src/define/care-place.js';
import '../../../src/define/care-rating.js';
import '../../../src/define/care-signpost.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {Panel} from '../../../src/elements/care-signpost/panel.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {eventually} from '../../support/eventually.js';
import {exampleEndpoint, exampleReceiver, exampleService, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {asksBeforeLeaving, choose, control, focused, press, sees, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';
import {area} from '../../support/care-place/areas.js';
import {endpointWith, json, origin} from '../../support/care-rating/rating-endpoint.js';
import {house} from '../../support/care-rating/ratings.js';
import {console_, read, shown} from '../../support/care-rating/rating-reader.js';
import {listed, whole} from '../../support/care-signpost/visitor.js';

const undo: (() => void)[] = [];
let told: ReturnType<typeof console_>;
const thrown: unknown[] = [];
const notice = (event: ErrorEvent | PromiseRejectionEvent) => thrown.push(event);
beforeEach(() => {
  told = console_('error');
  addEventListener('error', notice);
  addEventListener('unhandledrejection', notice);
});
afterEach(() => {
  for (const each of undo.splice(0).reverse()) each();
  told.end();
  removeEventListener('error', notice);
  removeEventListener('unhandledrejection', notice);
  expect(thrown.splice(0)).to.deep.equal([]);
});

/** Puts `instead` into the place of a method, until the test ends or what it returns is called. */
function replace<Thing extends object>(thing: Thing, name: string, instead: (real: () => unknown) => unknown): () => void {
  const methods = thing as unknown as Record<string, () => unknown>;
  const real = methods[name]!;
  const putBack = () => void (methods[name] = real);
  methods[name] = function (this: unknown) {
    return instead(real.bind(this));
  };
  undo.push(putBack);
  return putBack;
}

/** So long that whatever asks again by itself has done so many times. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((soon) => setTimeout(soon));
}

const state = (tag: Element) => ['loading', 'shown', 'unavailable'].filter((name) => tag.matches(`:state(${name})`)).join();

const tags: Record<string, Record<string, string>> = {
  'care-rating': {endpoint: origin, service: '1-1000000001'},
  'care-place': {endpoint: origin, place: 'exampleshire'},
  'care-signpost': {nation: 'england'},
  'care-feedback': {endpoint: origin, service: '1-1000000001'},
};

describe('where nothing can be rendered', () => {
  for (const [name, attributes] of Object.entries(tags)) {
    it(`<${name}> leaves the page’s own words, says so once, asks for nothing again, and goes on with what the page changes`, async () => {
      const endpoint = endpointWith({
        '/v1/services/1-1000000001/rating': json(house()), '/v1/services/': json(exampleService), '/v1/places/': json(area()), '/v1/receiver': json(exampleReceiver), '/v1/signposts': json(builtInSignposts(words('en'))),
      });
      undo.push(() => endpoint.remove());
      let tries = 0;
      const mend = replace(customElements.get(name)!.prototype as object, 'render', () => {
        tries += 1;
        throw new TypeError('Cannot assign to read only property');
      });
      const tag = document.createElement(name) as LitElement;
      const unavailable: Event[] = [];
      tag.addEventListener(`${name}-unavailable`, (event) => unavailable.push(event));
      for (const [attribute, value] of Object.entries(attributes)) tag.setAttribute(attribute, value);
      tag.innerHTML = '<a href="/own">The page’s own words</a>';
      (await fixture<HTMLElement>(html`<div></div>`)).append(tag);
      await eventually(() => told.lines.length, 'a line for the page’s developer');
      await turns();

      // What comes later is tried once more each; whatever asks again by itself does so hundreds of times.
      expect(endpoint.asked.length, 'questions').to.be.lessThan(6);
      expect(tries, 'tries').to.be.lessThan(12);
      expect(told.lines).to.deep.equal([`<${name}> could not be rendered: what is between its tags stays.`]);
      expect(tag.querySelector('a')!.checkVisibility({visibilityProperty: true})).to.equal(true);
      expect(state(tag)).to.equal('unavailable');
      expect(unavailable.length).to.equal(name === 'care-signpost' ? 0 : 1);

      mend();
      tag.setAttribute('endpoint', `${origin}/`);
      await eventually(() => state(tag) === 'shown' && tag.shadowRoot!.querySelector('h2'), () => `what it shows; it is ${state(tag)}`);
    });
  }
});

describe('where the engine lacks what most have', () => {
  const without = (name: 'RelativeTimeFormat' | 'PluralRules' | 'ListFormat' | 'DisplayNames' | 'DateTimeFormat') => {
    const real = Object.getOwnPropertyDescriptor(Intl, name)!;
    Object.defineProperty(Intl, name, {configurable: true, value: undefined});
    undo.push(() => Object.defineProperty(Intl, name, real));
  };

  it('a rating is shown with its day where there are no words for how long ago that is', async () => {
    for (const name of ['RelativeTimeFormat', 'PluralRules', 'ListFormat', 'DisplayNames'] as const) without(name);
    expect(read(await shown(house(), {display: 'full'}))).to.contain('(CQC): Good Published 4 May 2021 Safe');
  });

  it('a rating is shown with its bare day where there are no words for days', async () => {
    without('DateTimeFormat');
    expect(read(await shown(house(), {display: 'full'}))).to.match(/\(CQC\): Good Published 2021-05-04, \d+ years ago/);
  });

  it('a rating’s age is right where a locale does not write days as it did (ICU 72)', async () => {
    replace(Date.prototype, 'toLocaleDateString', () => '11/30/2026');
    expect(read(await shown(house()))).to.match(/Published 4 May 2021, \d+ years ago/);
  });
});

describe('somebody in the middle of a form whose next page cannot be rendered', () => {
  let endpoint: ExampleEndpoint;
  beforeEach(() => (endpoint = exampleEndpoint()));
  afterEach(() => endpoint.remove());

  const failing = (form: CareFeedback): (() => void) => replace(form, 'render', () => {
    throw new TypeError('The page replaced something');
  });

  it('keeps every word and the focus, reads another way, and sends nothing unseen', async () => {
    const form = await openForm();
    await goTo(form, 'story');
    await write(form, 'What happened? (optional)', 'They were kind.');
    failing(form);
    const field = await control(form, 'What happened? (optional)');
    await write(form, 'What happened? (optional)', 'They were kind to me.');
    expect(focused(form) === field).to.equal(true);
    expect(field.value).to.equal('They were kind to me.');
    expect(form.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('What you have written here is still in its place.');
    expect(form.querySelector('a')!.checkVisibility()).to.equal(true);
    for (let press_ = 0; press_ < 12; press_ += 1) await press(form, 'Continue');
    await turns();
    expect(endpoint.posted).to.deep.equal([]);
    expect(told.lines).to.deep.equal(['<care-feedback> could not be rendered: what is between its tags stays.']);
    expect(asksBeforeLeaving()).to.equal(true);
  });

  it('goes on where they were, with what they wrote meanwhile, once it can be', async () => {
    const form = await openForm();
    await goTo(form, 'story');
    const mend = failing(form);
    await write(form, 'What happened? (optional)', 'They were kind.');
    await write(form, 'What happened? (optional)', 'They were kind to me.');
    mend();
    await press(form, 'Continue');
    await sees(form, pages.story);
    const field = await control(form, 'What happened? (optional)');
    expect(field.value).to.equal('They were kind to me.');
    expect(form.shadowRoot!.querySelector('[role=alert]')).to.equal(null);
    await press(form, 'Continue');
    await sees(form, pages.told);
    expect(state(form)).to.equal('shown');
  });
});

describe('somebody in the panel whose questions cannot be rendered any more', () => {
  it('still reads whom to call', async () => {
    const panel = await fixture<LitElement>(html`<care-signpost></care-signpost>`);
    await whole(panel as CareSignpost);
    replace(Panel.prototype, 'draw', () => {
      throw new TypeError('The page replaced something');
    });
    await choose(panel, 'Yes', 'Is anyone in danger now?');
    await eventually(() => !panel.shadowRoot!.querySelector('form'), 'the list without questions');
    expect(listed(panel as CareSignpost)[0]).to.equal('Emergency services');
    expect(listed(panel as CareSignpost).length).to.be.greaterThan(10);
    expect(state(panel)).to.equal('shown');
  });
});
