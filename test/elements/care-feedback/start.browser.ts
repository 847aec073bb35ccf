import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {sharedOnPage} from '../../../src/contract/page.js';
import '../../../src/define/care-feedback.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, exampleReceiver, exampleService, origin, problem, unreachable, type Answer, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {holdingTimers} from '../../support/holding-timers.js';
import {allBut, pageWith} from '../../support/elements/frame.js';
import {choose, control, press, read, reads, sees, unfold, write} from '../../support/care-feedback/form-person.js';
import {goTo, openOwnSet, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
let errors: string[];
const realError = console.error;
beforeEach(() => {
  endpoint = exampleEndpoint();
  errors = [];
  console.error = (...words: unknown[]) => void errors.push(words.join(' '));
});
afterEach(() => {
  console.error = realError;
  endpoint.remove();
  sharedOnPage().origins.clear();
});

const show = (tag: TemplateResult) => fixture<CareFeedback>(tag);
const link = html`<a href="https://endpoint.example/feedback">Tell us</a>`;
const which = 'Which service was it?';
const slotOf = (form: CareFeedback) => form.shadowRoot!.querySelector('slot');

/** Holds that there is no form, that the page's own words stand, and that both kinds of reader are told. */
async function cannotStart(form: CareFeedback, attribute: string, reason: string): Promise<void> {
  await reads(form, 'The feedback form cannot be shown here.');
  expect(read(form)).to.include(`“${attribute}”`);
  expect(slotOf(form)!.assignedElements().map((each) => (each as HTMLElement).innerText)).to.deep.equal(['Tell us']);
  expect(form.shadowRoot!.querySelector('form')).to.equal(null);
  expect(errors).to.have.length(1);
  expect(errors[0]).to.include(`<care-feedback>, attribute "${attribute}"`).and.to.include(reason);
}

const receiverThat = (changes: object): Answer => () => Response.json({...exampleReceiver, ...changes});

describe('a form that cannot work', () => {
  const answers: [string, Answer, string][] = [
    ['an endpoint that answers with a page', () => new Response('<!doctype html><p>Hello', {headers: {'content-type': 'text/html'}}), 'a page'],
    ['an endpoint that has no receiver', problem(404), '404'],
    ['an endpoint that cannot be reached', unreachable, 'could not be reached'],
    ['an endpoint that answers with nothing', () => new Response(''), 'instead of JSON'],
    ['a receiver without a privacy notice', receiverThat({privacyNotice: undefined}), 'privacyNotice'],
    ['a receiver whose privacy notice is no link', receiverThat({privacyNotice: 'javascript:alert(1)'}), 'privacyNotice'],
    ['a receiver that fails its schema', receiverThat({phone: 7}), 'phone'],
  ];
  for (const [name, receiver, reason] of answers) {
    it(`leaves the link and says why: ${name}`, async () => {
      endpoint.behaviour.receiver = receiver;
      await cannotStart(await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`), 'endpoint', reason);
    });
  }

  it('leaves the link and says why: a service id that is none', async () => {
    await cannotStart(await show(html`<care-feedback endpoint=${origin} service="the old mill">${link}</care-feedback>`), 'service', 'not a CQC id');
    expect(endpoint.asked).to.deep.equal([]);
  });

  it('leaves the link and says why: an endpoint that is not https', async () => {
    await cannotStart(await show(html`<care-feedback endpoint="http://endpoint.example">${link}</care-feedback>`), 'endpoint', 'https');
  });

  it('leaves the link and says why: no endpoint anywhere', async () => {
    await cannotStart(await show(html`<care-feedback>${link}</care-feedback>`), 'endpoint', 'Write the address');
  });

  it('leaves the link and says why: scripts from two origins and no endpoint', async () => {
    sharedOnPage().origins.add(origin).add('https://other.example');
    await cannotStart(await show(html`<care-feedback>${link}</care-feedback>`), 'endpoint', 'more than one place');
  });

  it('leaves the link and says why: an action without a receiver', async () => {
    await cannotStart(await show(html`<care-feedback action="${origin}/take">${link}</care-feedback>`), 'receiver', 'who receives');
  });

  it('leaves the link and says why: a question set that nobody knows', async () => {
    await cannotStart(await show(html`<care-feedback endpoint=${origin} question-set="unknown-set">${link}</care-feedback>`), 'question-set', '404');
  });

  it('leaves the link and says why: a service that must be written about out of the page’s sight', async () => {
    endpoint.behaviour.receiver = receiverThat({isolated: true});
    await cannotStart(await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`), 'isolated', 'Add the attribute isolated');
  });

  it('starts once its editor has mended it', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="?">${link}</care-feedback>`);
    await reads(form, 'cannot be shown');
    form.setAttribute('service', '1-1000000001');
    await sees(form, pages.whose);
  });
});

describe('a tag that asks for isolation', () => {
  it('leaves the link as it is, without a fault line, and asks nobody anything', async () => {
    const form = await show(html`<care-feedback isolated endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    await form.updateComplete;
    expect(slotOf(form)).not.to.equal(null);
    expect([read(form), errors.length, endpoint.asked.length]).to.deep.equal(['', 0, 0]);
  });
});

