import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/care-place.js';
import type {PlaceRatings} from '../../../src/contract/place.js';
import type {CarePlace} from '../../../src/elements/care-place/care-place.js';
import {eventually} from '../../support/eventually.js';
import {endpointWith, json, never, origin, type Endpoint} from '../../support/care-rating/rating-endpoint.js';
import {daysAgo} from '../../support/care-rating/ratings.js';
import {console_} from '../../support/care-rating/rating-reader.js';
import {area, counts, services} from '../../support/care-place/areas.js';

let endpoint: Endpoint;
let warned: ReturnType<typeof console_>;
beforeEach(() => {
  endpoint = endpointWith();
  warned = console_('warn');
});
afterEach(async () => {
  endpoint.remove();
  warned.end();
  await setViewport({width: 800, height: 600});
});

const fallback = 'Find services at www.cqc.org.uk: its own page';

async function putTag(attributes: Record<string, string>): Promise<CarePlace> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const tag = document.createElement('care-place');
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  tag.append(fallback);
  holder.append(tag);
  return tag;
}

async function shown(ratings: PlaceRatings = area(), attributes: Record<string, string> = {place: 'exampleshire'}): Promise<CarePlace> {
  endpoint.answers.set('/v1/places/exampleshire/services', json({services}));
  endpoint.answers.set('/v1/places/exampleshire', json(ratings));
  const tag = await putTag({endpoint: origin, ...attributes});
  await oneEvent(tag, 'care-place-shown');
  return tag;
}

const root = (tag: CarePlace) => tag.shadowRoot!;
const words = (element: HTMLElement | null | undefined) => (element?.innerText ?? '').replace(/\s+/g, ' ').trim();
const read = (tag: CarePlace) => words(root(tag).querySelector<HTMLElement>('.surface'));
const rows = (table: Element) => [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll<HTMLElement>('th, td')].map(words).join(' '));
const fold = (tag: CarePlace, name: string) => [...root(tag).querySelectorAll('details')].find((each) => words(each.querySelector('summary')) === name)!;

function choose(tag: CarePlace, kind: string): Promise<boolean> {
  const field = root(tag).querySelector('select')!;
  field.value = kind;
  field.dispatchEvent(new Event('change'));
  return tag.updateComplete;
}

