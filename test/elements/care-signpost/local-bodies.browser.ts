import {expect, html} from '@open-wc/testing';
import type {Body, SignpostDirectory} from '../../../src/contract/signposts.js';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {directoryFor} from '../../../src/domain/signposting/directory-for.js';
import {withLocal} from '../../../src/domain/signposting/local-signposts.js';
import {exampleEndpoint, origin, problem, unreachable, type Answer, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {read} from '../../support/care-feedback/form-person.js';
import {answer, asked, links, listed, lists, names, questions, saidOf, show, wants} from '../../support/care-signpost/visitor.js';

const {danger, wants: want, nation} = questions;
const builtIn = builtInSignposts(words('en'));
const ownTeam: Body = {
  id: 'council-safeguarding', name: 'Exampleshire adult safeguarding', does: 'An example of an area’s own team.', area: ['E10000099', 'Exampleshire'], nation: 'england', checked: '2026-11-24',
  ways: [{kind: 'phone', value: '01632 960000', checked: '2026-11-24', source: 'an example'}],
};
const withOwnTeam = withLocal(builtIn, {bodies: [ownTeam]});
const withBody = (id: string, more: Partial<Body>): SignpostDirectory => ({...builtIn, bodies: builtIn.bodies.map((body) => (body.id === id ? {...body, ...more} : body))});
const withWay = (way: object) => withBody('nhs-111', {ways: [way as Body['ways'][number]]});
const directory = (given: unknown): Answer => () => Response.json(given);

let endpoint: ExampleEndpoint;
let warnings: string[];
let errors: string[];
const {warn, error} = console;
beforeEach(() => {
  endpoint = exampleEndpoint();
  warnings = [];
  errors = [];
  console.warn = (...said: unknown[]) => void warnings.push(said.join(' '));
  console.error = (...said: unknown[]) => void errors.push(said.join(' '));
});
afterEach(() => {
  Object.assign(console, {warn, error});
  endpoint.remove();
  document.querySelectorAll('care-signpost').forEach((each) => each.remove());
});

/** What a person reads who wants to help somebody who is hurt. */
async function safeguarding(panel: CareSignpost): Promise<string[]> {
  await answer(panel, want, wants.safeguard);
  return listed(panel);
}

describe('a panel that gets nothing it can use', () => {
  const answers: [string, Answer][] = [
    ['no network', unreachable],
    ['a network that never answers', () => new Promise(() => {})],
    ['an endpoint that is down', problem(500)],
    ['an endpoint that has no list', problem(404)],
    ['an endpoint that answers with a page', () => new Response('<!doctype html><p>Hello', {headers: {'content-type': 'text/html'}})],
    ['nothing', () => new Response('')],
    ['another object', directory({})],
    ['a list cut short', () => new Response(JSON.stringify(builtIn).slice(0, 5000))],
    ['a link that runs code', directory(withWay({kind: 'web', value: 'javascript:alert(1)', checked: '2026-11-24'}))],
    ['a link that holds a page', directory(withWay({kind: 'web', value: 'data:text/html,hello', checked: '2026-11-24'}))],
    ['a number with letters in it', directory(withWay({kind: 'phone', value: '0800 CALL ME', checked: '2026-11-24'}))],
    ['a way of an unknown kind', directory(withWay({kind: 'fax', value: '01632 960000', checked: '2026-11-24'}))],
    ['two megabytes of something else', () => Response.json({language: 'en', bodies: [], routes: ['x'.repeat(2 << 20)]})],
    ['a list in which nobody is', directory({language: 'en', bodies: [], routes: []})],
  ];
  for (const [name, signposts] of answers) {
    it(`is whole, and shows no fault: ${name}`, async () => {
      endpoint.behaviour.signposts = signposts;
      const panel = await show(html`<care-signpost endpoint=${origin} area="Exampleshire"></care-signpost>`);
      const expected = await safeguarding(await show(html`<care-signpost></care-signpost>`));
      const isTold = !['a network that never answers', 'a list in which nobody is'].includes(name);
      await eventually(() => (isTold ? warnings.length > 0 : endpoint.asked.length > 0), 'an answer');
      expect(await safeguarding(panel)).to.deep.equal(expected);
      expect(read(panel)).not.to.match(/error|endpoint|wrong|connection|JSON/i);
      expect(panel.shadowRoot!.querySelectorAll('[role=alert]')).to.have.length(0);
      expect(errors).to.deep.equal([]);
      expect(warnings).to.have.length(isTold ? 1 : 0);
      if (isTold) expect(warnings[0]).to.include('<care-signpost> shows what it carries, without your local bodies.').and.not.to.include('Exampleshire');
    });
  }

  it('is whole for an endpoint that is no address, and asks nobody', async () => {
    for (const address of ['central', 'http://central.example', 'javascript:alert(1)']) {
      const panel = await show(html`<care-signpost endpoint=${address}></care-signpost>`);
      expect(await safeguarding(panel)).to.include(names.safeguarding);
    }
    expect(endpoint.asked).to.deep.equal([]);
    expect(warnings).to.have.length(3);
  });

  it('asks again when the connection is back, and then shows the area’s own', async () => {
    endpoint.behaviour.signposts = unreachable;
    const panel = await show(html`<care-signpost endpoint=${origin} area="Exampleshire"></care-signpost>`);
    await safeguarding(panel);
    await eventually(() => warnings.length === 1, 'a warning');
    endpoint.behaviour.signposts = directory(withOwnTeam);
    dispatchEvent(new Event('online'));
    await lists(panel, ownTeam.name);
    dispatchEvent(new Event('online'));
    await panel.updateComplete;
    expect(endpoint.asked).to.have.length(2);
  });
});

describe('an area’s own bodies', () => {
  it('take the place of the general ones once they have come', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    endpoint.behaviour.signposts = async () => (await held, Response.json(withOwnTeam));
    const panel = await show(html`<care-signpost endpoint=${origin} area="exampleshire "></care-signpost>`);
    const before = await safeguarding(panel);
    expect(before).to.include(names.safeguarding);
    release();
    await lists(panel, ownTeam.name);
    expect(listed(panel)).to.deep.equal(before.map((name) => (name === names.safeguarding ? ownTeam.name : name)));
    expect(saidOf(panel, ownTeam.name)).to.include('0 1 6 3 2 9 6 0 0 0 0').and.to.include('Checked 24 November 2026');
    expect(endpoint.asked).to.deep.equal(['/v1/signposts?area=exampleshire&language=en']);
  });

  it('may be named in what the page knows', async () => {
    endpoint.behaviour.signposts = directory(withOwnTeam);
    const panel = await show(html`<care-signpost endpoint=${origin} situation='{"area": "E10000099", "wants": "safeguard"}'></care-signpost>`);
    await lists(panel, ownTeam.name);
    expect(endpoint.asked).to.deep.equal(['/v1/signposts?area=E10000099&language=en']);
  });

  it('are nobody’s who is elsewhere', async () => {
    endpoint.behaviour.signposts = directory({...withOwnTeam, bodies: withOwnTeam.bodies.map((body) => (body.id === 'cqc' ? {...body, name: 'Their own CQC'} : body))});
    for (const tag of [html`<care-signpost endpoint=${origin}></care-signpost>`, html`<care-signpost endpoint=${origin} area="Plymouth"></care-signpost>`]) {
      const panel = await show(tag);
      await lists(panel, 'Their own CQC');
      expect(await safeguarding(panel)).to.include(names.safeguarding).and.not.to.include(ownTeam.name);
    }
  });

  it('come from an address of the page’s own as well', async () => {
    endpoint.behaviour.signposts = directory(withOwnTeam);
    const panel = await show(html`<care-signpost src="${origin}/v1/signposts" endpoint="https://other.example" area="Exampleshire"></care-signpost>`);
    await safeguarding(panel);
    await lists(panel, ownTeam.name);
    expect(endpoint.asked).to.deep.equal(['/v1/signposts']);
  });

  it('come from an address within the website', async () => {
    const network = globalThis.fetch;
    const sought: string[] = [];
    const answering: typeof fetch = async (input) => (sought.push(String(input)), Response.json(withOwnTeam));
    globalThis.fetch = answering.bind(undefined);
    try {
      const panel = await show(html`<care-signpost src="/who-can-help.json" area="Exampleshire"></care-signpost>`);
      await safeguarding(panel);
      await lists(panel, ownTeam.name);
    } finally {
      globalThis.fetch = network;
    }
    expect(sought).to.deep.equal([`${location.origin}/who-can-help.json`]);
  });

  it('go with the area: another one is asked for, and the general ones stand until it has come', async () => {
    endpoint.behaviour.signposts = directory(directoryFor(withOwnTeam, {area: 'Exampleshire'}));
    const panel = await show(html`<care-signpost endpoint=${origin} area="Exampleshire"></care-signpost>`);
    await safeguarding(panel);
    await lists(panel, ownTeam.name);
    endpoint.behaviour.signposts = problem(500);
    panel.setAttribute('area', 'Plymouth');
    await panel.updateComplete;
    expect(listed(panel)).to.include(names.safeguarding).and.not.to.include(ownTeam.name);
    await eventually(() => warnings.length === 1, 'a warning');
    expect(listed(panel)).to.include(names.safeguarding);
    panel.removeAttribute('endpoint');
    await panel.updateComplete;
    expect(endpoint.asked).to.deep.equal(['/v1/signposts?area=Exampleshire&language=en', '/v1/signposts?area=Plymouth&language=en']);
  });

  it('are asked for in the language of the page', async () => {
    endpoint.behaviour.signposts = directory(withOwnTeam);
    const panel = await show(html`<care-signpost lang="cy" endpoint=${origin}></care-signpost>`);
    await eventually(() => endpoint.asked.length === 1, 'a question');
    panel.lang = 'pl';
    await eventually(() => endpoint.asked.length === 2, 'a second question');
    expect(endpoint.asked).to.deep.equal(['/v1/signposts?language=cy', '/v1/signposts?language=pl']);
  });
});

