import {expect, fixture, html} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {words} from '../../../src/locale/words.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {exampleEndpoint, origin, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {choose, press, read, reads, sees, unfold} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => void (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const askedFor = () => endpoint.asked.filter((path) => path.startsWith('/v1/signposts'));

describe('who can help, in a form', () => {
  it('is asked for once in the language that the form is read in, and not because of an answer', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="en"><care-feedback endpoint=${origin} service="1-1000000001"></care-feedback></div>`);
    const form = holder.querySelector<CareFeedback>('care-feedback')!;
    await sees(form, pages.whose);
    await eventually(() => askedFor().length > 0, 'a question to the endpoint');
    await goTo(form, 'when', {risk: (each) => choose(each, 'Yes')});
    expect(askedFor()).to.deep.equal(['/v1/signposts?nation=england&language=en']);
    holder.lang = 'en-XA';
    await eventually(() => askedFor().length > 1, 'a question in the other language');
    expect(askedFor()[1]).to.match(/language=en-xa$/i);
  });

  it('names the owner’s own bodies, and the form’s in another language until the owner’s have come', async () => {
    const directory = builtInSignposts(words('en'));
    const bodies = directory.bodies.map((body) => (body.id === 'council-safeguarding' ? {...body, name: 'Exampleshire Council (example)'} : body));
    endpoint.behaviour.signposts = ({url}) => (url.endsWith('language=en') ? Response.json({...directory, bodies}) : new Promise(() => {}));
    const holder = await fixture<HTMLElement>(html`<div lang="en"><care-feedback endpoint=${origin} service="1-1000000001"></care-feedback></div>`);
    const form = holder.querySelector<CareFeedback>('care-feedback')!;
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    await unfold(form, 'In danger: who can help');
    await reads(form, 'Exampleshire Council (example)');
    holder.lang = 'en-XA';
    await reads(form, 'Šámáříţáñš');
    expect(read(form)).not.to.include('Exampleshire Council (example)');
  });

  it('leads to a website in a new tab, so that what was told stays', async () => {
    const form = await openForm();
    await goTo(form, 'risk');
    await choose(form, 'Yes');
    await unfold(form, 'In danger: who can help');
    const link = await eventually(() => form.shadowRoot!.querySelector<HTMLAnchorElement>('a[href="https://www.samaritans.org"]'), 'a link to the Samaritans');
    expect([link.target, link.rel, link.innerText]).to.deep.equal(['_blank', 'noopener noreferrer', 'samaritans.org (opens in a new tab)']);
  });

  it('comes after what a complaint makes worth asking, and names the steps of a complaint alone', async () => {
    const form = await openForm();
    await goTo(form, 'told');
    await choose(form, 'Yes, I made a formal complaint');
    await reads(form, 'This form is not a complaint, and we cannot resolve one.');
    expect(read(form)).to.match(/Has the service answered\?.*This form is not a complaint.*Ombudsman/);
    expect(read(form)).not.to.include('NHS 111');
    await press(form, 'Continue');
    await sees(form, pages.share);
  });

  it('has nothing to be read aloud under a question whose answers point to nobody', async () => {
    const form = await openForm();
    await goTo(form, 'experience');
    expect([...form.shadowRoot!.querySelectorAll('form [aria-live]')].filter((each) => !each.matches('.then'))).to.have.length(0);
  });
});
