import {expect, html} from '@open-wc/testing';
import type {CareSignpost} from '../../../src/elements/care-signpost/care-signpost.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {exampleEndpoint, origin, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {control} from '../../support/care-feedback/form-person.js';
import {answer, questions, show, wants} from '../../support/care-signpost/visitor.js';

const {danger, wants: want, nation, service, pays, age, profession} = questions;

let endpoint: ExampleEndpoint;
beforeEach(() => {
  endpoint = exampleEndpoint({signposts: () => Response.json(builtInSignposts(words('en')))});
});
afterEach(() => {
  endpoint.remove();
  document.querySelectorAll('care-signpost').forEach((each) => each.remove());
});

type Answers = readonly (readonly [question: string, answer: string])[];

const people: readonly (readonly [who: string, Answers])[] = [
  ['who answers nothing', []],
  ['in danger', [[danger, 'Yes'], [want, wants.safeguard], [nation, 'Scotland'], [age, 'Yes']]],
  ['who complains', [[danger, 'No'], [want, wants.complain], [nation, 'England'], [service, 'Hospital'], [pays, 'The person or their family']]],
  ['who speaks up at work', [[danger, 'No'], [want, wants.staff], [nation, 'Wales'], [age, 'No']]],
  ['who tells of a nurse', [[danger, 'No'], [want, wants.person], [nation, 'Northern Ireland'], [profession, 'Nurse or midwife']]],
];

/** Everything by which something could leave the page, as it was asked for. */
function watchTheDoors(): {used: string[]; close(): void} {
  const used: string[] = [];
  const real = {fetch: globalThis.fetch, sendBeacon: navigator.sendBeacon, open: XMLHttpRequest.prototype.open, pushState: history.pushState, replaceState: history.replaceState, post: window.postMessage};
  const watched: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    used.push(`fetch ${request.method} ${request.url} ${await request.clone().text()} ${JSON.stringify([...request.headers])}`);
    return real.fetch(input, init);
  };
  // Bound, so that it is taken for the browser's own.
  globalThis.fetch = watched.bind(undefined);
  const note = (door: string) => (...given: unknown[]) => void used.push(`${door} ${JSON.stringify(given)}`);
  Object.assign(navigator, {sendBeacon: note('beacon')});
  Object.assign(XMLHttpRequest.prototype, {open: note('xhr')});
  Object.assign(history, {pushState: note('pushState'), replaceState: note('replaceState')});
  window.postMessage = note('postMessage');
  performance.clearResourceTimings();
  return {
    used,
    close() {
      globalThis.fetch = real.fetch;
      Reflect.deleteProperty(navigator, 'sendBeacon');
      XMLHttpRequest.prototype.open = real.open;
      Reflect.deleteProperty(history, 'pushState');
      Reflect.deleteProperty(history, 'replaceState');
      window.postMessage = real.post;
    },
  };
}

/** What the page keeps where others could read it. */
const kept = () => JSON.stringify([location.href, document.title, history.length, history.state, {...localStorage}, {...sessionStorage}, document.cookie, window.name]);

/** What left the page while somebody answered. */
async function leavingWith(answers: Answers): Promise<string[]> {
  const before = kept();
  const doors = watchTheDoors();
  try {
    const panel = await show(html`<care-signpost endpoint=${origin} area="Exampleshire"></care-signpost>`);
    await eventually(() => doors.used.length > 0, 'the question for local bodies');
    for (const [question, choice] of answers) await answer(panel, question, choice);
    panel.remove();
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const loaded = performance.getEntriesByType('resource').map(({name}) => `loaded ${name}`);
    expect(kept()).to.equal(before);
    return [...doors.used, ...loaded];
  } finally {
    doors.close();
  }
}

describe('nobody’s situation leaves the page', () => {
  // What the panel is made of comes once, whatever anybody will answer.
  before(async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    panel.remove();
  });

  it('the same is asked of the network for everybody: where the page is, and nothing of them', async () => {
    const expected = [`fetch GET ${origin}/v1/signposts?area=Exampleshire&language=en  [["accept","application/json"]]`];
    for (const [who, answers] of people) expect(await leavingWith(answers), who).to.deep.equal(expected);
  });

  it('what the page knows stays with it too', async () => {
    const doors = watchTheDoors();
    try {
      await show(html`<care-signpost endpoint=${origin} nation="england" situation='{"wants": "report-as-staff", "detained": "yes"}'></care-signpost>`);
      await eventually(() => doors.used.length > 0, 'the question for local bodies');
    } finally {
      doors.close();
    }
    expect(doors.used.join()).not.to.match(/staff|detained|yes/);
  });

  it('the page around hears of no answer: no event says more than that something was pressed', async () => {
    const told: string[] = [];
    const types = ['input', 'change', 'submit', 'click', 'keydown', 'care-signpost-shown', 'formdata', 'reset', 'select'];
    const listen = (event: Event) => {
      const {composed, type, target} = event;
      told.push(`${type} ${(target as Element).localName} ${event instanceof InputEvent ? String(event.data) : ''} ${composed ? '' : 'inside'}`);
    };
    for (const type of types) document.addEventListener(type, listen);
    const panel: CareSignpost = await show(html`<care-signpost></care-signpost>`);
    for (const [question, choice] of people[2]![1]) await answer(panel, question, choice);
    panel.shadowRoot!.querySelector('form')!.requestSubmit();
    for (const type of types) document.removeEventListener(type, listen);
    expect(new Set(told.map((each) => each.split(' ')[1]))).to.deep.equal(new Set(['care-signpost']));
    expect(told.filter((each) => !/^(care-signpost-shown|click|input) care-signpost {2}$/.test(each))).to.deep.equal([]);
    expect(panel.outerHTML).not.to.include('complain').and.not.to.include('checked');
  });

  it('nothing is offered to be filled in again by the browser', async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    await control(panel, 'No', danger);
    expect(panel.shadowRoot!.querySelector('form')!.getAttribute('autocomplete')).to.equal('off');
    expect(document.forms).to.have.length(0);
  });

  it('recorders of sessions are told to leave it out', async () => {
    const panel = await show(html`<care-signpost></care-signpost>`);
    expect(panel.shadowRoot!.querySelector('.surface')!.matches('.rr-block.ph-no-capture[data-private][data-hj-suppress][data-dd-privacy]')).to.equal(true);
  });
});
