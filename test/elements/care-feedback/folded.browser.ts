import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, exampleService, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {choose, control, focused, press, read, reads, sees, tabTo, unfold, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const topics = 'What is it about? (optional)';
const detained = 'Was the person detained under the Mental Health Act? (optional)';
const afterGoodCare = {experience: (form: CareFeedback) => choose(form, 'Good')};

/** What lies folded under these words; `undefined` where nothing is. */
const folded = (form: CareFeedback, name: string) => [...form.shadowRoot!.querySelectorAll('summary')].find((each) => each.innerText.trim() === name)?.closest('details');
const isSeen = async (form: CareFeedback, name: string) => (await control(form, name)).checkVisibility();

async function atStory(others: Parameters<typeof goTo>[2] = afterGoodCare, kinds: readonly string[] = exampleService.kinds): Promise<CareFeedback> {
  endpoint.behaviour.service = () => Response.json({...exampleService, kinds});
  const form = await openForm();
  await goTo(form, 'story', others);
  return form;
}

describe('topics, after good care', () => {
  it('lie folded under the story, to be opened by the keyboard and by a screen reader’s name for them', async () => {
    const form = await atStory();
    expect([folded(form, topics)!.open, await isSeen(form, 'Medicines')]).to.deep.equal([false, false]);
    expect(read(form)).not.to.include('Kindness and respect');
    await tabTo(form, folded(form, topics)!.querySelector('summary')!);
    await sendKeys({press: 'Enter'});
    await reads(form, 'Kindness and respect');
    await sendKeys({press: 'Tab'});
    expect(focused(form)?.id).to.equal('q-topics-safe');
    await expect(form).to.be.accessible();
  });

  it('stay open for whoever has opened them and goes on writing', async () => {
    const form = await atStory();
    await unfold(form, topics);
    await write(form, pages.story, 'They were kind.');
    expect(folded(form, topics)!.open).to.equal(true);
  });

  it('stay open after the only answer was taken back, with the focus where it was', async () => {
    const form = await atStory();
    await unfold(form, topics);
    const medicines = await control(form, 'Medicines');
    medicines.focus();
    for (const isTicked of [true, false]) {
      await sendKeys({press: ' '});
      await form.updateComplete;
      expect([medicines.checked, folded(form, topics)!.open, focused(form) === medicines]).to.deep.equal([isTicked, true, true]);
    }
    await write(form, pages.story, 'They were kind.');
    expect(folded(form, topics)!.open).to.equal(true);
  });

  it('are open for whoever comes back to an answer, so that it is seen', async () => {
    const form = await atStory();
    await unfold(form, topics);
    await choose(form, 'Medicines');
    await press(form, 'Continue');
    await sees(form, pages.share);
    await press(form, 'Back');
    await sees(form, pages.story);
    expect([folded(form, topics)!.open, (await control(form, 'Medicines')).checked]).to.deep.equal([true, true]);
  });

  it('need not be opened', async () => {
    const form = await atStory();
    await press(form, 'Continue');
    await sees(form, pages.share);
  });
});

for (const experience of ['Poor', 'Some good, some poor']) {
  it(`topics are open where care was: ${experience}`, async () => {
    const form = await atStory({experience: (each) => choose(each, experience)});
    expect([Boolean(folded(form, topics)), await isSeen(form, 'Rights')]).to.deep.equal([false, true]);
  });
}

describe('whether somebody was detained, after good care', () => {
  it('lies folded at a hospital, and is asked openly as soon as it is about rights', async () => {
    const form = await atStory(afterGoodCare, ['hospital']);
    expect(folded(form, detained)!.open).to.equal(false);
    await unfold(form, topics);
    const rights = await control(form, 'Rights');
    rights.focus();
    await sendKeys({press: ' '});
    await eventually(() => !folded(form, detained), 'the question to be asked openly');
    expect(await isSeen(form, 'I am not sure')).to.equal(true);
    expect([focused(form) === rights, folded(form, topics)!.open]).to.deep.equal([true, true]);
  });

  it('is asked openly at a mental health service', async () => {
    const form = await atStory(afterGoodCare, ['mental-health']);
    expect([Boolean(folded(form, detained)), await isSeen(form, 'I am not sure')]).to.deep.equal([false, true]);
  });
});