describe('the ratings of an area', () => {
  it('are counted by kind, in tables that anybody can read', async () => {
    const tag = await shown();
    expect(words(root(tag).querySelector('h2'))).to.equal('Ratings of care services in Exampleshire');
    expect([...root(tag).querySelectorAll('h3')].map(words)).to.deep.equal(['Care homes: 40', 'GP practices: 20', 'How old the overall ratings are', 'Changed in the last year']);
    const [first] = root(tag).querySelectorAll('table');
    expect(words(first!.querySelector('caption'))).to.equal('Care homes, overall rating');
    expect(rows(first!)).to.deep.equal(['Outstanding 2', 'Good 25', 'Requires improvement 9', 'Inadequate 1', 'Not rated 3']);
    expect(read(tag)).to.contain('60 services are counted here').and.to.contain('www.cqc.org.uk').and.to.contain('Contains CQC information, Open Government Licence v3.0');
  });

  it('are drawn as bars that assistive technology does not hear of, each piece as wide as its share', async () => {
    const tag = await shown();
    const bar = root(tag).querySelector<SVGElement>('.bar')!;
    expect(bar.getAttribute('aria-hidden')).to.equal('true');
    const pieces = [...bar.querySelectorAll(':scope > svg')].map((each) => [each.getAttribute('part'), each.getAttribute('x'), each.getAttribute('width')].join(' '));
    expect(pieces).to.deep.equal(['piece outstanding 0% 5%', 'piece good 5% 62.5%', 'piece requires-improvement 67.5% 22.5%', 'piece inadequate 90% 2.5%', 'piece not-rated 92.5% 7.5%']);
    expect(new Set([...bar.querySelectorAll('path')].map((each) => each.getAttribute('d'))).size).to.equal(2);
  });

  it('are told question by question where somebody opens that', async () => {
    const tag = await shown();
    const byQuestion = fold(tag, 'Care homes, question by question');
    expect(byQuestion.open).to.equal(false);
    byQuestion.open = true;
    expect([...byQuestion.querySelectorAll<HTMLElement>('caption')].map(words)).to.deep.equal(['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led']);
    expect(rows(byQuestion.querySelector('table')!)).to.deep.equal(['Outstanding 0', 'Good 22', 'Requires improvement 14', 'Inadequate 1', 'Not rated 3']);
  });

  it('can be narrowed to one kind, which is then told question by question', async () => {
    const tag = await shown();
    expect([...root(tag).querySelectorAll('option')].map(({text}) => text)).to.deep.equal(['All kinds', 'Care homes: 40', 'GP practices: 20']);
    await choose(tag, 'gp');
    expect([...root(tag).querySelectorAll('h3')].map(words)).not.to.include('Care homes: 40');
    expect(fold(tag, 'GP practices, question by question').open).to.equal(true);
    await choose(tag, '');
    expect([...root(tag).querySelectorAll('h3')].map(words)).to.include('Care homes: 40');
  });

  it('say how old they are, how many services have none, and what has changed', async () => {
    const tag = await shown();
    const ages = [...root(tag).querySelectorAll('table')].find((table) => rows(table)[0]!.startsWith('Under'))!;
    expect(rows(ages)).to.deep.equal(['Under 1 year 6', '1 to 3 years 14', '3 to 5 years 11', '5 years or more 23', 'Not known 2', 'Not rated 4']);
    expect(words(root(tag).querySelector('li'))).to.match(/^Example House Now: Good Published 3 March 2026, .* Before: Requires improvement$/);
    expect(root(tag).querySelector<HTMLAnchorElement>('li a')!.href).to.equal('https://www.cqc.org.uk/location/1-1000000001');
  });

  it('say where to look for newer from the fifteenth day, and nothing from the twenty-ninth', async () => {
    expect(read(await shown(area({asOf: daysAgo(15)})))).to.contain('See www.cqc.org.uk for the latest.').and.to.contain('Outstanding');
    const old = read(await shown(area({asOf: daysAgo(29)})));
    expect(old).to.contain('See www.cqc.org.uk for the latest.').and.not.to.match(/outstanding|good|inadequate/i);
  });

  it('are there where nothing is rated, and where there is nothing', async () => {
    const none = counts(0, 0, 0, 0, 0);
    const tag = await shown(area({services: 0, kinds: [{kind: 'other', services: 0, overall: none, keyQuestions: {safe: none, effective: none, caring: none, responsive: none, 'well-led': none}}], changed: []}));
    expect(root(tag).querySelector('select')).to.equal(null);
    expect(read(tag)).to.contain('Other services: 0');
    expect(read(await shown(area({services: 0, kinds: [], changed: []})))).to.contain('0 services are counted here');
  });
});

