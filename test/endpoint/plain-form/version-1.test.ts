import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {sealSession, openSession} from '../../../src/endpoint/plain-form/sealed-session.js';
import type {PlainFormSession} from '../../../src/endpoint/plain-form/pages/plain-form-session.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {chooseSomewhere, follow, postFields, type Person} from '../../support/plain-form/page-person.js';

const house = '/feedback?service=1-1000000001';
const thanks = 'Thank you. We have got what you sent.';
let endpoint: FormEndpoint;

beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
afterAll(() => endpoint.close());

/** The fields of a page that was made while version 1 was asked, when each question had a page of its own. */
async function pageOfVersion1(changes: Partial<PlainFormSession>): Promise<URLSearchParams> {
  const {formSigning} = endpoint.dependencies.keys;
  const first = await follow(endpoint, house);
  const carried = openSession(first.fields('Continue').get('_state')!, formSigning, endpoint.now);
  if (carried.is === 'lost') throw new Error('It cannot be read');
  const session: PlainFormSession = {...carried.visit, set: {id: 'give-feedback', version: '1'}, at: 'about-this-form', ...changes};
  return new URLSearchParams({_state: sealSession(session, formSigning)});
}

const told = (answers: Record<string, string>): Pick<PlainFormSession, 'told'> => ({told: {answers, about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]}, aboutIsGiven: true}});
const half = {relationship: 'carer', experience: 'good', risk: 'no', when: '2026'};
const passed = ['about-this-form', 'relationship', 'died', 'experience', 'risk', 'when'];

async function toReceipt(from: Person): Promise<Person> {
  let person = from;
  for (let pages = 0; pages < 30 && person.page.heading !== thanks; pages += 1) {
    chooseSomewhere(person);
    if (person.page.controls.some(({name}) => name === 'when-year')) person.choose('I do not know', 'when');
    if (person.page.controls.some(({name, value}) => name === 'story' && value === '')) person.write(/^What happened/, 'A story.');
    person = await person.press(person.page.heading === 'Check your answers' ? 'Send' : 'Continue');
  }
  return person;
}

describe('a visit that began while version 1 was asked', () => {
  it('goes on with its questions, from its first page to its receipt', async () => {
    const fields = await pageOfVersion1({});
    fields.set('_do', 'continue');
    const next = await postFields(endpoint, fields);
    expect(next.page.heading).toBe('Whose care is it?');
    const receipt = await toReceipt(next);
    expect(receipt.page.heading).toBe(thanks);
    expect((await endpoint.arrived()).at(-1)).toMatchObject({questionSet: {id: 'give-feedback', version: '1'}, answers: {relationship: 'self', experience: 'good', risk: 'no', when: 'unknown', story: 'A story.', 'under-18': 'no'}});
  });

  it.each([
    ['where', 'Ward 3', half, passed],
    ['change', 'More nurses.', {...half, where: 'Ward 3', story: 'They were kind.'}, [...passed, 'where', 'story']],
  ])('keeps what was written on the page “%s”, which has no page of its own now', async (at, text, answers, before) => {
    const fields = await pageOfVersion1({...told(answers), at, trail: before, passed: before});
    fields.set(at, text);
    fields.set('_do', 'continue');
    const next = await postFields(endpoint, fields);
    expect(next.page.errors).toEqual([]);
    const receipt = await toReceipt(next);
    expect(receipt.page.heading).toBe(thanks);
    expect((await endpoint.arrived()).at(-1)).toMatchObject({questionSet: {version: '1'}, answers: {...answers, [at]: text}});
  });

  it('keeps what was written on a page that has joined another, when that one comes back without it', async () => {
    const fields = await pageOfVersion1({...told({...half, where: 'Ward 3'}), at: 'when', trail: passed.slice(0, -1), passed});
    fields.set('when-year', '2025');
    fields.set('_do', 'continue');
    const receipt = await toReceipt(await postFields(endpoint, fields));
    expect(receipt.page.heading).toBe(thanks);
    expect((await endpoint.arrived()).at(-1)?.answers).toMatchObject({when: '2025', where: 'Ward 3'});
  });

  it('keeps contact details that were asked for with yes or no', async () => {
    const fields = await pageOfVersion1({...told({...half, story: 'They were kind.'}), at: 'contact', trail: passed, passed: [...passed, 'where', 'story', 'change', 'topics', 'share', 'under-18']});
    for (const [name, value] of [['contact', 'yes'], ['contact-email', 'me@a.example'], ['_do', 'continue']] as const) fields.set(name, value);
    const receipt = await toReceipt(await postFields(endpoint, fields));
    expect(receipt.page.heading).toBe(thanks);
    expect((await endpoint.arrived()).at(-1)).toMatchObject({questionSet: {version: '1'}, hasContact: true});
  });
});
