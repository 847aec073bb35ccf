import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {QuestionSet} from '../../../src/contract/question-set.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {follow, type Person} from '../../support/plain-form/page-person.js';

const own: QuestionSet = {
  id: 'example-set',
  version: '3',
  pages: [
    {
      id: 'both',
      questions: [
        {id: 'do', kind: 'text', required: true, maxLength: 10},
        {id: 'state', kind: 'choices', required: false, choices: [{value: 'one'}, {value: 'hint', when: {question: 'do', in: ['x']}}, {value: 'two'}]},
        {id: 'much', kind: 'choice', required: true, choices: [{value: 'yes'}, {value: 'no'}]},
      ],
    },
    {id: 'since', questions: [{id: 'since', kind: 'date', required: true}]},
    {id: 'service', when: {question: 'state', in: ['one']}, questions: [{id: 'which', kind: 'service', required: false}]},
  ],
  texts: {
    en: {
      title: 'Example questions',
      pages: {both: {title: 'Two questions', body: ['Read this first. {receiver} reads it.']}},
      questions: {
        do: {label: 'A short text & more', hint: 'Ten characters'},
        state: {label: 'Several', choices: {one: {label: 'One'}, hint: {label: 'Hint'}, two: {label: 'Two', hint: 'The second'}}},
        much: {label: 'Was it much?', choices: {yes: {label: 'Yes'}, no: {label: 'No'}}, required: 'Say if it was much'},
        since: {label: 'Since when?'},
        which: {label: 'Which?'},
      },
    },
  },
};

let endpoint: FormEndpoint;
beforeAll(async () => {
  endpoint = await openFormEndpoint();
  await endpoint.dependencies.store.addQuestionSet(own);
});
afterAll(() => endpoint.close());

const ticks = ({page}: Person) => page.controls.filter(({type}) => type === 'checkbox').map(({label}) => label);

describe('a set of somebody’s own', () => {
  it('is asked page by page, but what an answer on a page changes comes after it, and arrives under its id and version', async () => {
    let person = await follow(endpoint, '/feedback?question-set=example-set&service=1-1000000001');
    expect(person.page.title).toBe('Two questions – Example questions');
    expect(person.page.heading).toBe('Two questions');
    expect(person.page.words).toContain('Read this first. Example Healthwatch reads it.');
    person = await person.write('A short text & more', 'more than ten').press('Continue');
    expect(person.page.errors).toEqual(['Write 10 characters or fewer', 'Say if it was much']);
    const other = await person.write('A short text & more', 'x').choose('Yes').press('Continue');
    expect(ticks(other)).toEqual(['One', 'Hint', 'Two']);
    person = await person.write('A short text & more', 'short').choose('No').press('Continue');
    expect(person.page.heading).toBe('Several (optional)');
    expect(ticks(person)).toEqual(['One', 'Two']);
    person = await person.choose('One').choose('Two').press('Continue');
    person = await person.write('Month', '3').write('Year', '2024').press('Continue');
    expect(person.page.words).toContain('Since when? March 2024');
    await person.press('Send');
    expect((await endpoint.arrived()).at(-1)).toMatchObject({
      questionSet: {id: 'example-set', version: '3'},
      answers: {do: 'short', much: 'no', state: ['one', 'two'], since: '2024-03'},
      about: {kind: 'service', services: [{id: '1-1000000001'}]},
    });
  });

  it('that counts on its page to say what it is about asks for the service where the link does not say it', async () => {
    let person = await follow(endpoint, '/feedback?question-set=example-set');
    expect(person.page.heading).toBe('Which service was it?');
    person = await (await person.write(/^Name, town/, 'qqqq').press('Continue')).press('Continue');
    person = await person.write('A short text & more', 'x').choose('Yes').press('Continue');
    person = await (await person.press('Continue')).write('Year', '2024').press('Continue');
    expect((await person.press('Send')).page.heading).toBe('Thank you. We have got what you sent.');
    expect((await endpoint.arrived()).at(-1)?.about).toEqual({kind: 'service', services: [{name: 'qqqq'}]});
  });

  it('goes on in its newest version where the one it began with is gone', async () => {
    const person = await (await follow(endpoint, '/feedback?question-set=example-set&place=Exampleshire')).write('A short text & more', 'x').choose('Yes').press('Continue');
    const {questionSets} = endpoint.dependencies;
    const {find} = questionSets;
    questionSets.find = (id, version) => (version === undefined ? Promise.resolve({...own, version: '4'}) : Promise.resolve(undefined));
    const next = await person.press('Continue');
    questionSets.find = find;
    expect(next.response.status).toBe(200);
    expect(next.page.heading).toBe('Since when?');
  });
});
