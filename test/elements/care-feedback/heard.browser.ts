import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {eventually} from '../../support/eventually.js';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {arrives, choose, focused, press, sees} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(async () => {
  endpoint.remove();
  document.querySelectorAll('care-feedback').forEach((each) => each.remove());
  await setViewport({width: 800, height: 600});
});

const rootOf = (form: CareFeedback) => form.shadowRoot!;
/** What belongs to an element by `aria-describedby`, in words. */
const description = (form: CareFeedback, of: Element) =>
  (of.getAttribute('aria-describedby') ?? '').split(' ').map((id) => rootOf(form).querySelector(`#${id}`)?.textContent?.replace(/\s+/g, ' ').trim()).join(' ');

describe('somebody who hears the form', () => {
  it('hears a question’s hint and what is wrong with its answer as soon as its heading has the focus', async () => {
    const form = await openForm();
    await goTo(form, 'told');
    expect(description(form, await sees(form, pages.told))).to.equal('You do not have to tell the service first.');
    await press(form, 'Continue');
    await eventually(() => rootOf(form).querySelector('.error-summary'), 'what is wrong');
    expect(description(form, await sees(form, pages.told))).to.equal('You do not have to tell the service first. Error: Say if you have told the service');
  });

  it('hears no question twice: the heading names its group and is no part of it', async () => {
    const form = await openForm();
    await goTo(form, 'risk');
    const heading = await sees(form, pages.risk);
    const group = rootOf(form).querySelector('#q-risk')!;
    expect([group.getAttribute('aria-labelledby'), heading.closest('fieldset'), group.querySelector('legend')]).to.deep.equal([heading.id, null, null]);
  });

  it('hears that it has arrived before the focus moves there', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    let focusedWhenHeard: boolean | undefined;
    const status = rootOf(form).querySelector('form + [role=status]')!;
    const observer = new MutationObserver(() => (focusedWhenHeard ??= Boolean(focused(form)?.innerText.startsWith('Thank you'))));
    observer.observe(status, {childList: true, subtree: true, characterData: true});
    await press(form, 'Send');
    await arrives(form, 'Thank you. We have got what you sent.');
    observer.disconnect();
    expect(status.textContent!.trim()).to.equal('Thank you. We have got what you sent.');
    expect(focusedWhenHeard).to.equal(false);
  });
});

describe('somebody on a small phone who says that someone is in danger', () => {
  it('has 999 and two others to call, the next question and Continue on one screen', async () => {
    await setViewport({width: 390, height: 664});
    const form = await openForm();
    await goTo(form, 'risk');
    await choose(form, 'Yes', pages.risk);
    const brief = await eventually(() => rootOf(form).querySelector<HTMLElement>('.brief'), 'whom to call');
    expect([...brief.querySelectorAll('strong')].map(({innerText}) => innerText)).to.deep.equal(['NHS 111', 'Samaritans']);
    const help = rootOf(form).querySelector('.then .inset')!;
    expect(help.querySelector('a')!.getAttribute('href')).to.equal('tel:999');
    expect(rootOf(form).querySelector<HTMLDetailsElement>('details:not(.help details)')!.open).to.equal(false);
    const last = [...rootOf(form).querySelectorAll('button')].find(({innerText}) => innerText === 'Continue')!;
    expect(last.getBoundingClientRect().bottom - help.getBoundingClientRect().top).to.be.at.most(664);
    await expect(form).to.be.accessible();
  });
});