describe('somebody who compares services', () => {
  async function comparing(): Promise<CarePlace> {
    const tag = await shown();
    fold(tag, 'Compare services').open = true;
    await eventually(() => root(tag).querySelector('input[type=search]'));
    return tag;
  }
  const options = (tag: CarePlace) => [...root(tag).querySelectorAll<HTMLElement>('.option label')].map(words);
  const status = (tag: CarePlace) => words(root(tag).querySelector<HTMLElement>('[role=status]'));
  const box = (tag: CarePlace, name: string) => [...root(tag).querySelectorAll('label')].find((each) => words(each).startsWith(name))!.control as HTMLInputElement;
  const table = (tag: CarePlace) => root(tag).querySelector<HTMLElement>('.comparison');

  async function find(tag: CarePlace, text: string): Promise<void> {
    const field = root(tag).querySelector<HTMLInputElement>('input[type=search]')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await tag.updateComplete;
  }

  async function tick(tag: CarePlace, ...names: string[]): Promise<void> {
    for (const name of names) {
      box(tag, name).click();
      await tag.updateComplete;
    }
  }

  it('fetches the list only then', async () => {
    const tag = await shown();
    expect(endpoint.asked.map(({path}) => path)).to.deep.equal(['/v1/places/exampleshire']);
    fold(tag, 'Compare services').open = true;
    await eventually(() => status(tag) === '16 services found. The first 10 are listed.');
    expect(endpoint.asked.map(({path}) => path)).to.deep.equal(['/v1/places/exampleshire', '/v1/places/exampleshire/services']);
  });

  it('finds a service by any of its words, however it is accented or stopped, within the kind that is chosen', async () => {
    const tag = await comparing();
    await find(tag, 'st example surgery');
    expect([options(tag), status(tag)]).to.deep.equal([['St. Example’s Surgery'], '1 service found.']);
    await find(tag, 'ÈLSEWHERE House 1');
    expect(options(tag)).to.deep.equal(['Example House 1 Élsewhere', 'Example House 11 Élsewhere', 'Example House 13 Élsewhere', 'Example House 15 Élsewhere']);
    await choose(tag, 'gp');
    expect(status(tag)).to.equal('0 services found.');
  });

  it('sees up to four side by side, and can take each out again', async () => {
    const tag = await comparing();
    await tick(tag, 'Example House 2', 'Example House 4');
    await find(tag, 'surgery');
    await tick(tag, 'St. Example');
    expect(rows(table(tag)!).map((each) => each.replace(/, \d+ \w+ ago/g, ''))).to.deep.equal([
      'Example House 2 Take out Example House 2 Overall Good Published 4 May 2021 Safe Inadequate Published 7 June 2024 Effective Good Caring Good Responsive Good Well-led Good',
      'Example House 4 Take out Example House 4 Overall Good Published 4 May 2021 Safe Inadequate Published 7 June 2024 Effective Good Caring Good Responsive Good Well-led Good',
      'St. Example’s Surgery Take out St. Example’s Surgery Overall No rating was found Safe No rating was found Effective No rating was found Caring No rating was found Responsive No rating was found Well-led No rating was found',
    ]);
    await find(tag, '');
    await tick(tag, 'Example House 6');
    expect(status(tag)).to.equal('You have chosen four. Take one out to choose another.');
    expect(box(tag, 'Example House 8').disabled).to.equal(true);
    [...root(tag).querySelectorAll('button')].find((each) => words(each) === 'Take out Example House 2')!.click();
    await tag.updateComplete;
    expect(rows(table(tag)!)).to.have.length(3);
    expect(box(tag, 'Example House 8').disabled).to.equal(false);
  });

  it('can try again where the list does not come', async () => {
    const tag = await shown();
    endpoint.answers.set('/v1/places/exampleshire/services', () => new Response('', {status: 500}));
    fold(tag, 'Compare services').open = true;
    await eventually(() => status(tag) === 'The list of services has not come.');
    expect(warned.lines.join()).to.contain('<care-place>: services cannot be compared.');
    endpoint.answers.set('/v1/places/exampleshire/services', json({services}));
    root(tag).querySelector('button')!.click();
    await eventually(() => status(tag).startsWith('16 services found.'));
  });

  it('reads lines on a narrow screen and columns on a wide one, and hears a table on both', async () => {
    const tag = await comparing();
    await tick(tag, 'Example House 1', 'Example House 2', 'Example House 3', 'Example House 4');
    for (const width of [320, 1280]) {
      await setViewport({width, height: 800});
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      expect(getComputedStyle(table(tag)!).display).to.equal(width === 320 ? 'block' : 'table');
      await expect(tag).to.be.accessible();
    }
  });
});

describe('where an area comes from', () => {
  it('is the endpoint, by the area’s id or by its name as CQC writes it', async () => {
    for (const [place, id] of [['exampleshire', 'exampleshire'], ['Kingston upon Thames', 'kingston-upon-thames'], ['Herefordshire, County of', 'herefordshire-county-of'], ['St. Helens', 'st-helens'], ['King’s Example', 'kings-example']] as const) {
      endpoint.answers.set(`/v1/places/${id}`, json(area()));
      await oneEvent(await putTag({endpoint: origin, place}), 'care-place-shown');
      expect(endpoint.asked.at(-1)!.path).to.equal(`/v1/places/${id}`);
    }
  });

  it('may be a file, with the services in a folder of its name', async () => {
    endpoint.answers.set('/areas/here/services.json', json({services}));
    endpoint.answers.set('/areas/here.json', json(area()));
    const tag = await putTag({src: `${origin}/areas/here.json?v=2`});
    await oneEvent(tag, 'care-place-shown');
    fold(tag, 'Compare services').open = true;
    await eventually(() => root(tag).querySelector('input[type=search]'));
    expect(endpoint.asked.map(({path}) => path)).to.deep.equal(['/areas/here.json', '/areas/here/services.json']);
  });

  it('may change: the old question is dropped, and what was chosen too', async () => {
    endpoint.answers.set('/v1/places/slow', never);
    const tag = await shown();
    await choose(tag, 'gp');
    tag.place = 'slow';
    await tag.updateComplete;
    expect(read(tag)).to.equal('');
    tag.place = 'exampleshire';
    await oneEvent(tag, 'care-place-shown');
    expect(endpoint.asked[1]!.signal.aborted).to.equal(true);
    expect([...root(tag).querySelectorAll('h3')].map(words)).to.include('Care homes: 40');
  });
});

