import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {answer, arrives, button, choose, control, press, read, reads, sees, tabTo} from '../../support/care-feedback/form-person.js';
import {goTo, openForm, pages} from '../../support/care-feedback/walk-form.js';

let endpoint: ExampleEndpoint;
beforeEach(() => (endpoint = exampleEndpoint()));
afterEach(() => endpoint.remove());

/** Goes to a control, gives it keys, and presses Enter on Continue. */
async function withKeys(form: CareFeedback, label: string | undefined, ...keys: string[]): Promise<void> {
  if (label !== undefined) await tabTo(form, await control(form, label));
  for (const press of keys) await sendKeys({press});
  await tabTo(form, await button(form, 'Continue'));
  await sendKeys({press: 'Enter'});
}

describe('a person with a keyboard', () => {
  it('comes through every page to the receipt, and each new page is read to them from its heading', async () => {
    const form = await openForm();
    await withKeys(form, 'My own', ' ', 'ArrowDown');
    await arrives(form, pages.experience);
    await withKeys(form, 'Good', ' ', 'ArrowDown', 'ArrowDown');
    await sees(form, pages.risk);
    await withKeys(form, 'Yes', ' ', 'ArrowDown', 'ArrowDown');
    await sees(form, pages.when);
    await tabTo(form, await control(form, 'Month'));
    await sendKeys({type: '3'});
    await withKeys(form, 'Year', '2', '0', '2', '6');
    await sees(form, pages.story);
    await tabTo(form, await control(form, 'What happened? (optional)'));
    await sendKeys({type: 'Kind'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'but slow'});
    await withKeys(form, 'Medicines', ' ');
    await sees(form, pages.told);
    await withKeys(form, 'No', ' ');
    await sees(form, pages.share);
    await withKeys(form, 'Example Regulator', ' ');
    await sees(form, pages.contact);
    await tabTo(form, await control(form, 'Yes', 'May we contact you?'));
    await sendKeys({press: ' '});
    await tabTo(form, await control(form, 'Yes', 'Is it safe for us to reply?'));
    await sendKeys({press: ' '});
    await tabTo(form, await control(form, 'Email (optional)'));
    await sendKeys({type: 'someone@example.com'});
    await withKeys(form, undefined);
    await arrives(form, pages.check);
    await tabTo(form, await button(form, 'Send'));
    await sendKeys({press: 'Enter'});
    await arrives(form, 'Thank you. We have got what you sent.');
    await reads(form, 'K7MQ-4TRD-9X2P-H6WC');

    const {answers, share, contact, about, source, language} = JSON.parse(endpoint.posted[0]!);
    expect(answers).to.deep.equal({
      relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026-03', story: 'Kind\nbut slow', topics: ['medicines'], 'told-service': 'no', 'may-contact': 'yes', 'safe-reply': 'yes',
    });
    expect({share, contact, about, language}).to.deep.equal({
      share: ['regulator'],
      contact: {email: 'someone@example.com'},
      about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House', town: 'Exampleton'}]},
      language: 'en',
    });
    expect(source).to.include({element: 'care-feedback', mode: 'inline', partner: 'example-charity', site: location.origin});
  });

  it('goes on with Enter in a field of one line', async () => {
    const form = await openForm();
    await goTo(form, 'when');
    await tabTo(form, await control(form, 'Year'));
    await sendKeys({type: '2026'});
    await sendKeys({press: 'Enter'});
    await sees(form, pages.story);
  });
});