describe('what a tag says', () => {
  it('shows the page’s own words until the form works, and then the form alone', async () => {
    let answer = (_: Response) => {};
    endpoint.behaviour.receiver = () => new Promise((resolve) => (answer = resolve));
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    expect(slotOf(form)).not.to.equal(null);
    answer(Response.json(exampleReceiver));
    await sees(form, pages.whose);
    expect(slotOf(form)).to.equal(null);
  });

  it('without an endpoint goes to where the one pasted script came from', async () => {
    sharedOnPage().origins.add(origin);
    await sees(await show(html`<care-feedback service="1-1000000001">${link}</care-feedback>`), pages.whose);
  });

  it('takes the name that the page gives, and asks what the service does all the same', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001" service-name="The old mill">${link}</care-feedback>`);
    await reads(form, 'You are telling us about The old mill.');
    expect(endpoint.asked).to.include('/v1/services/1-1000000001');
  });

  it('opens without the directory when that is slow, and takes the name when it comes', async () => {
    let answer = (_: Response) => {};
    endpoint.behaviour.service = () => new Promise((resolve) => (answer = resolve));
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    await sees(form, pages.whose);
    expect(read(form)).not.to.include('You are telling us about');
    await goTo(form, 'experience');
    answer(Response.json(exampleService));
    await goTo(form, 'check');
    await reads(form, 'Example House, Exampleton');
  });

  it('that the endpoint does not know is asked about, and named once in the console', async () => {
    endpoint.behaviour.service = problem(404);
    for (const set of ['give-feedback', 'quick']) {
      errors.length = 0;
      const form = await show(html`<care-feedback endpoint=${origin} service="1-999" question-set=${set}>${link}</care-feedback>`);
      if (set === 'give-feedback') {
        await sees(form, pages.whose);
        await choose(form, 'My own');
        await press(form, 'Continue');
      }
      await sees(form, which);
      expect(errors.filter((line) => line.includes('1-999'))).to.deep.equal([
        `<care-feedback>, attribute "service": ${origin}/ knows no service "1-999", so the form asks which service it is about. Write an id of its directory, or a service-name beside it.`,
      ]);
      await write(form, 'Name, town or postcode of the service', 'Somewhere');
      await press(form, 'Continue');
      await sees(form, set === 'quick' ? 'How was the care?' : pages.experience);
      form.remove();
    }
  });

  it('that the endpoint does not know goes by the name that the page gives, and is named in the console', async () => {
    endpoint.behaviour.service = problem(404);
    const form = await show(html`<care-feedback endpoint=${origin} service="1-999" service-name="The old mill" question-set="quick">${link}</care-feedback>`);
    await reads(form, 'You are telling us about The old mill.');
    expect(errors.filter((line) => line.includes('knows no service "1-999", so it goes by the service-name of the tag'))).to.have.length(1);
    await choose(form, 'Very good');
    await choose(form, 'No');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    expect(JSON.parse(endpoint.posted[0]!).about).to.deep.equal({kind: 'service', services: [{id: '1-999', name: 'The old mill'}]});
  });

  it('that the endpoint does not know, and says so late, is asked about before anything is sent', async () => {
    let answer = (_: Response) => {};
    endpoint.behaviour.service = () => new Promise((resolve) => (answer = resolve));
    const held = holdingTimers(1500);
    const form = await show(html`<care-feedback endpoint=${origin} service="1-999" question-set="quick">${link}</care-feedback>`);
    await eventually(() => endpoint.asked.length >= 2, 'both questions');
    held.end();
    await sees(form, 'How was the care?');
    await choose(form, 'Very good');
    answer(await problem(404)(new Request(origin)));
    await eventually(() => errors.some((line) => line.includes('1-999')), 'the fault in the console');
    await choose(form, 'No');
    await press(form, 'Send');
    await sees(form, which);
    expect(endpoint.posted).to.have.length(0);
  });

  it('that the endpoint does not know, and says so before anything was answered, is asked about first', async () => {
    let answer = (_: Response) => {};
    endpoint.behaviour.service = () => new Promise((resolve) => (answer = resolve));
    const held = holdingTimers(1500);
    const form = await show(html`<care-feedback endpoint=${origin} service="1-999" question-set="quick">${link}</care-feedback>`);
    await eventually(() => endpoint.asked.length >= 2, 'both questions');
    held.end();
    await sees(form, 'How was the care?');
    answer(await problem(404)(new Request(origin)));
    await sees(form, which);
  });

  it('works where nobody could be asked which service it is, and calls it by no number', async () => {
    endpoint.behaviour.service = problem(503);
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000009">${link}</care-feedback>`);
    await sees(form, pages.whose);
    expect(read(form)).not.to.include('1-1000000009').and.not.to.include('You are telling us about');
    await goTo(form, 'check');
    await reads(form, 'The service named on this website');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    expect(JSON.parse(endpoint.posted[0]!).about).to.deep.equal({kind: 'service', services: [{id: '1-1000000009', name: '1-1000000009'}]});
  });

  it('may be a place or a topic, which then nobody is asked', async () => {
    for (const [tag, about] of [
      [html`<care-feedback endpoint=${origin} place="Exampleshire">${link}</care-feedback>`, {kind: 'place', place: {name: 'Exampleshire'}}],
      [html`<care-feedback endpoint=${origin} topic="Getting a GP appointment">${link}</care-feedback>`, {kind: 'topic', topic: 'Getting a GP appointment'}],
    ] as const) {
      const form = await show(tag);
      await goTo(form, 'check');
      await press(form, 'Send');
      await reads(form, 'K7MQ');
      expect(JSON.parse(endpoint.posted.at(-1)!).about).to.deep.equal(about);
      form.remove();
    }
  });

  it('with an action sends there, shows no reference, and searches for no service', async () => {
    const action = `${origin}/v1/submissions`;
    endpoint.behaviour.submissions = () => new Response(null, {status: 204});
    const form = await show(html`<care-feedback action=${action} receiver="${origin}/v1/receiver">${link}</care-feedback>`);
    await sees(form, pages.whose);
    await choose(form, 'My own');
    await press(form, 'Continue');
    await write(form, 'Name of the service', 'A place by name');
    await write(form, 'Town (optional)', 'Exampleton');
    await press(form, 'Continue');
    await goTo(form, 'check');
    await press(form, 'Send');
    await sees(form, 'Thank you. Your feedback was accepted.');
    expect(read(form)).not.to.include('reference').and.not.to.include('code');
    expect(read(form)).to.include('If other people use this device, they can read a copy that you save.');
    expect(JSON.parse(endpoint.posted[0]!).about).to.deep.equal({kind: 'service', services: [{name: 'A place by name', town: 'Exampleton'}]});
    expect(endpoint.asked.some((address) => address.startsWith('/v1/services'))).to.equal(false);
  });

  it('that changes while somebody writes loses none of their words', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    await goTo(form, 'story');
    await write(form, 'What happened? (optional)', 'They were kind.');
    form.setAttribute('service', '1-1000000002');
    form.setAttribute('question-set', 'quick');
    form.setAttribute('isolated', '');
    await form.updateComplete;
    expect((await control(form, 'What happened? (optional)')).value).to.equal('They were kind.');
  });

  it('that moves within the page keeps the form as it was', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    await goTo(form, 'story');
    await write(form, 'What happened? (optional)', 'They were kind.');
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(form);
    await form.updateComplete;
    expect((await control(form, 'What happened? (optional)')).value).to.equal('They were kind.');
    expect(endpoint.asked.filter((address) => address.startsWith('/v1/receiver'))).to.have.length(1);
    elsewhere.remove();
  });

  it('with names too long for a submission still sends', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001" service-name=${'a'.repeat(400)} partner=${'p'.repeat(200)}>${link}</care-feedback>`);
    await goTo(form, 'check');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    const {about, source} = JSON.parse(endpoint.posted[0]!);
    expect([about.services[0].name.length, source.partner.length]).to.deep.equal([300, 100]);
  });
});