describe('when there is nothing to show, the page’s own words stay, and its developer reads why', () => {
  let told: ReturnType<typeof console_>;
  beforeEach(() => (told = console_('error')));
  afterEach(() => told.end());

  async function unavailable(attributes: Record<string, string>): Promise<string> {
    const tag = await putTag(attributes);
    await oneEvent(tag, 'care-place-unavailable');
    expect([read(tag), words(tag)]).to.deep.equal(['', fallback]);
    return told.lines.splice(0).join('\n');
  }

  it('an area that nobody knows, a page, a broken server, and what is none', async () => {
    const tag = {endpoint: origin, place: 'exampleshire'};
    expect(await unavailable(tag)).to.equal(`<care-place>, attribute "endpoint": ${origin}/v1/places/exampleshire answered 404: no such place is known there. What is between the tags stays.`);
    endpoint.answers.set('/v1/places/', () => new Response('<!doctype html>'));
    expect(await unavailable(tag)).to.contain('answered with a page instead of JSON.');
    endpoint.answers.set('/v1/places/', () => new Response('', {status: 500}));
    expect(await unavailable(tag)).to.contain('answered 500.');
    for (const value of [{}, null, [], {...area(), kinds: null}, {...area(), asOf: 'soon'}, {...area(), services: -1}, {...area(), ages: {}}]) {
      endpoint.answers.set('/v1/places/', json(value));
      expect(await unavailable(tag)).to.contain('is not the ratings of a place');
    }
  });

  it('an attribute that is missing or wrong', async () => {
    expect(await unavailable({endpoint: origin})).to.contain('attribute "place": Write the name of a local authority');
    expect(await unavailable({place: 'exampleshire'})).to.contain('attribute "endpoint": Write the whole https address');
    expect(await unavailable({place: 'exampleshire', endpoint: 'javascript:alert(1)'})).to.contain('attribute "endpoint"');
    expect(await unavailable({src: 'https://['})).to.contain('attribute "src"');
  });

  it('and what somebody else wrote is never markup', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const tag = await shown(area({place: {id: 'exampleshire', name: evil}, changed: [{service: {id: '1-1000000001', name: evil}, overall: {rating: null, label: evil}, before: {rating: null, label: evil}}]}));
    expect(root(tag).querySelector('img')).to.equal(null);
    expect(read(tag)).to.contain(evil);
  });
});

describe('the looks of an area', () => {
  it('are accessible, in forced colours too, and fit 320 pixels', async () => {
    const tag = await shown();
    root(tag).querySelectorAll('details').forEach((each) => (each.open = true));
    await eventually(() => root(tag).querySelector('input[type=search]'));
    await expect(tag).to.be.accessible();
    // Firefox lets no test force colours; the end-to-end tests start it with colours forced.
    if (!navigator.userAgent.includes('Firefox')) {
      await emulateMedia({forcedColors: 'active'});
      await expect(tag).to.be.accessible();
      await emulateMedia({forcedColors: 'none'});
    }
    await setViewport({width: 320, height: 640});
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    for (const target of root(tag).querySelectorAll<HTMLElement>('summary, select, input, .option label, button')) {
      const {width, height} = target.getBoundingClientRect();
      if (width > 0) expect(Math.min(width, height), target.outerHTML).to.be.at.least(23.9);
    }
  });

  it('have no style attribute, which a strict page would refuse, and no id twice', async () => {
    const tag = await shown();
    fold(tag, 'Compare services').open = true;
    await eventually(() => root(tag).querySelector('input[type=search]'));
    expect(root(tag).querySelectorAll('[style], style').length).to.equal(0);
    const ids = [...root(tag).querySelectorAll('[id]')].map(({id}) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).to.deep.equal([]);
  });
});
