import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {QuestionSet} from '../../../src/contract/question-set.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {follow, type Person} from '../../support/plain-form/page-person.js';

const fields: QuestionSet = {
  id: 'example-fields',
  version: '1',
  pages: [
    {id: 'short', questions: [{id: 'short', kind: 'text', required: false}]},
    {id: 'long', questions: [{id: 'long', kind: 'long-text', required: false}]},
    {id: 'since', questions: [{id: 'since', kind: 'date', required: true}]},
    {id: 'contact', questions: [{id: 'contact', kind: 'contact', required: false}]},
  ],
  texts: {en: {title: 'Example fields', pages: {}, questions: {short: {label: 'Short'}, long: {label: 'Long'}, since: {label: 'Since'}, contact: {label: 'Contact'}}}},
};

let endpoint: FormEndpoint;
beforeAll(async () => {
  endpoint = await openFormEndpoint();
  await endpoint.dependencies.store.addQuestionSet(fields);
});
afterAll(() => endpoint.close());

const begin = (language = 'en') => follow(endpoint, `/feedback?question-set=example-fields&service=1-1000000001&lang=${language}`);
const sent = async (check: Person) => {
  expect((await check.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
  return (await endpoint.arrived()).at(-1)!;
};
const boxes = ({page}: Person) => ['Day', 'Month', 'Year'].map((label) => page.controls.find((control) => control.label === label)?.value);

describe('what is pasted into plain pages', () => {
  it('arrives as it was seen where it was copied, and nobody is told of a character that they cannot see', async () => {
    let person = await (await begin()).write(/^Short/, 'on\u001ecall\u000bnight\u0000').press('Continue');
    expect(person.page.errors).toEqual([]);
    person = await person.write(/^Long/, 'First\u000bsecond\f\u2028didn\u0092t medi\u0002cation \ud83d').press('Continue');
    expect(person.page.errors).toEqual([]);
    person = await person.write('Year', '2024\u0007').press('Continue');
    person = await person.choose('Yes').write('Full name', 'Ann\u000bExample').write('Email', 'ann@example.com\u0003').write('Postal address', '1 Example Street\u000bExampleton').press('Continue');
    const {answers, id} = await sent(person);
    expect(answers).toEqual({short: 'on-call night', long: 'First\nsecond\n\ndidn’t medication \ufffd', since: '2024'});
    expect(await endpoint.dependencies.store.openContact(id, {label: 'test', openedAt: '2026-11-22T12:00:00Z'})).toEqual({name: 'Ann Example', email: 'ann@example.com', address: '1 Example Street\nExampleton'});
  });

  it('is searched for on one line', async () => {
    const person = await follow(endpoint, '/feedback?question-set=quick');
    const found = await person.write('Name, town or postcode of the service', 'Example\u000bHouse\u0003').press('Search');
    expect(found.page.controls.find(({name}) => name === 'service-query')?.value).toBe('Example House');
    expect(found.page.words).toContain('Example House, Exampleton');
  });
});

describe('a date on plain pages', () => {
  const atDate = async (language?: string) => (await (await begin(language)).press('Continue')).press('Continue');

  it('is sent in digits, read back in words, and shown again as it was typed', async () => {
    const contact = await (await atDate()).write('Day', '3rd').write('Month', 'Sept.').write('Year', "'25").press('Continue');
    expect(contact.page.errors).toEqual([]);
    expect(boxes(await contact.press('Back'))).toEqual(['3rd', 'Sept.', "'25"]);
    const check = await contact.press('Continue');
    expect(check.page.words).toContain('Since 3 September 2025');
    expect((await sent(check)).answers).toEqual({since: '2025-09-03'});
  });

  it('names its month in the language of the page too', async () => {
    const check = await (await (await atDate('pl')).write('Day', '٣').write('Month', 'maja').write('Year', '２０２５').press('Continue')).press('Continue');
    expect((await sent(check)).answers).toEqual({since: '2025-05-03'});
  });

  it('that cannot be read stands in its boxes as it was typed', async () => {
    const again = await (await atDate()).write('Day', '3/5').write('Month', '').write('Year', 'last year').press('Continue');
    expect(again.page.errors).toEqual(['Write a real date, such as 27 3 2026, or only the year']);
    expect(boxes(again)).toEqual(['3/5', '', 'last year']);
  });
});
