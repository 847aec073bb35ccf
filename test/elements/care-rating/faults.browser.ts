import {expect, oneEvent} from '@open-wc/testing';
import type {CareRating} from '../../../src/elements/care-rating/care-rating.js';
import {eventually} from '../../support/eventually.js';
import {endpointWith, json, never, origin, type Endpoint} from '../../support/care-rating/rating-endpoint.js';
import {house, said} from '../../support/care-rating/ratings.js';
import {console_, fallback, putTag, read, shown} from '../../support/care-rating/rating-reader.js';

let endpoint: Endpoint;
let told: ReturnType<typeof console_>;
const thrown: unknown[] = [];
const notice = (event: ErrorEvent | PromiseRejectionEvent) => thrown.push(event);
beforeEach(() => {
  endpoint = endpointWith();
  told = console_('error');
  addEventListener('error', notice);
  addEventListener('unhandledrejection', notice);
});
afterEach(() => {
  endpoint.remove();
  told.end();
  removeEventListener('error', notice);
  removeEventListener('unhandledrejection', notice);
  expect(thrown.splice(0)).to.deep.equal([]);
});

/** Waits until there is known to be nothing to show, and returns what the developer was told. */
async function unavailable(tag: CareRating): Promise<string> {
  await oneEvent(tag, 'care-rating-unavailable');
  await eventually(() => told.lines.length, 'a line for the page’s developer');
  expect(read(tag)).to.equal(fallback);
  expect(tag.querySelector('a')!.checkVisibility({visibilityProperty: true})).to.equal(true);
  expect(tag.shadowRoot!.textContent!.trim()).to.equal('');
  return told.lines.splice(0).join('\n');
}

const html = () => new Response('<!doctype html><h1>Good</h1>', {headers: {'content-type': 'text/html'}});
const answering = (value: unknown) => endpoint.answers.set('/v1/services/', json(value));

describe('when there is nothing to show, the page’s own words stay, and its developer reads why', () => {
  it('an id that nobody knows', async () => {
    expect(await unavailable(await putTag())).to.equal(`<care-rating>, attribute "endpoint": ${origin}/v1/services/1-1000000001/rating answered 404. What is between the tags stays.`);
  });

  it('a page, a broken server, and none', async () => {
    endpoint.answers.set('/v1/services/', html);
    expect(await unavailable(await putTag())).to.contain('attribute "endpoint": SyntaxError');
    endpoint.answers.set('/v1/services/', () => new Response('', {status: 500}));
    expect(await unavailable(await putTag())).to.contain('answered 500.');
    endpoint.answers.set('/v1/services/', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await unavailable(await putTag())).to.contain('Failed to fetch');
  });

  const {asOf: _asOf, ...withoutDay} = house();
  const whole = house();
  const bad: [string, unknown][] = [
    ['an empty object', {}],
    ['a list', [whole]],
    ['nothing', null],
    ['a service that is null', {...whole, service: null}],
    ['a name that is null', {...whole, service: {...whole.service, name: null}}],
    ['key questions that are null', {...whole, keyQuestions: null}],
    ['a key question that is null', {...whole, keyQuestions: [null]}],
    ['no day', withoutDay],
    ['a day that is none', {...whole, asOf: '2026-02-30'}],
    ['a date that is none', {...whole, overall: {...said('good'), published: 'soon'}}],
    ['a rating that is no word of CQC’s', {...whole, overall: {...said('good'), rating: 'excellent'}}],
    ['an id that leads elsewhere', {...whole, service: {...whole.service, id: '../../evil'}}],
    ['locations that are no list', {...whole, locations: {}}],
    ['a part that is null', {...whole, overall: null, services: [null]}],
  ];
  for (const [what, value] of bad) {
    it(what, async () => {
      answering(value);
      expect(await unavailable(await putTag())).to.match(/^<care-rating>, attribute "endpoint": This is not a rating: \S+ (is missing|cannot be .*)\. What is between the tags stays\.$/);
    });
  }

  it('but a null in place of what may be left out is left out', async () => {
    expect(read(await shown({...whole, locations: null, inherited: null, pending: null} as never))).to.contain('Good');
  });

  it('an attribute that is missing or wrong, by its name, with what to write', async () => {
    expect(await unavailable(await putTag({endpoint: origin}))).to.contain('attribute "service": Write the CQC id of the service, such as 1-1000000001.');
    expect(await unavailable(await putTag({endpoint: origin, provider: 'Example Care Ltd'}))).to.contain('attribute "provider": Example Care Ltd is not a CQC id');
    expect(await unavailable(await putTag({service: '1-1000000001'}))).to.contain('attribute "endpoint": Write the address of the endpoint');
    for (const wrong of ['central.example', 'javascript:alert(1)', '/here', 'ftp://central.example']) expect(await unavailable(await putTag({endpoint: wrong, service: '1-1000000001'}))).to.contain('attribute "endpoint": It is not a whole https address');
    expect(await unavailable(await putTag({src: 'https://['}))).to.contain('attribute "src"');
    expect(await unavailable(await putTag({}, {rating: {} as never}))).to.contain('attribute "rating": This is not a rating: /service is missing.');
  });

  it('a record of CQC’s in which nothing can be read', async () => {
    endpoint.answers.set('/theirs.json', json({locationId: '1-1000000001', name: ''}));
    expect(await unavailable(await putTag({src: `${origin}/theirs.json`}))).to.contain('attribute "src": This is not a record of CQC’s');
  });
});

describe('a slow answer', () => {
  it('that never comes is given up', async () => {
    endpoint.answers.set('/v1/services/', never);
    const {setTimeout: real} = globalThis;
    globalThis.setTimeout = ((run: () => void, _wait: number, ...given: []) => real(run, 0, ...given)) as typeof setTimeout;
    const tag = await putTag();
    const event = oneEvent(tag, 'care-rating-unavailable');
    await tag.updateComplete;
    await event;
    globalThis.setTimeout = real;
    await eventually(() => told.lines.join().includes('did not answer in time'), () => `a line for the page’s developer; there is: ${told.lines.join()}`);
  });
});

describe('what somebody else wrote', () => {
  it('is never markup', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const tag = await shown(house({
      service: {id: '1-1000000001', name: evil, level: 'location', provider: {id: '1-1000000002', name: evil}},
      status: {kind: 'closed', successor: {id: '1-1000000004', name: evil}},
      overall: {rating: null, label: evil},
      services: [{name: evil, overall: {rating: null, label: evil}, keyQuestions: []}],
      history: [{rating: null, label: evil}],
    }), {display: 'full'});
    expect(tag.shadowRoot!.querySelector('img, script')).to.equal(null);
    expect(read(tag)).to.contain(`(CQC): ${evil}`);
  });

  it('never becomes a link, wherever a report is said to be', async () => {
    const report = 'javascript:alert(1)';
    const tag = await shown(house({overall: {...said('good'), report}, history: [{...said('good'), report}]}), {display: 'full'});
    expect([...tag.shadowRoot!.querySelectorAll('a')].map(({href}) => href)).to.deep.equal(['https://www.cqc.org.uk/location/1-1000000001']);
  });

  it('fills no page: five megabytes are read, and a few of them shown', async () => {
    const tag = await shown({...house({history: Array.from({length: 50_000}, () => said('good'))}), note: 'x'.repeat(2_000_000)} as never, {display: 'full'});
    expect(tag.shadowRoot!.querySelectorAll('li').length).to.be.at.most(300);
  });
});
