import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {QuestionSet} from '../../../src/contract/question-set.js';
import {builtInSet, builtInVersions} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {setFaults} from '../../../src/domain/questionnaire/sets/set-faults.js';
import {exampleSubmission, openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';

const example: QuestionSet = {
  id: 'winter',
  version: '1',
  pages: [
    {id: 'first', questions: [{id: 'warm', kind: 'choice', required: true, choices: [{value: 'yes'}, {value: 'no'}]}]},
    {id: 'second', when: {question: 'warm', in: ['no']}, questions: [{id: 'why', kind: 'long-text', required: {question: 'warm', in: ['no']}, maxLength: 10}]},
  ],
  texts: {
    en: {
      title: 'Winter',
      pages: {first: {title: 'Warm'}, second: {}},
      questions: {warm: {label: 'Were you warm?', choices: {yes: {label: 'Yes'}, no: {label: 'No'}}}, why: {label: 'Why not?'}},
    },
  },
};

const changed = (change: (set: QuestionSet) => void): QuestionSet => {
  const set = structuredClone(example);
  change(set);
  return set;
};

describe('a question set that is registered', () => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await openEndpoint();
  });
  afterAll(() => endpoint.close());

  const answering = (version: string, answers: Record<string, unknown>) => endpoint.post(exampleSubmission({questionSet: {id: 'winter', version}, answers}));

  it('counts at once, and is not known before', async () => {
    expect((await endpoint.ask('/v1/question-sets/winter')).status).toBe(404);
    await endpoint.dependencies.store.addQuestionSet(example);
    const response = await endpoint.ask('/v1/question-sets/winter');
    expect(await response.json()).toEqual(example);
    expect((await answering('1', {warm: 'no', why: 'No heating'})).status).toBe(201);
    expect((await answering('1', {warm: 'no', why: 'No heating at all'})).status).toBe(422);
    expect((await answering('1', {warm: 'no'})).status).toBe(422);
  });

  it('is served in its newest version, and every older one is still served and taken', async () => {
    await endpoint.dependencies.store.addQuestionSet(changed((set) => ((set.version = '2'), (set.pages[0]!.questions[0]!.required = false))));
    expect(await (await endpoint.ask('/v1/question-sets/winter')).json()).toMatchObject({version: '2'});
    expect(await (await endpoint.ask('/v1/question-sets/winter?version=1')).json()).toEqual(example);
    expect((await endpoint.ask('/v1/question-sets/winter?version=3')).status).toBe(404);
    expect((await answering('1', {warm: 'yes'})).status).toBe(201);
    expect((await answering('2', {})).status).toBe(201);
    expect((await answering('1', {})).status).toBe(422);
  });

  it('keeps its free text apart like any other', async () => {
    const {default: Database} = await import('libsql');
    const database = new Database(`${endpoint.folder}/care-elements.db`);
    expect(database.prepare('SELECT question, text FROM stories').all([])).toContainEqual({question: 'why', text: 'No heating'});
    database.close();
  });

  it.each(builtInVersions())('leaves the built-in set $id as version $version is served: whole, and fit to be asked', async (builtIn) => {
    const {id, version} = builtIn;
    const set = (await (await endpoint.ask(`/v1/question-sets/${id}?version=${version}`)).json()) as QuestionSet;
    expect(QuestionSet.safeParse(set).error).toBeUndefined();
    expect(set).toEqual(builtIn);
    expect(setFaults(set)).toEqual([]);
    expect(await (await endpoint.ask(`/v1/question-sets/${id}`)).json()).toEqual(builtInSet(id));
    expect((await endpoint.ask(`/v1/question-sets/${id}?version=0`)).status).toBe(404);
  });
});
