import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../../src/define/care-place.js';
import '../../../src/define/care-rating.js';
import '../../../src/define/care-signpost.js';
import {body, directory, route} from '../../support/signposting/directory.js';
import {eventually} from '../../support/eventually.js';
import {exampleService} from '../../support/care-feedback/example-endpoint.js';
import {area} from '../../support/care-place/areas.js';
import {endpointWith, json, never, origin, type Endpoint} from '../../support/care-rating/rating-endpoint.js';
import {house} from '../../support/care-rating/ratings.js';
import {console_} from '../../support/care-rating/rating-reader.js';
import '../../support/elements/example-element.js';

/** An element that shows something from the endpoint, and what a test needs to know of it. */
interface LoadingElement {
  tag: string;
  /** All that it needs beside `endpoint`. */
  attributes: Record<string, string>;
  /** What it asks for, under the endpoint's address. */
  path: string;
  /** An answer that makes it show `says`. */
  answer: (says: string) => unknown;
  /** Shows what it carries at once and for good, and the answer beside it: in the place of the page's own words these. */
  carried?: string;
}

const fallback = 'The page’s own words';
const states = ['loading', 'shown', 'unavailable'];

/** What each such element promises, whatever it shows. */
function keepsPromisesOfLoading({tag: name, attributes, path, answer, carried}: LoadingElement): void {
  let endpoint: Endpoint;
  let consoles: ReturnType<typeof console_>[];
  /** The element's events, by the end of their names. */
  let heard: string[];
  const hear = ({type}: Event) => heard.push(type.slice(name.length + 1));
  const types = [`${name}-shown`, `${name}-unavailable`];
  beforeEach(() => {
    endpoint = endpointWith({'/one/': json(answer('The first')), '/two/': json(answer('The second')), '/never/': never});
    consoles = [console_('error'), console_('warn')];
    heard = [];
    for (const type of types) document.addEventListener(type, hear);
  });
  afterEach(() => {
    for (const type of types) document.removeEventListener(type, hear);
    for (const each of consoles) each.end();
    endpoint.remove();
  });

  async function put(at: string, more: Record<string, string> = {}, into?: Node): Promise<LitElement> {
    const tag = document.createElement(name) as LitElement;
    for (const [attribute, value] of Object.entries({endpoint: `${origin}/${at}`, ...attributes, ...more})) tag.setAttribute(attribute, value);
    tag.innerHTML = `<a href="/own">${fallback}</a>`;
    (into ?? (await fixture<HTMLElement>(html`<div></div>`))).appendChild(tag);
    return tag;
  }
  const surface = (tag: LitElement) => tag.shadowRoot?.querySelector<HTMLElement>('.surface');
  const read = (tag: LitElement) => surface(tag)?.innerText ?? '';
  const state = (tag: Element) => states.filter((each) => tag.matches(`:state(${each})`)).join();
  const isOnlyFallback = (tag: LitElement) => (carried ? read(tag).includes(carried) && !read(tag).includes('The first') : !surface(tag) && tag.querySelector('a')!.checkVisibility({visibilityProperty: true}));
  const asked = (at = '') => endpoint.asked.filter(({path: each}) => each.startsWith(`/${at}`));
  const says = (tag: LitElement, words: string) => eventually(() => read(tag).includes(words) && state(tag) === 'shown', () => `“${words}”; there is, ${state(tag)}: ${read(tag)}`);
  const atFirst = carried ? 'shown' : 'loading';
  const once = (...events: string[]) => (carried ? ['shown'] : events);

  it('shows what is there until the answer has come, and then the answer; its state and one event say so', async () => {
    let reply: ((response: Response) => void) | undefined;
    endpoint.answers.set('/one/', () => new Promise((resolve) => (reply = resolve)));
    const tag = await put('one');
    await eventually(() => reply, 'a question to the endpoint');
    await tag.updateComplete;
    expect([isOnlyFallback(tag), state(tag), heard]).to.deep.equal([true, atFirst, once()]);
    reply!(Response.json(answer('The first')));
    await says(tag, 'The first');
    await eventually(() => heard.length, 'an event');
    expect([heard, asked().map(({path: each}) => each)]).to.deep.equal([['shown'], [`/one${path}`]]);
    await expect(tag).to.be.accessible();
  });

  it('keeps what is there where nothing comes, says so once, and tells the page’s developer', async () => {
    endpoint.answers.set('/one/', () => new Response('', {status: 500}));
    const tag = await put('one');
    const lines = () => consoles.flatMap((each) => each.lines);
    await eventually(() => lines().length && heard.length, 'a line for the page’s developer, and an event');
    expect([isOnlyFallback(tag), state(tag), heard]).to.deep.equal([true, carried ? 'shown' : 'unavailable', once('unavailable')]);
    expect(lines()).to.have.length(1);
    expect(lines()[0]).to.match(carried ? new RegExp(`^<${name}> `) : new RegExp(`^<${name}>, attribute "endpoint": .* What is between the tags stays\\.$`));
    await expect(tag).to.be.accessible();
  });

  it('speaks the nearest language, also within a shadow root of the page’s, and follows it', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="en"><section></section><section lang="en-XA"></section></div>`);
    const [closed, strange] = holder.querySelectorAll('section');
    const inside = closed!.attachShadow({mode: 'open'}).appendChild(document.createElement('p'));
    const here = await put('one', {}, inside);
    const there = await put('one', {}, strange!);
    await says(here, 'The first');
    await says(there, 'The first');
    const language = (tag: LitElement) => surface(tag)?.lang.toLowerCase();
    const isTranslated = (tag: LitElement) => language(tag) === 'en-xa' && /\[[^\]]*~\]/.test(read(tag));
    await eventually(() => isTranslated(there), 'other words');
    expect([language(here), isTranslated(here)]).to.deep.equal(['en', false]);
    inside.lang = 'en-XA';
    await eventually(() => isTranslated(here), 'the same words');
    inside.removeAttribute('lang');
    await eventually(() => language(here) === 'en', 'English again');
    holder.lang = 'en-XA';
    await eventually(() => isTranslated(here), 'the words of the page around the shadow root');
  });

  it('shows only what the page asks for now: what went before goes at once, and its question is dropped', async () => {
    const tag = await put('one');
    await says(tag, 'The first');
    await eventually(() => heard.length, 'an event');
    tag.setAttribute('endpoint', `${origin}/never`);
    await tag.updateComplete;
    expect([isOnlyFallback(tag), state(tag)]).to.deep.equal([true, atFirst]);
    await eventually(() => asked('never').length, 'a question');
    tag.setAttribute('endpoint', `${origin}/two`);
    await says(tag, 'The second');
    await eventually(() => heard.length === once('', '').length, 'an event');
    expect([asked('never'), asked('two')].map((each) => each.map(({signal}) => signal.aborted))).to.deep.equal([[true], [false]]);
    expect(heard).to.deep.equal(once('shown', 'shown'));
    expect(consoles.flatMap((each) => each.lines)).to.deep.equal([]);
  });

  it('drops its question when it leaves the page, and asks what the page wants when it is back', async () => {
    const tag = await put('never');
    const {parentElement} = tag;
    await eventually(() => asked('never').length, 'a question');
    tag.remove();
    await eventually(() => asked('never')[0]!.signal.aborted, 'a question that is dropped');
    tag.setAttribute('endpoint', `${origin}/two`);
    await tag.updateComplete;
    expect(asked('two')).to.deep.equal([]);
    parentElement!.append(tag);
    await says(tag, 'The second');
    expect([asked('never').length, asked('two').length]).to.deep.equal([1, 1]);
    await eventually(() => heard.length, 'an event');
    expect(heard).to.deep.equal(['shown']);
  });

  it('asks nothing again for being drawn again, moved, or given the value it has', async () => {
    const tag = await put('one');
    await says(tag, 'The first');
    await eventually(() => heard.length, 'an event');
    tag.requestUpdate();
    await tag.updateComplete;
    (await fixture<HTMLElement>(html`<div></div>`)).append(tag);
    tag.setAttribute('endpoint', `${origin}/elsewhere`);
    tag.setAttribute('endpoint', `${origin}/one`);
    await tag.updateComplete;
    await says(tag, 'The first');
    expect([asked().length, heard]).to.deep.equal([1, ['shown']]);
  });

  it('tells the page’s developer which attribute is misspelt', async () => {
    await put('one', {enpoint: origin});
    const line = `<${name}>: there is no attribute "enpoint". Did you mean "endpoint"?`;
    await eventually(() => consoles[1]!.lines.includes(line), () => `that line; there is: ${consoles[1]!.lines.join()}`);
  });
}

const service = {id: '1-1000000001', name: 'Example House', level: 'location'} as const;

describe('an element that shows a rating', () => {
  keepsPromisesOfLoading({tag: 'care-rating', attributes: {service: service.id}, path: `/v1/services/${service.id}/rating`, answer: (name) => house({service: {...service, name}})});
});

describe('an element that shows an area', () => {
  keepsPromisesOfLoading({tag: 'care-place', attributes: {place: 'exampleshire'}, path: '/v1/places/exampleshire', answer: (name) => area({place: {id: 'exampleshire', name}})});
});

describe('an element that shows who can help', () => {
  const answer = (name: string) => directory([body('own', {name})], [route('only', ['own'])]);
  keepsPromisesOfLoading({tag: 'care-signpost', attributes: {}, path: '/v1/signposts', answer, carried: 'Emergency services'});
});

describe('a new element, of no more than the controllers and what it shows', () => {
  keepsPromisesOfLoading({tag: 'care-example', attributes: {service: service.id}, path: `/v1/services/${service.id}`, answer: (name) => ({...exampleService, name})});
});