describe('the set quick', () => {
  it('says which service it is about before it asks anything', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001" question-set="quick">${link}</care-feedback>`);
    await sees(form, 'How was the care?');
    const [said, asked] = ['You are telling us about Example House, Exampleton.', 'Overall, how was it?'].map((words) => read(form).indexOf(words));
    expect(said).to.be.above(-1).and.to.be.below(asked!);
  });

  it('waits for the name of the service 1.5 seconds at most, keeps its line, and says it when it comes', async () => {
    let answer = (_: Response) => {};
    endpoint.behaviour.service = () => new Promise((resolve) => (answer = resolve));
    const held = holdingTimers(1500);
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001" question-set="quick">${link}</care-feedback>`);
    await eventually(() => endpoint.asked.length >= 2, 'both questions');
    expect(slotOf(form)).not.to.equal(null);
    expect(held.end()).to.equal(1);
    await sees(form, 'How was the care?');
    expect(read(form)).not.to.include('You are telling us about');
    const top = () => form.shadowRoot!.querySelector('fieldset')!.getBoundingClientRect().top - form.getBoundingClientRect().top;
    const before = top();
    answer(Response.json(exampleService));
    await reads(form, 'You are telling us about Example House, Exampleton.');
    expect(top()).to.equal(before);
    await expect(form).to.be.accessible();
  });

  it('is one page that sends, with the privacy notices above Send', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001" question-set="quick" privacy-notice="/privacy">${link}</care-feedback>`);
    await sees(form, 'How was the care?');
    await unfold(form, 'Why, for how long, and how to object');
    expect(read(form)).to.include('Privacy notice of Example Healthwatch').and.to.include('Privacy notice of this website').and.to.include('It is sent to endpoint.example.');
    const notices = [...form.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.privacy a')].map(({href, rel}) => [href, rel]);
    expect(notices).to.deep.equal([[`${origin}/privacy`, 'noopener noreferrer'], [new URL('/privacy', location.href).href, 'noopener noreferrer']]);
    await choose(form, 'Very good');
    await choose(form, 'No');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    expect(JSON.parse(endpoint.posted[0]!).questionSet).to.deep.equal({id: 'quick', version: '1'});
  });
});

