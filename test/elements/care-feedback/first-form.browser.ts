import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import type {FeedbackForm} from '../../../src/elements/care-feedback/feedback-form.js';
import {FirstForm} from '../../../src/elements/care-feedback/first-form.js';
import type {Form} from '../../../src/elements/care-feedback/form.js';
import {takeOver} from '../../../src/elements/care-feedback/later.js';
import {words} from '../../../src/locale/words.js';
import {exampleReceiver} from './example-endpoint.js';
import {eventually} from '../../support/eventually.js';

/** The first form alone, with the rest of the code still on its way. */
async function open(complete: () => Promise<Form | undefined>) {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const form: FirstForm = new FirstForm(
    {
      tag: {}, endpoint: undefined, sendTo: new URL('https://endpoint.example'), isAction: false, receiver: exampleReceiver,
      about: {kind: 'topic', topic: 'Waiting'}, kinds: undefined, directory: Promise.resolve(undefined),
    },
    {redraw: () => draw(), fire: () => {}, wear: () => undefined, language: () => 'en', show: () => {}, complete},
  );
  const draw = () => render(form.draw(words('en')), place);
  draw();
  const goOn = () => [...place.querySelectorAll('button')].at(-1)!.click();
  const status = () => place.querySelector('form + [role=status]')!.textContent!;
  const wholeForm = (): Form => {
    const redraw = () => void render(whole.draw(words('en')), place);
    const whole = takeOver(form, {redraw, fire: () => {}, wear: () => undefined, show: () => {}, language: () => 'en'});
    redraw();
    return whole;
  };
  return {place, form, goOn, status, wholeForm};
}

describe('a person on a slow line', () => {
  it('reads the first page and answers the first question before the rest has come', async () => {
    const {place, form, goOn, status} = await open(() => new Promise(() => {}));
    goOn();
    await eventually(() => place.innerText.includes('Whose care do you want to tell us about?'), 'the first question');
    place.querySelector<HTMLInputElement>('#q-relationship-carer')!.click();
    expect([form.relationship, form.hasUnsaved]).to.deep.equal(['carer', true]);
    goOn();
    expect(status()).to.equal('One moment, please.');
  });

  it('stays at the answer where they are when the rest comes, and when who can help comes', async () => {
    const {place, goOn, wholeForm} = await open(() => new Promise(() => {}));
    goOn();
    const carer = await eventually(() => place.querySelector<HTMLInputElement>('#q-relationship-carer'), 'the first question');
    carer.focus();
    carer.click();
    const whole = wholeForm() as FeedbackForm;
    await eventually(() => whole.pointing, 'who can help');
    // Not compared by chai, which would print half the page.
    expect([document.activeElement === carer, carer.checked]).to.deep.equal([true, true]);
  });

  it('is told when the rest does not come, keeps the answer, and may try again', async () => {
    const sent: string[] = [];
    const whole = {goOn: async (language: string) => void sent.push(language)} as Form;
    const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve(whole)];
    const {place, goOn, status} = await open(() => answers.shift()!());
    goOn();
    await eventually(() => place.querySelector('#q-relationship-carer'), 'the first question');
    place.querySelector<HTMLInputElement>('#q-relationship-carer')!.click();
    goOn();
    await eventually(() => status().startsWith('The rest of this form has not come.'), 'what went wrong');
    expect(place.querySelector<HTMLInputElement>('#q-relationship-carer')!.checked).to.equal(true);
    goOn();
    await eventually(() => sent.length > 0, 'the whole form to go on');
    expect(sent).to.deep.equal(['en']);
  });
});
