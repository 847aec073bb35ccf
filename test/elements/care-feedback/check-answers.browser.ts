import {expect} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {arrives, choose, focused, press, read, sees, unfold, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const leftOut = 'Questions that you left out';
const folded = (form: CareFeedback) => [...form.shadowRoot!.querySelectorAll('summary')].find((each) => each.innerText.trim() === leftOut)?.closest('details');

/** The questions of a list at the check, and of each the name of its button. */
const rowsIn = (list: Element) =>
  [...list.querySelectorAll('dt')].map((each) => [each.textContent, each.parentElement!.querySelector('button .visually-hidden')?.textContent]);
const change = (question: string) => [question, `Change your answer: ${question}`];

describe('the check before Send', () => {
  it('shows what was answered first, and what was left out folded under it, each with a way to change it', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    const [given, others] = [...form.shadowRoot!.querySelectorAll('.answers')] as [Element, Element];
    const [about, ...answered] = rowsIn(given);
    // Which service it is was said by the page, and is not the person's to change.
    expect(about).to.deep.equal(['About', undefined]);
    expect(answered).to.deep.equal([
      'Whose care is it?', 'What has the care been like?', 'Is anyone being hurt, neglected or in danger, now or soon?',
      'When did it happen?', 'What happened?', 'Have you told the service?', 'Who else may see it?',
    ].map(change));
    expect([folded(form)!.contains(others), folded(form)!.contains(given), folded(form)!.open]).to.deep.equal([true, false, false]);
    expect(rowsIn(others)).to.deep.equal([
      'Has the person died?', 'Are you under 18?', 'Do you work or volunteer for this service, or did you use to?',
      'What should they keep or change?', 'Where did it happen, such as which ward?', 'What is it about?', 'May we contact you?',
    ].map(change));
    expect(read(form)).not.to.include('Not answered');
    await unfold(form, leftOut);
    expect(read(form)).to.include('Where did it happen, such as which ward? Not answered');
    await expect(form).to.be.accessible();
  });

  it('leads from what was left out to the question itself and straight back, where it then stands among the answers', async () => {
    const form = await openForm();
    await goTo(form, 'check', {experience: (each) => choose(each, 'Good')});
    await unfold(form, leftOut);
    await press(form, 'Change your answer: Where did it happen, such as which ward?');
    await sees(form, pages.story);
    await eventually(() => focused(form)?.id === 'q-where', 'the focus at the question');
    await write(form, 'Where did it happen, such as which ward? (optional)', 'Ward 3');
    await press(form, 'Continue');
    await arrives(form, pages.check);
    expect(read(form)).to.include('Where did it happen, such as which ward? Ward 3');
    expect(folded(form)!.textContent).not.to.include('Where did it happen');
  });

  it('leads to a question that is folded up on its page by unfolding it', async () => {
    const form = await openForm();
    await goTo(form, 'check', {experience: (each) => choose(each, 'Good')});
    await unfold(form, leftOut);
    await press(form, 'Change your answer: What is it about?');
    await sees(form, pages.story);
    await eventually(() => focused(form)?.id === 'q-topics-safe', 'the focus at the first topic');
    expect(focused(form)!.closest('details')!.open).to.equal(true);
  });

  it('has nothing folded where nothing was left out', async () => {
    const form = await openForm();
    await goTo(form, 'check', {
      whose: async (each) => {
        await choose(each, 'My own');
        await choose(each, 'No', 'Are you under 18?');
      },
      experience: (each) => choose(each, 'Good'),
      story: async (each) => {
        for (const label of [pages.story, 'What should they keep or change? (optional)', 'Where did it happen, such as which ward? (optional)']) await write(each, label, 'Words');
        await unfold(each, 'What is it about? (optional)');
        await choose(each, 'Medicines');
      },
      contact: (each) => choose(each, 'No'),
    });
    await sees(form, pages.check);
    expect(Boolean(folded(form))).to.equal(false);
    expect(read(form)).not.to.include('Not answered');
  });
});
