import {parse} from 'csv-parse/sync';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {QuestionSet} from '../../../src/contract/question-set.js';
import {giveFeedbackVersion1} from '../../../src/domain/questionnaire/sets/give-feedback-version-1.js';
import {exampleSubmission, inboxToken, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {signedIn, type Member} from '../../support/endpoint/team.js';
import {services} from '../../support/plain-form/example.js';
import {readPage} from '../../support/plain-form/page-reader.js';
import {putServices} from '../../support/store/put-services.js';

const questionSet = {id: 'give-feedback', version: '1'};
const least = {relationship: 'self', experience: 'good', risk: 'no', when: 'unknown', story: 'They were kind.'};
const contact = {name: 'A Person', email: 'person@example.com', phone: '01632 960123', by: 'email', formats: ['large-print']};
const place = {kind: 'place', place: {name: 'Exampleshire'}};

/** What somebody could send when version 1 was asked, each of its questions at least once. */
const shapes: readonly [string, Record<string, unknown>][] = [
  ['the least that was needed', {answers: least}],
  ['contact details, which no question was asked about first', {answers: least, contact}],
  ['topics where there is no story', {answers: {...least, story: undefined, topics: ['rights', 'other']}}],
  ['several services', {answers: {...least, 'worked-together': 'partly'}, about: {kind: 'pathway', services: [{id: '1-1000000001', name: 'Example House'}, {name: 'Elsewhere'}]}}],
  ['a place', {answers: least, about: place}],
  ['a worker’s own', {answers: {...least, relationship: 'staff', experience: 'poor', 'told-service': 'no'}}],
  ['a colleague’s', {answers: {...least, experience: 'mixed', 'also-staff': 'yes', 'told-service': 'unsure'}, share: ['regulator']}],
  ['danger', {answers: {...least, risk: 'yes', 'told-others': 'both'}}],
  ['care of somebody who has died that is still happening', {answers: {...least, relationship: 'relative', died: 'yes', when: 'ongoing'}}],
  ['a child’s, to whom a reply is not safe, with contact details', {answers: {...least, 'under-18': 'yes', 'safe-reply': 'no'}, contact}],
  ['somebody’s who was detained', {answers: {...least, detained: 'yes'}, about: {kind: 'service', services: [{id: '1-1000000007', name: 'Example Mental Health Centre'}]}}],
  ['a complaint that was answered, with all that may be written', {
    answers: {...least, relationship: 'carer', died: 'no', experience: 'mixed', 'also-staff': 'no', when: '2026-10', where: 'Ward 3', change: 'More nurses.', topics: ['safe', 'kindness'], 'told-service': 'complaint', 'service-answered': 'yes', 'under-18': 'no'},
    share: ['regulator', 'local', 'service'], contact,
  }],
];

/** As a spreadsheet is given a month, so that it stays as it is written. */
const asCell = (answer: string) => (/^\d{4}-\d{2}$/.test(answer) ? `\t${answer}` : answer);

describe('what was sent with version 1 of give-feedback, or waits on a device', () => {
  let endpoint: TestEndpoint;
  let member: Member;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    endpoint = await openEndpoint();
    await putServices(endpoint.dependencies.store, services, 'example');
    member = await signedIn(endpoint);
  });
  afterAll(() => endpoint.close());

  it.each(shapes)('is still taken: %s', async (shape, changes) => {
    const submission = exampleSubmission({questionSet, ...changes});
    ids.set(shape, submission.id);
    const response = await endpoint.post(submission);
    expect(await response.json()).toMatchObject({id: submission.id, reference: expect.any(String)});
    expect(response.status).toBe(201);
  });

  it('has held every question of that version in these shapes', () => {
    const asked = giveFeedbackVersion1.pages.flatMap(({questions}) => questions).filter(({kind}) => !['service', 'share', 'contact'].includes(kind));
    const held = new Set(shapes.flatMap(([, {answers}]) => Object.keys(answers as object)));
    expect(asked.map(({id}) => id).filter((id) => !held.has(id))).toEqual([]);
  });

  it('is refused where that version refused it', async () => {
    const refused = async (answers: Record<string, unknown>) => (await problemIn(await endpoint.post(exampleSubmission({questionSet, answers})))).errors?.map(({pointer}) => pointer);
    expect(await refused({...least, story: undefined})).toEqual(['/answers/topics']);
    expect(await refused({...least, experience: 'poor'})).toEqual(['/answers/told-service']);
    expect(await refused({...least, 'may-contact': 'yes'})).toEqual(['/answers/may-contact']);
    expect(await refused({...least, 'safe-reply': 'no'})).toEqual(['/answers/safe-reply']);
  });

  it('stands in words before the team', async () => {
    for (const [shape, id] of ids) {
      const {words} = readPage(await (await member.get(`/inbox/${id}`)).text());
      expect(words, shape).toMatch(/Whose care is it\? (My own|Someone I care for|A relative or friend|I work or volunteer there, or used to)/);
      expect(words, shape).not.toMatch(/questions that we do not know|undefined/);
    }
    const {words} = readPage(await (await member.get(`/inbox/${ids.get(shapes.at(-1)![0])}`)).text());
    for (const each of ['What is it about? Feeling and being safe Kindness and respect', 'Where did it happen, such as which ward? Ward 3', 'What should they keep or change? More nurses.', 'Have you told the service? Yes, I made a formal complaint', 'Has the service answered? Yes', 'When did it happen? October 2026']) expect(words).toContain(each);
    const detained = readPage(await (await member.get(`/inbox/${ids.get('somebody’s who was detained')}`)).text());
    expect(detained.words).toContain('detained under the Mental Health Act? Yes');
  });

  it('is exported whole, in codes and in words', async () => {
    const response = await endpoint.ask('/v1/inbox/export?contact=yes', {headers: {Authorization: `Bearer ${inboxToken}`}});
    const rows: Record<string, string>[] = parse(await response.text(), {columns: true, bom: true});
    for (const [shape, {answers, contact: details}] of shapes) {
      const row = rows.find(({id}) => id === ids.get(shape))!;
      for (const [question, answer] of Object.entries(answers as Record<string, string | string[] | undefined>)) expect(row[`answer_${question}`], `${shape}: ${question}`).toBe(asCell([answer ?? ''].flat().join('; ')));
      expect(row).toMatchObject({question_set: 'give-feedback', contact_email: details ? 'person@example.com' : '', has_contact: String(Boolean(details)), other_answers: ''});
    }
    expect(rows.at(-1)).toMatchObject({'answer_told-service_in_words': 'Yes, I made a formal complaint', answer_topics_in_words: 'Feeling and being safe; Kindness and respect'});
  });

  it('is described by the set in that version, while whoever asks for none gets the one that is asked now', async () => {
    const set = async (query: string) => (await (await endpoint.ask(`/v1/question-sets/give-feedback${query}`)).json()) as QuestionSet;
    expect((await set('')).version).toBe('2');
    expect(await set('?version=2')).toEqual(await set(''));
    const {texts: _, ...structure} = await set('?version=1');
    expect(structure).toEqual(giveFeedbackVersion1);
    expect((await endpoint.ask('/v1/question-sets/give-feedback?version=3')).status).toBe(404);
  });

  it('asks somebody soon to look at what was said about rights, also where the sender says that it is not urgent', async () => {
    for (const version of ['1', '2']) {
      const submission = exampleSubmission({questionSet: {...questionSet, version}, answers: {...least, topics: ['kindness', 'rights']}, urgency: 'none'});
      expect((await endpoint.post(submission)).status).toBe(201);
      const {submissions} = (await (await endpoint.inbox('')).json()) as {submissions: {id: string; urgency: string}[]};
      expect(submissions.find(({id}) => id === submission.id)?.urgency, version).toBe('concern');
    }
  });
});
