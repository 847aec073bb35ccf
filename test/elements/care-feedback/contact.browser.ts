import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Submission} from '../../../src/contract/submission.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {choose, control, focused, press, read, reads, sees, tabTo, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, openOwnSet, pages, tellsAsChild} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const mayContact = 'May we contact you?';
const isSafe = 'Is it safe for us to reply?';
const thanks = 'Thank you. We have got what you sent.';
const why = 'Then we do not ask how to reach you, so that nobody else finds our reply.';

/** The fields to write in that the form shows. */
const fields = (form: CareFeedback) => [...form.shadowRoot!.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')];

async function atContact(whose?: (form: CareFeedback) => Promise<void>): Promise<CareFeedback> {
  const form = await openForm();
  await goTo(form, 'contact', whose && {whose});
  return form;
}

async function sent(form: CareFeedback): Promise<Submission> {
  await sees(form, pages.check);
  await press(form, 'Send');
  await sees(form, thanks);
  return JSON.parse(endpoint.posted[0]!) as Submission;
}

describe('somebody who may be contacted', () => {
  const people: [string, undefined | ((form: CareFeedback) => Promise<void>)][] = [['an adult', undefined], ['somebody under 18', tellsAsChild]];
  for (const [who, whose] of people) {
    it(`is asked if it is safe to reply before anything else: ${who}`, async () => {
      const form = await atContact(whose);
      expect(read(form)).not.to.include(isSafe);
      await choose(form, 'Yes', mayContact);
      expect([read(form).includes(isSafe), fields(form).length]).to.deep.equal([true, 0]);
      await press(form, 'Continue');
      await reads(form, 'Error: Say if it is safe for us to reply, or choose that we may not contact you');
    });
  }

  for (const safe of ['Yes', 'I am not sure']) {
    it(`is asked how to reach them where it may be safe: ${safe}`, async () => {
      const form = await atContact();
      await choose(form, 'Yes', mayContact);
      await choose(form, safe, isSafe);
      await reads(form, 'How can we reach you?');
      await write(form, 'Email (optional)', 'someone@example.com');
      await press(form, 'Continue');
      const {contact, answers} = await sent(form);
      expect([contact, answers['safe-reply']]).to.deep.equal([{email: 'someone@example.com'}, safe === 'Yes' ? 'yes' : 'unsure']);
    });
  }

  it('comes to what is missing by the summary, where they left out every way', async () => {
    const form = await atContact();
    await choose(form, 'Yes', mayContact);
    await choose(form, 'Yes', isSafe);
    await press(form, 'Continue');
    const link = await eventually(() => form.shadowRoot!.querySelector<HTMLElement>('.error-summary a'), 'a summary of faults');
    link.click();
    await eventually(() => focused(form)?.id === 'q-contact-email', 'the focus at the first way');
  });
});

describe('somebody to whom a reply is not safe', () => {
  it('hears why nothing is asked and what else they can do, in a region that was there before, and is asked for nothing', async () => {
    const form = await atContact();
    await choose(form, 'Yes', mayContact);
    const region = await eventually(() => form.shadowRoot!.querySelector('#q-safe-reply .then'), 'a region');
    expect([region.getAttribute('aria-live'), region.textContent!.trim()]).to.deep.equal(['polite', '']);
    const no = await control(form, 'No', isSafe);
    await tabTo(form, await control(form, 'Yes', isSafe));
    await sendKeys({press: ' '});
    await eventually(() => fields(form).length > 0, 'fields');
    await sendKeys({press: 'ArrowDown'});
    await eventually(() => fields(form).length === 0, 'nothing to write in');
    expect([focused(form) === no, no.checked]).to.deep.equal([true, true]);
    for (const words of [why, 'You can still send this.', 'You can phone us when it is safe: 01632 960123.', 'Someone you trust can contact us for you.']) expect(region.textContent).to.include(words);
    await expect(form).to.be.accessible();
  });

  it('sends no way to reach them, also not one that they wrote before', async () => {
    const form = await atContact();
    await choose(form, 'Yes', mayContact);
    await choose(form, 'Yes', isSafe);
    await write(form, 'Full name (optional)', 'An Example Name');
    await write(form, 'Email (optional)', 'someone@example.com');
    await choose(form, 'No', isSafe);
    await press(form, 'Continue');
    await sees(form, pages.check);
    expect(form.shadowRoot!.textContent).not.to.include('someone@example.com').and.not.to.include('An Example Name');
    const submission = await sent(form);
    expect(submission).not.to.have.property('contact');
    expect(endpoint.posted[0]).not.to.include('example.com').and.not.to.include('An Example Name');
    expect([submission.answers['may-contact'], submission.answers['safe-reply']]).to.deep.equal(['yes', 'no']);
  });
});

it('somebody who says neither yes nor no is sent without a way to reach them, and is not asked if it is safe', async () => {
  const form = await atContact();
  await press(form, 'Continue');
  const submission = await sent(form);
  expect(submission).not.to.have.property('contact');
  expect(submission.answers).not.to.have.any.keys('may-contact', 'safe-reply');
});

describe('a set of the endpoint’s own that asks how to reach somebody', () => {
  const setWith = (required: boolean) => ({
    id: 'reaching', version: '1',
    pages: [{id: 'reaching', questions: [{id: 'contact', kind: 'contact', required}]}],
    texts: {en: {title: 'Reaching you', pages: {reaching: {}}, questions: {contact: {label: 'How can we reach you?'}}}},
  });

  it('asks at once, without a yes or no, where the question must be answered', async () => {
    const form = await openOwnSet(setWith(true), 'How can we reach you?');
    expect(form.shadowRoot!.querySelectorAll('#q-contact-yes, #q-contact-no')).to.have.length(0);
    await press(form, 'Send');
    await eventually(() => form.shadowRoot!.querySelector('.error-summary'), 'a summary of faults');
    expect(endpoint.posted).to.deep.equal([]);
    await write(form, 'Email (optional)', 'someone@example.com');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    expect(JSON.parse(endpoint.posted[0]!).contact).to.deep.equal({email: 'someone@example.com'});
  });

  it('asks first whether it may, where the question may be left out', async () => {
    const form = await openOwnSet(setWith(false), 'How can we reach you?');
    expect(fields(form)).to.have.length(0);
    await choose(form, 'Yes');
    await write(form, 'Email (optional)', 'someone@example.com');
    await press(form, 'Send');
    await reads(form, 'K7MQ');
    expect(JSON.parse(endpoint.posted[0]!).contact).to.deep.equal({email: 'someone@example.com'});
  });
});
