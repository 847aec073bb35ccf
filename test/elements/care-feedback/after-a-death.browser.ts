import {expect} from '@open-wc/testing';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {arrives, choose, control, press, read, reads, sees, write} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

const danger = 'Might other people there be hurt, now or soon?';
const ongoing = 'It is still happening';

/** At the page about danger, after the death of a relative. */
async function atDanger(): Promise<CareFeedback> {
  const form = await openForm();
  await choose(form, 'A relative or friend');
  await choose(form, 'Yes', 'Has the person died?');
  await press(form, 'Continue');
  await sees(form, 'What was the care like?');
  await choose(form, 'Good');
  await press(form, 'Continue');
  await sees(form, danger);
  return form;
}

describe('somebody whose relative has died', () => {
  it('is asked about danger to others there, with help for whoever is in it', async () => {
    const form = await atDanger();
    expect(read(form)).not.to.include(pages.risk);
    await choose(form, 'Yes', danger);
    await reads(form, 'Do not wait for this form.');
  });

  it('is not offered that it is still happening, but may not know when it was', async () => {
    const form = await atDanger();
    await choose(form, 'No', danger);
    await press(form, 'Continue');
    await sees(form, pages.when);
    expect(read(form)).not.to.include(ongoing);
    await choose(form, 'I do not know');
    await press(form, 'Continue');
    await sees(form, pages.story);
    expect(read(form)).to.include('What should they learn from this?').and.not.to.include('What should they keep or change?');
  });

  it('is asked once more when it happened, where they say only at the check that the person has died', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    expect(read(form)).to.include(ongoing);
    await press(form, 'Change your answer: Whose care is it?');
    await choose(form, 'Yes', 'Has the person died?');
    await press(form, 'Continue');
    await arrives(form, pages.when);
    expect(read(form)).not.to.include(ongoing);
    expect((await control(form, 'Year')).value).to.equal('');
    await write(form, 'Year', '2026');
    await press(form, 'Continue');
    await arrives(form, pages.check);
    expect(read(form)).to.include(danger);
  });
});

it('somebody whose relative lives is asked about any danger, and may say that it still happens', async () => {
  const form = await openForm();
  await goTo(form, 'when', {whose: async (each) => {
    await choose(each, 'A relative or friend');
    await choose(each, 'No', 'Has the person died?');
  }});
  await control(form, ongoing);
});