describe('a set of the endpoint’s own', () => {
  it('is fetched by its id and asked as it is written', async () => {
    const set = {
      id: 'waiting', version: '3',
      pages: [{id: 'waiting', questions: [{id: 'weeks', kind: 'text', required: true, maxLength: 20}]}],
      texts: {en: {title: 'Waiting', pages: {waiting: {}}, questions: {weeks: {label: 'How many weeks did you wait?', required: 'Write how many weeks'}}}},
    };
    const network = globalThis.fetch;
    const answering: typeof fetch = async (input, init) => (new Request(input, init).url === `${origin}/v1/question-sets/waiting` ? Response.json(set) : network(input, init));
    globalThis.fetch = answering.bind(undefined);
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001" question-set="waiting">${link}</care-feedback>`);
    await sees(form, 'How many weeks did you wait?');
    globalThis.fetch = network;
    await press(form, 'Send');
    await reads(form, 'Error: Write how many weeks');
    await write(form, 'How many weeks did you wait?', 'Six');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    expect(JSON.parse(endpoint.posted[0]!)).to.deep.include({questionSet: {id: 'waiting', version: '3'}, answers: {weeks: 'Six'}});
  });

  for (const [what, body, times] of [['where its words do not', [], 1], ['once, where its words do', ['It is about {service}.'], 1]] as const) {
    it(`that is sent from its one page says what it is about, ${what}: no check of all answers does`, async () => {
      const set = {
        id: 'short', version: '1',
        pages: [{id: 'short', questions: [{id: 'weeks', kind: 'text', required: true}]}],
        texts: {en: {title: 'Short', pages: {short: {title: 'Short', body}}, questions: {weeks: {label: 'How many weeks did you wait?'}}}},
      };
      const form = await openOwnSet(set, 'Short');
      expect(read(form).split('Example House, Exampleton').length - 1).to.equal(times);
    });
  }
});

