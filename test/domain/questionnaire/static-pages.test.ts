import {describe, expect, it} from 'vitest';
import type {Question, SetStructure, When} from '../../../src/contract/question-set.js';
import {builtInVersions} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {staticPages} from '../../../src/domain/questionnaire/static-pages.js';

const text = (id: string, more: Partial<Question> = {}): Question => ({id, kind: 'text', required: false, ...more});
const care: Question = {id: 'care', kind: 'choice', required: true, choices: [{value: 'good'}, {value: 'poor'}]};
const wasPoor: When = {question: 'care', in: ['poor']};
const named = (word: string): When => ({question: 'before', in: [word]});

const pagesOf = (...questions: Question[]): Record<string, string[]> => split({pages: [{id: 'page', questions}]});
const split = ({pages}: Pick<SetStructure, 'pages'>): Record<string, string[]> =>
  Object.fromEntries(staticPages({id: 'example', version: '1', pages}).pages.map(({id, questions}) => [id, questions.map((question) => question.id)]));

describe('on pages that cannot change while somebody answers', () => {
  it('questions stay together where none of them hangs on another', () => {
    expect(pagesOf(care, text('why'), text('where'))).toEqual({page: ['care', 'why', 'where']});
    expect(pagesOf(care, text('why', {when: named('x')}), text('where', {folded: {not: named('x')}}))).toEqual({page: ['care', 'why', 'where']});
  });

  it.each<[string, Partial<Question>]>([
    ['that is asked by an answer beside it', {when: wasPoor}],
    ['that is asked by an answer beside it, among other conditions', {when: {any: [named('x'), {all: [{not: wasPoor}]}]}}],
    ['that is asked once another beside it was answered', {when: {answered: 'care'}}],
    ['that unfolds by an answer beside it', {folded: {not: wasPoor}}],
    ['one of whose choices is offered by an answer beside it', {kind: 'choice', choices: [{value: 'a'}, {value: 'b', when: wasPoor}]}],
    ['which service it was', {kind: 'service'}],
    ['how somebody can be reached', {kind: 'contact'}],
  ])('a question %s comes after them, on a page of its own', (_, question) => {
    expect(pagesOf(care, text('why', question), text('where'))).toEqual({page: ['care', 'where'], why: ['why']});
  });

  it('whatever stands beside the question which service it was, comes after it', () => {
    const service: Question = {id: 'which', kind: 'service', required: true};
    expect(pagesOf(service, care, text('why'))).toEqual({page: ['which'], care: ['care'], why: ['why']});
    // Its kinds are known only once it is named.
    expect(pagesOf(care, service, text('ward', {when: {service: ['hospital']}}), text('why'))).toEqual({page: ['care', 'why'], which: ['which'], ward: ['ward']});
    expect(pagesOf(care, text('ward', {when: {service: ['hospital']}}))).toEqual({page: ['care', 'ward']});
  });

  it('a question may be needed by an answer beside it, but not by one that comes after it', () => {
    expect(pagesOf(care, text('why', {required: wasPoor}))).toEqual({page: ['care', 'why']});
    expect(pagesOf(care, text('why', {when: wasPoor}), text('where', {required: {not: {answered: 'why'}}}))).toEqual({page: ['care'], why: ['why'], where: ['where']});
  });

  it('a page of its own is asked when its page and its question would be', () => {
    const page = {id: 'page', when: named('x'), questions: [care, text('why', {when: wasPoor, folded: true}), {...text('contact'), kind: 'contact' as const}]};
    expect(staticPages({id: 'example', version: '1', pages: [page]}).pages).toEqual([
      {id: 'page', when: named('x'), questions: [care]},
      {id: 'why', when: {all: [named('x'), wasPoor]}, questions: [text('why')]},
      {id: 'contact', when: named('x'), questions: [{id: 'contact', kind: 'contact', required: false}]},
    ]);
  });

  it('a page that only informs stays as it is', () => {
    const page = {id: 'read-this', when: named('x'), questions: []};
    expect(staticPages({id: 'example', version: '1', pages: [page]}).pages).toEqual([page]);
  });
});

describe.each(builtInVersions())('the set $id, version $version, on such pages', (set) => {
  const pages = staticPages(set).pages;

  it('asks every question once, on pages whose ids are unique', () => {
    const asked = (all: SetStructure['pages']) => all.flatMap(({questions}) => questions.map(({id}) => id)).sort();
    expect(asked(pages)).toEqual(asked(set.pages));
    const ids = pages.map(({id}) => id);
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(set.pages.map(({id}) => id)));
  });

  it('asks which service, and how to reach somebody, on pages of their own', () => {
    for (const {questions} of pages) if (questions.some(({kind}) => kind === 'service' || kind === 'contact')) expect(questions).toHaveLength(1);
  });

  it('asks nothing on a page that an answer of the same page calls for', () => {
    for (const {questions} of pages) {
      const conditions = JSON.stringify(questions.flatMap(({when, folded, choices}) => [when, folded, choices?.map((choice) => choice.when)]));
      for (const {id} of questions) expect(conditions).not.toContain(`"${id}"`);
    }
  });
});
