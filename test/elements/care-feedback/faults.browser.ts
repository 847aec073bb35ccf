import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {holdingTimers} from '../../support/holding-timers.js';
import {button, choose, control, focused, press, read, reads, sees, tabTo, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const find = (form: CareFeedback, selector: string) => form.shadowRoot!.querySelector<HTMLElement>(selector);

/** Waits until the summary of faults has the focus. */
async function summary(form: CareFeedback): Promise<HTMLElement> {
  return eventually(() => (focused(form)?.matches('.error-summary') ? focused(form) : undefined), () => `a summary with the focus; there is: ${read(form)}`);
}

describe('a person who leaves out what is needed', () => {
  it('is taken to a summary that leads to the first choice of the question', async () => {
    const form = await openForm();
    await goTo(form, 'experience');
    await press(form, 'Continue');
    const told = await summary(form);
    expect(told.innerText).to.include('There is a problem');
    expect(told.getAttribute('role')).to.equal('alert');
    const link = told.querySelector('a')!;
    expect(link.innerText).to.equal('Choose what the care was like');
    await tabTo(form, link);
    await sendKeys({press: 'Enter'});
    await eventually(() => focused(form)?.id === 'q-experience-good', 'the focus at the first choice');
    expect(location.hash).to.equal('');
  });

  it('hears the same words at the question, once and not at every choice', async () => {
    const form = await openForm();
    await goTo(form, 'experience');
    await press(form, 'Continue');
    await summary(form);
    const group = find(form, '#q-experience')!;
    const described = group.getAttribute('aria-describedby')!.split(' ').map((id) => find(form, `#${id}`)!.innerText);
    expect(described).to.deep.equal(['Error: Choose what the care was like']);
    for (const radio of group.querySelectorAll('input')) {
      expect([radio.hasAttribute('aria-invalid'), radio.hasAttribute('aria-describedby')]).to.deep.equal([false, false]);
    }
  });

  it('is told of all that is wrong on the page at once, and goes on when it is mended', async () => {
    const form = await openForm();
    await goTo(form, 'contact');
    await choose(form, 'Yes', 'May we contact you?');
    await choose(form, 'Yes', 'Is it safe for us to reply?');
    await write(form, 'Email (optional)', 'not an address');
    await choose(form, 'Post');
    await press(form, 'Continue');
    const links = [...(await summary(form)).querySelectorAll('a')].map((link) => link.innerText);
    expect(links).to.deep.equal(['Write your postal address, or choose another way', 'Write an email address such as name@example.com']);
    expect((await control(form, 'Email (optional)')).getAttribute('aria-invalid')).to.equal('true');
    await write(form, 'Email (optional)', 'name@example.com');
    await choose(form, 'Email');
    await press(form, 'Continue');
    await sees(form, pages.check);
  });

  it('keeps what they wrote in a date that is none', async () => {
    const form = await openForm();
    await goTo(form, 'when');
    await write(form, 'Month', '13');
    await write(form, 'Year', 'last');
    await press(form, 'Continue');
    await summary(form);
    await reads(form, 'Error: Write a real date');
    expect([(await control(form, 'Month')).value, (await control(form, 'Year')).value]).to.deep.equal(['13', 'last']);
  });

  it('needs neither a story nor a topic', async () => {
    const form = await openForm();
    await goTo(form, 'check', {story: async () => undefined});
    await press(form, 'Send');
    await sees(form, 'Thank you. We have got what you sent.');
    const {answers} = JSON.parse(endpoint.posted[0]!);
    expect(answers).not.to.have.any.keys('story', 'topics');
  });
});

describe('a long story', () => {
  it('of 20,000 emoji is taken, and of one more is told', async () => {
    const form = await openForm();
    await goTo(form, 'story');
    const label = 'What happened? (optional)';
    await write(form, label, '🙂'.repeat(20_001));
    await reads(form, 'You have 1 character too many.');
    await press(form, 'Continue');
    await summary(form);
    await reads(form, 'Error: Write 20,000 characters or fewer');
    expect([...(await control(form, label)).value]).to.have.length(20_001);
    await write(form, label, '🙂'.repeat(20_000));
    await press(form, 'Continue');
    await sees(form, pages.told);
  });

  it('shows what is left only near the end, and says it when the typing rests', async () => {
    const form = await openForm();
    await goTo(form, 'story');
    const label = 'What happened? (optional)';
    await write(form, label, 'a'.repeat(17_000));
    expect(read(form)).not.to.include('characters left');
    const typing = holdingTimers(1000);
    await write(form, label, 'a'.repeat(19_990));
    await reads(form, 'You have 10 characters left.');
    const heard = find(form, '#q-story ~ [role=status]')!;
    const whileTyping = heard.textContent!.trim();
    typing.end();
    expect(whileTyping).to.equal('');
    await eventually(() => heard.textContent!.trim() === 'You have 10 characters left.', 'the count to be said');
  });

  it('may hold line breaks: Enter goes on to the next line, not to the next page', async () => {
    const form = await openForm();
    await goTo(form, 'story');
    (await control(form, 'What happened? (optional)')).focus();
    await sendKeys({press: 'Enter'});
    await sees(form, pages.story);
    expect((await control(form, 'What happened? (optional)')).value).to.equal('\n');
  });
});

describe('a person who uses no fault of theirs', () => {
  it('is not stopped by what the browser itself thinks of a field', async () => {
    const form = await openForm();
    expect(find(form, 'form')!.hasAttribute('novalidate')).to.equal(true);
    await goTo(form, 'story');
    for (const field of form.shadowRoot!.querySelectorAll('textarea')) expect(field.hasAttribute('maxlength')).to.equal(false);
    await button(form, 'Continue');
  });
});