describe('a person who answers', () => {
  it('is asked at once what an answer makes worth asking, and no longer when it does not', async () => {
    const form = await openForm();
    await goTo(form, 'whose');
    await choose(form, 'A relative or friend');
    await control(form, 'Yes', 'Has the person died?');
    await choose(form, 'My own');
    expect(read(form)).not.to.include('Has the person died?');
  });

  it('is told at once where to get help when somebody is in danger, and may go on', async () => {
    const form = await openForm();
    await goTo(form, 'risk');
    expect(read(form)).not.to.include('Do not wait for this form');
    await choose(form, 'Yes');
    await reads(form, 'If someone is in danger now, call 999. Do not wait for this form.');
    const [call] = [...form.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.then a')];
    expect(call!.href).to.equal('tel:999');
    await press(form, 'Continue');
    await sees(form, pages.when);
  });

  it('hears what an answer says in a region that was there before', async () => {
    const form = await openForm();
    await goTo(form, 'risk');
    const regions = [...form.shadowRoot!.querySelectorAll('.then')];
    expect(regions.map((region) => region.getAttribute('aria-live'))).to.deep.equal(['polite', 'polite']);
    await choose(form, 'Yes');
    expect([...form.shadowRoot!.querySelectorAll('.then')].every((region, place) => region === regions[place])).to.equal(true);
  });

  it('can take a date in words in place of one in numbers, and the other way round', async () => {
    const form = await openForm();
    await goTo(form, 'when');
    const [year, ongoing] = [await control(form, 'Year'), await control(form, 'It is still happening')];
    year.focus();
    await sendKeys({type: '2026'});
    ongoing.click();
    await form.updateComplete;
    expect(year.value).to.equal('');
    year.focus();
    await sendKeys({type: '2025'});
    expect(ongoing.checked).to.equal(false);
    expect(year.value).to.equal('2025');
  });

  it('sees the numbers of a date as they were typed', async () => {
    const form = await openForm();
    await goTo(form, 'when');
    for (const [box, digits] of [['Day', '27'], ['Month', '3'], ['Year', '2026']] as const) {
      (await control(form, box)).focus();
      await sendKeys({type: digits});
    }
    await press(form, 'Continue');
    await sees(form, pages.story);
    await press(form, 'Back');
    await sees(form, pages.when);
    expect((await control(form, 'Month')).value).to.equal('3');
  });
});

it('no control of one page lives on in the next, with what the browser remembers of it', async () => {
  const form = await openForm();
  await goTo(form, 'whose');
  const radio = await control(form, 'My own');
  radio.click();
  await press(form, 'Continue');
  await sees(form, pages.experience);
  expect(radio.isConnected).to.equal(false);
});

describe('a person who goes back', () => {
  it('comes to where they were, also after an answer that leads elsewhere', async () => {
    const form = await openForm();
    await goTo(form, 'whose');
    await answer(form, pages.whose, 'I work or volunteer there, or used to');
    await answer(form, pages.experience, 'Poor');
    await sees(form, 'Before you go on: speaking up as a worker');
    await press(form, 'Back');
    await press(form, 'Back');
    await choose(form, 'My own');
    await press(form, 'Continue');
    await answer(form, pages.experience, 'Good');
    await sees(form, pages.risk);
    await press(form, 'Back');
    await arrives(form, pages.experience);
    expect((await control(form, 'Good')).checked).to.equal(true);
  });

  it('keeps the first answer when the whole form has come in between', async () => {
    const form = await openForm();
    await choose(form, 'Someone I care for');
    await choose(form, 'No', 'Has the person died?');
    await press(form, 'Continue');
    await sees(form, pages.experience);
    await press(form, 'Back');
    await sees(form, pages.whose);
    for (const [answered, question] of [['Someone I care for', 'Whose care is it?'], ['No', 'Has the person died?']] as const) {
      expect((await control(form, answered, question)).checked).to.equal(true);
    }
  });
});

describe('a person who changes an answer before sending', () => {
  it('is asked only what the change makes needed, and comes back', async () => {
    const form = await openForm();
    await goTo(form, 'check', {experience: (here) => choose(here, 'Good')});
    await press(form, `Change your answer: ${pages.experience}`);
    await choose(form, 'Poor');
    await press(form, 'Continue');
    await answer(form, pages.told, 'No');
    await sees(form, pages.check);
    await reads(form, 'Poor');
  });

  it('comes straight back when the change needs nothing else', async () => {
    const form = await openForm();
    await goTo(form, 'check');
    await press(form, 'Change your answer: Whose care is it?');
    await choose(form, 'My own');
    await press(form, 'Continue');
    await arrives(form, pages.check);
  });
});