describe('a list that says more than it may', () => {
  it('shows nobody a number that it calls well known and nobody has checked', async () => {
    endpoint.behaviour.signposts = directory(withBody('cqc', {name: 'Their own CQC', ways: [{kind: 'phone', value: '01632 960001', known: true, checked: null}, {kind: 'phone', value: '01632 960002', checked: '2026-11-24'}]}));
    const panel = await show(html`<care-signpost endpoint=${origin}></care-signpost>`);
    await lists(panel, 'Their own CQC');
    expect(saidOf(panel, 'Their own CQC')).to.include('01632 960002').and.not.to.include('01632 960001');
    expect(links(panel).map(({href}) => href)).not.to.include('tel:01632960001');
  });

  const without999: [string, SignpostDirectory][] = [
    ['leaves 999 out', {...builtIn, bodies: builtIn.bodies.filter(({id}) => id !== '999')}],
    ['puts somebody before it', {...builtIn, routes: [{id: 'first', when: {}, steps: [{body: 'care-opinion'}]}, ...builtIn.routes]}],
    ['gives it no number', withBody('999', {ways: []})],
    ['gives it another number', withBody('999', {ways: [{kind: 'phone', value: '01632 960001', checked: '2026-11-24'}]})],
    ['hides its number', withBody('999', {ways: [{kind: 'phone', value: '999', checked: null}]})],
    ['says that it has ended', withBody('999', {until: '2020-01-01'})],
  ];
  for (const [name, given] of without999) {
    it(`keeps 999 on top where it ${name}`, async () => {
      const own = {...given, bodies: given.bodies.map((body) => (body.id === 'cqc' ? {...body, name: 'Their own CQC'} : body))};
      endpoint.behaviour.signposts = directory(own);
      const panel = await show(html`<care-signpost endpoint=${origin}></care-signpost>`);
      await lists(panel, 'Their own CQC');
      for (const choice of ['Yes', 'No']) {
        await answer(panel, danger, choice);
        expect(listed(panel)[0], choice).to.equal('Emergency services');
        expect(listed(panel).filter((each) => each === 'Emergency services'), choice).to.have.length(1);
        expect(links(panel)[0]!.getAttribute('href'), choice).to.equal('tel:999');
      }
    });
  }

  it('helps with what it has where a step leads to a body that it lacks', async () => {
    const [emergency, ...others] = builtIn.routes;
    endpoint.behaviour.signposts = directory({...withOwnTeam, routes: [emergency!, {id: 'lost', when: {}, steps: [{body: 'nobody'}, {route: 'nowhere'}]}, ...others]});
    const panel = await show(html`<care-signpost endpoint=${origin} area="Exampleshire"></care-signpost>`);
    const before = (await safeguarding(panel)).length;
    await lists(panel, ownTeam.name);
    expect(listed(panel)).to.have.length(before);
    expect(errors).to.deep.equal([]);
  });

  it('helps in a nation that it knows nothing of with what the panel carries', async () => {
    endpoint.behaviour.signposts = directory({...withOwnTeam, bodies: withOwnTeam.bodies.filter((body) => body.nation !== 'scotland'), routes: withOwnTeam.routes.filter((route) => route.nation === 'england')});
    const panel = await show(html`<care-signpost endpoint=${origin} area="Exampleshire"></care-signpost>`);
    await safeguarding(panel);
    await lists(panel, ownTeam.name);
    await answer(panel, nation, 'Scotland');
    expect(listed(panel)).to.include('Care Inspectorate').and.not.to.include(ownTeam.name);
  });

  it('is nobody’s reason to stop where its routes go in a circle', async () => {
    endpoint.behaviour.signposts = directory({...withOwnTeam, routes: [...withOwnTeam.routes, {id: 'one', when: {}, steps: [{route: 'two'}]}, {id: 'two', steps: [{route: 'one'}, {body: 'eass'}]}]});
    const panel = await show(html`<care-signpost endpoint=${origin}></care-signpost>`);
    await lists(panel, 'Equality Advisory and Support Service');
    expect(asked(panel)[0]).to.equal(danger);
  });
});
