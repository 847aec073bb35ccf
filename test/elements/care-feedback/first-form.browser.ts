import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {FirstForm} from '../../../src/elements/care-feedback/first-form.js';
import type {Form, FormHost} from '../../../src/elements/care-feedback/form-host.js';
import {takeOver} from '../../../src/elements/care-feedback/lazy-form.js';
import {words} from '../../../src/locale/words.js';
import {exampleReceiver} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';

const radio = (place: HTMLElement, answer: string) => place.querySelector<HTMLInputElement>(`#q-${answer}`)!;

/** The first form alone, with the rest of the code still on its way. */
async function open(complete: () => Promise<Form | undefined>) {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const form: FirstForm = new FirstForm(
    {
      tag: {}, endpoint: undefined, sendTo: new URL('https://endpoint.example'), isAction: false, receiver: exampleReceiver,
      about: {kind: 'topic', topic: 'Waiting'}, kinds: undefined, directory: Promise.resolve(undefined),
    },
    host(() => draw()),
    complete,
  );
  const draw = () => render(form.render(words('en')), place);
  draw();
  const goOn = () => [...place.querySelectorAll('button')].at(-1)!.click();
  const status = () => place.querySelector('form + [role=status]')!.textContent!;
  const isAskedAboutDeath = () => place.querySelector('#q-died') !== null;
  const takeTheRest = () => {
    const whole: {form?: Form} = {};
    const redraw = () => whole.form && void render(whole.form.render(words('en')), place);
    const came = {isThere: false};
    whole.form = takeOver(form, {...host(redraw), wear: () => (came.isThere = true)});
    redraw();
    return {hasWhoCanHelp: () => came.isThere};
  };
  return {place, form, goOn, status, isAskedAboutDeath, takeTheRest};
}

function host(requestUpdate: () => void): FormHost {
  return {requestUpdate, dispatchEvent: () => {}, wear: () => {}, language: () => 'en'};
}

describe('a person on a slow line', () => {
  it('reads the first page and answers all of it before the rest has come', async () => {
    const {place, form, goOn, status, isAskedAboutDeath} = await open(() => new Promise(() => {}));
    for (const words of ['You are telling us about Waiting.', 'This is feedback, not a complaint', 'Whose care is it?', 'Are you under 18? (optional)']) expect(place.innerText).to.include(words);
    expect(isAskedAboutDeath()).to.equal(false);
    radio(place, 'relationship-relative').click();
    expect(place.innerText).to.include('Has the person died? (optional)').and.not.to.include('We are sorry for your loss.');
    radio(place, 'died-yes').click();
    radio(place, 'under-18-no').click();
    expect(place.innerText).to.include('We are sorry for your loss.');
    expect([form.answers, form.hasUnsaved]).to.deep.equal([{relationship: 'relative', died: 'yes', 'under-18': 'no'}, true]);
    goOn();
    expect(status()).to.equal('One moment, please.');
  });

  it('is not asked about a death by whoever tells about their own care', async () => {
    const {place, isAskedAboutDeath} = await open(() => new Promise(() => {}));
    radio(place, 'relationship-carer').click();
    expect(isAskedAboutDeath()).to.equal(true);
    radio(place, 'relationship-self').click();
    expect(isAskedAboutDeath()).to.equal(false);
  });

  const answers = ['relationship-self', 'relationship-carer', 'relationship-relative', 'relationship-advocate', 'relationship-staff', 'relationship-other', 'died-yes', 'died-no', 'under-18-yes', 'under-18-no'];
  for (const answer of answers) {
    it(`stays at the answer where they are when the rest comes, and when who can help comes: ${answer}`, async () => {
      const {place, takeTheRest} = await open(() => new Promise(() => {}));
      radio(place, 'relationship-carer').click();
      const here = radio(place, answer);
      here.focus();
      here.click();
      const {hasWhoCanHelp} = takeTheRest();
      await eventually(hasWhoCanHelp, 'who can help');
      // Not compared by chai, which would print half the page.
      expect([document.activeElement === here, here.checked]).to.deep.equal([true, true]);
    });
  }

  it('keeps every answer of the first page when the rest comes', async () => {
    const {place, takeTheRest} = await open(() => new Promise(() => {}));
    for (const answer of ['relationship-relative', 'died-yes', 'under-18-yes']) radio(place, answer).click();
    takeTheRest();
    expect([...place.querySelectorAll(':checked')].map(({id}) => id)).to.deep.equal(['q-relationship-relative', 'q-died-yes', 'q-under-18-yes']);
  });

  it('is told when the rest does not come, keeps the answer, and may try again', async () => {
    const sent: string[] = [];
    const whole = {submitPage: async (language: string) => void sent.push(language)} as Form;
    const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve(whole)];
    const {place, goOn, status} = await open(() => answers.shift()!());
    radio(place, 'relationship-carer').click();
    goOn();
    await eventually(() => status().startsWith('The rest of this form has not come.'), 'what went wrong');
    expect(radio(place, 'relationship-carer').checked).to.equal(true);
    goOn();
    await eventually(() => sent.length > 0, 'the whole form to go on');
    expect(sent).to.deep.equal(['en']);
  });
});
