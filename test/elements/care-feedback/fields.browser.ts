import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/define/care-feedback.js';
import type {QuestionSet} from '../../../src/contract/question-set.js';
import type {Submission} from '../../../src/contract/submission.js';
import type {CareFeedback} from '../../../src/elements/care-feedback/care-feedback.js';
import {exampleEndpoint, ownAddress, type ExampleEndpoint} from '../../support/care-feedback/example-endpoint.js';
import {eventually} from '../../support/eventually.js';
import {arrives, choose, control, press, reads, sees} from '../../support/care-feedback/form-person.js';
import {openForm, pages} from '../../support/care-feedback/walk-form.js';

const choices = (...values: string[]) => values.map((value) => ({value}));

/** A set with every kind of control on one page, and one page before it. */
const set: QuestionSet = {
  id: 'example-fields',
  version: '1',
  pages: [
    {id: 'before', questions: [{id: 'before', kind: 'text', required: false}]},
    {
      id: 'all',
      questions: [
        {id: 'one', kind: 'choice', required: false, choices: choices('a', 'b')},
        {id: 'many', kind: 'choices', required: false, choices: choices('a', 'b', 'c')},
        {id: 'short', kind: 'text', required: false},
        {id: 'long', kind: 'long-text', required: false},
        {id: 'since', kind: 'date', required: false, choices: choices('ongoing')},
        {id: 'share', kind: 'share', required: false, choices: choices('regulator', 'service')},
        {id: 'contact', kind: 'contact', required: false},
      ],
    },
  ],
  texts: {
    en: {
      title: 'Example fields',
      pages: {all: {title: 'All fields'}},
      questions: {
        before: {label: 'Before'},
        one: {label: 'One', choices: {a: {label: 'A'}, b: {label: 'B'}}},
        many: {label: 'Many', choices: {a: {label: 'A'}, b: {label: 'B'}, c: {label: 'C'}}},
        short: {label: 'Short'},
        long: {label: 'Long'},
        since: {label: 'Since', choices: {ongoing: {label: 'Still'}}},
        share: {label: 'Share'},
        contact: {label: 'Contact'},
      },
    },
  },
};

let endpoint: ExampleEndpoint;
beforeEach(() => {
  endpoint = exampleEndpoint();
  const network = globalThis.fetch;
  const answering: typeof fetch = async (input, init) => (new Request(input, init).url.endsWith(`/v1/question-sets/${set.id}`) ? Response.json(set) : network(input, init));
  globalThis.fetch = answering.bind(undefined);
});
afterEach(() => endpoint.remove());