describe('a receiver that names nobody to share with', () => {
  it('leads to no page that asks', async () => {
    endpoint.behaviour.receiver = receiverThat({share: undefined});
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    await goTo(form, 'told');
    await choose(form, 'No');
    await press(form, 'Continue');
    await sees(form, pages.contact);
  });
});

it('names the same help, with every way that the receiver has, on the first page and the last', async () => {
  const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
  const help = () => form.shadowRoot!.querySelector<HTMLElement>('.help')!;
  await sees(form, pages.whose);
  const first = help().textContent!.replace(/\s+/g, ' ');
  for (const words of ['Call 999', '01632 960123', '18001 01632 960123', 'hello@example.com', '1 Example Street', 'This is an example of hours.']) expect(first).to.include(words);
  expect([...help().querySelectorAll('a')].map(({href}) => href)).to.deep.equal(['tel:999', 'tel:01632960123', 'tel:1800101632960123', 'mailto:hello@example.com']);
  await goTo(form, 'check');
  await press(form, 'Send');
  await eventually(() => read(form).includes('K7MQ'), 'a receipt');
  expect(help().textContent!.replace(/\s+/g, ' ')).to.equal(first);
});

it('is read in the page’s language from the first, not in another while the words are on their way', async () => {
  let language: string | undefined;
  const hear = (event: Event) => (language = (event.target as CareFeedback).shadowRoot!.querySelector<HTMLElement>('.surface')!.lang);
  addEventListener('care-feedback-shown', hear, {once: true});
  await show(html`<care-feedback endpoint=${origin} service="1-1000000001" lang="en-XA">${link}</care-feedback>`);
  await eventually(() => language, 'a form');
  expect(language!.toLowerCase()).to.equal('en-xa');
});

it('tells the page once that the form stands, or that it cannot, by an event and by a state', async () => {
  const told: string[] = [];
  const hear = ({type}: Event) => void told.push(type);
  const names = ['care-feedback-shown', 'care-feedback-unavailable'];
  for (const name of names) addEventListener(name, hear);
  const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
  await eventually(() => form.matches(':state(shown)') && told.length, 'a form');
  expect(told.splice(0)).to.deep.equal(['care-feedback-shown']);
  form.setAttribute('service', 'the old mill');
  await eventually(() => form.matches(':state(unavailable)') && told.length, 'no form');
  expect(told).to.deep.equal(['care-feedback-unavailable']);
  for (const name of names) removeEventListener(name, hear);
});

describe('a form in the frame in which an editor of websites previews it', () => {
  const line = 'This form works on the published page.';

  it('says in a few pixels where it works, and is there whole once the frame has grown', async () => {
    const sized = await fixture<HTMLStyleElement>(html`<style>iframe { inline-size: 600px; block-size: 26px }</style>`);
    const markup = `<style>body { margin: 0 }</style><care-feedback endpoint="${origin}" service="1-1000000001"><a href="${origin}/feedback">Tell us</a></care-feedback>`;
    const form = (await pageWith('care-feedback', markup, allBut(''))) as CareFeedback;
    const frame = form.ownerDocument.defaultView!.frameElement!;
    await sees(form, pages.whose);
    for (const height of [26, 74, 119]) {
      sized.textContent = `iframe { inline-size: 600px; block-size: ${height}px }`;
      // A document that has another size already has not yet laid itself out.
      await eventually(() => form.ownerDocument.defaultView!.innerHeight <= height + 4);
      const {top, bottom} = form.shadowRoot!.querySelector('.elsewhere')!.getBoundingClientRect();
      expect(read(form)).to.match(new RegExp(`^${line}`));
      expect([top >= 0, bottom <= Math.min(height, 26)], `${height}`).to.deep.equal([true, true]);
    }
    // What sizes a frame by what is in it must see all of it.
    expect(form.getBoundingClientRect().height).to.be.above(300);
    sized.textContent = 'iframe { inline-size: 600px; block-size: 700px }';
    await eventually(() => !read(form).includes(line));
    expect(read(form)).to.include(pages.whose);
    frame.remove();
  });

  it('says nothing of it on a page', async () => {
    const form = await show(html`<care-feedback endpoint=${origin} service="1-1000000001">${link}</care-feedback>`);
    await sees(form, pages.whose);
    expect(form.shadowRoot!.textContent).not.to.include(line);
  });
});