async function openFields(): Promise<CareFeedback> {
  const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${ownAddress()} service="1-1000000001" question-set=${set.id}></care-feedback>`);
  await control(form, 'Before (optional)');
  return form;
}

/** At the page with every kind of control. */
async function openAll(): Promise<CareFeedback> {
  const form = await openFields();
  await press(form, 'Continue');
  await arrives(form, 'All fields');
  return form;
}

/** The same, with the fields of contact details. */
async function openWithContact(): Promise<CareFeedback> {
  const form = await openAll();
  await choose(form, 'Yes');
  await control(form, 'Full name (optional)');
  return form;
}

const find = (form: CareFeedback, id: string) => form.shadowRoot!.querySelector<HTMLInputElement>(`#q-${id}`)!;

/** What a tool puts into the fields, without telling anybody. */
function fill(form: CareFeedback, texts: Record<string, string>): HTMLInputElement[] {
  return Object.entries(texts).map(([id, text]) => Object.assign(find(form, id), {value: text}));
}

const filled = {
  short: 'Short words', long: 'Long\nwords', 'since-day': '3', 'since-month': 'March', 'since-year': '2026',
  'contact-name': 'Ann Example', 'contact-email': 'ann@example.com', 'contact-phone': '01632 960123', 'contact-address': '1 Example Street', 'contact-avoid': 'Mornings',
};
const told = {short: 'Short words', long: 'Long\nwords', since: '2026-03-03'};
const details = {name: 'Ann Example', email: 'ann@example.com', phone: '01632 960123', address: '1 Example Street', avoid: 'Mornings'};

/** What arrives once Continue and Send were pressed. */
async function sent(form: CareFeedback): Promise<Submission> {
  await press(form, 'Continue');
  await arrives(form, pages.check);
  await press(form, 'Send');
  await reads(form, 'K7MQ-4TRD-9X2P-H6WC');
  return JSON.parse(endpoint.posted.at(-1)!) as Submission;
}

describe('what a tool fills in', () => {
  it('is sent where it tells of it with change alone, all fields at once', async () => {
    const form = await openWithContact();
    for (const field of fill(form, filled)) field.dispatchEvent(new Event('change', {bubbles: true}));
    const {answers, contact} = await sent(form);
    expect({answers, contact}).to.deep.equal({answers: told, contact: details});
  });

  it('is sent where it tells nobody, and stays where the form is drawn anew before', async () => {
    const form = await openWithContact();
    fill(form, filled);
    const ticks = ['one-b', 'many-c', 'many-a', 'share-service', 'share-regulator', 'contact-by-post', 'contact-for-news', 'contact-formats-braille', 'contact-formats-bsl'];
    for (const id of ticks) find(form, id).checked = true;
    form.requestUpdate();
    await form.updateComplete;
    const {answers, contact, share} = await sent(form);
    expect({answers, contact, share}).to.deep.equal({
      answers: {...told, one: 'b', many: ['a', 'c']},
      contact: {...details, by: 'post', for: ['news'], formats: ['braille', 'bsl']},
      share: ['regulator', 'service'],
    });
  });

  it('stays where somebody answers another question before', async () => {
    const form = await openAll();
    fill(form, {short: 'Filled', 'since-day': '3'});
    find(form, 'one-a').checked = true;
    await choose(form, 'B', 'Many');
    find(form, 'since-year').focus();
    await sendKeys({type: '2026'});
    fill(form, {'since-month': 'Sept.'});
    expect((await sent(form)).answers).to.deep.equal({one: 'a', many: ['b'], short: 'Filled', since: '2026-09-03'});
  });

  it('takes the place of what was chosen and written before', async () => {
    const form = await openAll();
    await choose(form, 'A', 'One');
    await choose(form, 'A', 'Many');
    find(form, 'short').focus();
    await sendKeys({type: 'Typed'});
    find(form, 'one-b').checked = true;
    find(form, 'many-a').checked = false;
    fill(form, {short: 'Filled'});
    expect((await sent(form)).answers).to.deep.equal({one: 'b', short: 'Filled'});
  });

  it('is sent with Enter, and is there again after Back', async () => {
    const form = await openFields();
    fill(form, {before: 'Filled'});
    find(form, 'before').focus();
    await sendKeys({press: 'Enter'});
    await arrives(form, 'All fields');
    fill(form, {long: 'Filled too'});
    await press(form, 'Back');
    expect((await control(form, 'Before (optional)')).value).to.equal('Filled');
    await press(form, 'Continue');
    await arrives(form, 'All fields');
    expect(find(form, 'long').value).to.equal('Filled too');
  });

  it('counts as typed in the search for a service', async () => {
    const form = await fixture<CareFeedback>(html`<care-feedback endpoint=${ownAddress()} question-set="quick"></care-feedback>`);
    const field = await control(form, 'Name, town or postcode of the service');
    field.value = 'Examp';
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await eventually(() => form.shadowRoot!.querySelectorAll('[role=option]').length === 2, 'a list of services');
    field.value = 'My own carer';
    await press(form, 'Continue');
    await choose(form, 'Good');
    await choose(form, 'No');
    await press(form, 'Send');
    await reads(form, 'K7MQ-4TRD-9X2P-H6WC');
    expect((JSON.parse(endpoint.posted[0]!) as Submission).about).to.deep.equal({kind: 'service', services: [{name: 'My own carer'}]});
  });

  it('is taken on the first pages too, before the whole form has come', async () => {
    const form = await openForm();
    (await control(form, 'Someone I care for')).checked = true;
    form.requestUpdate();
    await form.updateComplete;
    await press(form, 'Continue');
    await sees(form, pages.experience);
  });
});

describe('what is pasted into a field', () => {
  const paste = (text: string) => document.execCommand('insertText', false, text);

  it('is shown and sent as it was seen where it was copied, and the cursor stays in its place', async () => {
    const form = await openWithContact();
    const long = find(form, 'long');
    long.focus();
    await sendKeys({type: 'End.'});
    long.setSelectionRange(0, 0);
    paste('First\u000bdidn\u0092t medi\u0002cation\u0003 ');
    expect(long.value).to.equal('First\ndidn’t medication End.');
    await sendKeys({type: 'now '});
    expect(long.value).to.equal('First\ndidn’t medication now End.');
    find(form, 'short').focus();
    paste('on\u001ecall\u000bnight');
    expect(find(form, 'short').value).to.equal('on-call night');
    find(form, 'contact-name').focus();
    paste('Ann\fExample\u0000');
    find(form, 'contact-email').focus();
    paste('ann@example.com\u0007');
    const {answers, contact} = await sent(form);
    expect(answers).to.deep.equal({short: 'on-call night', long: 'First\ndidn’t medication now End.'});
    expect(contact).to.deep.equal({name: 'Ann Example', email: 'ann@example.com'});
  });

  it('is tidied where a tool puts it there, too', async () => {
    const form = await openAll();
    fill(form, {long: 'page one\fpage two\u001b', short: 'cell one\u0007cell two \ud83d'});
    expect((await sent(form)).answers).to.deep.equal({short: 'cell one\tcell two \ufffd', long: 'page one\npage two'});
  });

  it('is left alone while a keyboard composes it, or has sent half of an emoji', async () => {
    const form = await openAll();
    const long = find(form, 'long');
    const types = (text: string, more: InputEventInit = {}) => {
      long.focus();
      long.value = text;
      long.setSelectionRange(text.length, text.length);
      long.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, ...more}));
    };
    types('ka\u0003', {isComposing: true});
    expect(long.value).to.equal('ka\u0003');
    types('か\u0003');
    expect(long.value).to.equal('か');
    types('か\ud83d');
    types(`${long.value}\ude00`);
    expect(long.value).to.equal('か😀');
    types('か\ud83d');
    expect((await sent(form)).answers).to.deep.equal({long: 'か\ufffd'});
  });
});

describe('a date in its boxes', () => {
  it('is sent in digits, read back in words, and stays as it was typed', async () => {
    const form = await openAll();
    for (const [box, text] of [['day', '3rd'], ['month', 'Sept.'], ['year', '٢٥']] as const) {
      find(form, `since-${box}`).focus();
      await sendKeys({type: text});
    }
    await press(form, 'Continue');
    await arrives(form, pages.check);
    await reads(form, '3 September 2025');
    await press(form, 'Back');
    await arrives(form, 'All fields');
    expect(['day', 'month', 'year'].map((box) => find(form, `since-${box}`).value)).to.deep.equal(['3rd', 'Sept.', '٢٥']);
    expect((await sent(form)).answers).to.deep.equal({since: '2025-09-03'});
  });

  it('names its month in a language of the person’s browser', async () => {
    const form = await openAll();
    Object.defineProperty(navigator, 'languages', {value: ['ro', 'en'], configurable: true});
    for (const [box, text] of [['month', 'iulie'], ['year', '2026']] as const) {
      find(form, `since-${box}`).focus();
      await sendKeys({type: text});
    }
    Reflect.deleteProperty(navigator, 'languages');
    expect((await sent(form)).answers).to.deep.equal({since: '2026-07'});
  });

  it('names its month in the language of the page', async () => {
    const form = await openAll();
    form.lang = 'pl';
    fill(form, {'since-month': 'marca', 'since-year': '2026'});
    expect((await sent(form)).answers).to.deep.equal({since: '2026-03'});
  });
});
