import {describe, expect, it} from 'vitest';
import type {Question, QuestionSet, When} from '../../../../src/contract/question-set.js';
import {builtInVersions} from '../../../../src/domain/questionnaire/sets/built-in-sets.js';
import {setFaults} from '../../../../src/domain/questionnaire/sets/set-faults.js';

const care: Question = {id: 'care', kind: 'choice', required: true, choices: [{value: 'good'}, {value: 'poor'}]};
const why: Question = {id: 'why', kind: 'text', required: false, maxLength: 200};

/** A set that can be asked: one page that informs, one with two questions. */
const example: QuestionSet = {
  id: 'example',
  version: '1',
  pages: [{id: 'welcome', questions: []}, {id: 'care', questions: [care, why]}],
  texts: {
    en: {
      title: 'An example',
      pages: {welcome: {title: 'Welcome'}},
      questions: {
        care: {label: 'How was it?', choices: {good: {label: 'Good'}, poor: {label: 'Poor'}}},
        why: {label: 'Why?', versions: [{when: {question: 'care', in: ['good']}, label: 'What was good?'}]},
      },
    },
  },
};

const faultsOf = (set: QuestionSet) => setFaults(set).map(({pointer, detail}) => `${pointer} ${detail}`);
const withPages = (...pages: QuestionSet['pages']) => faultsOf({...example, pages: [...example.pages, ...pages]}).filter((fault) => fault.startsWith('/pages'));
const withQuestion = (question: Partial<Question>) => withPages({id: 'more', questions: [{id: 'more', kind: 'text', required: false, ...question}]});
const withText = (more: Partial<QuestionSet['texts'][string]>) => faultsOf({...example, texts: {en: {...example.texts.en!, ...more}}});

describe('a question set that can be asked', () => {
  it('has no fault', () => {
    expect(faultsOf(example)).toEqual([]);
  });

  it.each(builtInVersions())('is the built-in set $id, version $version', (set) => {
    expect(faultsOf(set)).toEqual([]);
  });
});

describe('a question set is not asked when', () => {
  it('an id stands twice', () => {
    expect(withPages({id: 'welcome', questions: []})).toEqual(['/pages has the id "welcome" twice']);
    expect(withPages({id: 'again', questions: [why]})).toEqual(['/pages has the id "why" twice']);
    expect(withQuestion({kind: 'choice', choices: [{value: 'yes'}, {value: 'yes'}]})).toEqual(['/pages/2/questions/0/choices has the id "yes" twice']);
  });

  it('a page and the plain page of a question would have the same name', () => {
    expect(withPages({id: 'why', questions: []})).toEqual(['/pages has the id "why" twice']);
  });

  it('a page, or the plain page of a question, is named as the one before Send', () => {
    const named = ['/pages has a page "check-answers", which every set ends with by itself'];
    expect(withPages({id: 'check-answers', questions: []})).toEqual(named);
    expect(withPages({id: 'more', questions: [{...why, id: 'more'}, {...why, id: 'check-answers'}]})).toEqual(named);
  });

  it.each<[string, When]>([
    ['a question that is asked later', {answered: 'later'}],
    ['a question that is nowhere', {question: 'nowhere', in: ['yes']}],
    ['a question that is nowhere, deep inside', {all: [{any: [{not: {answered: 'nowhere'}}]}]}],
    ['a choice that does not exist', {question: 'care', in: ['good', 'mixed']}],
    ['a choice of a text', {question: 'why', in: ['good']}],
  ])('a condition hangs on %s', (_what, when) => {
    const later = {id: 'later', questions: [{...why, id: 'later'}]};
    const asked = {...why, id: 'more'};
    expect(withPages({id: 'more', when, questions: [asked]}, later)).toHaveLength(1);
    expect(withPages({id: 'more', questions: [{...asked, when}]}, later)).toHaveLength(1);
    expect(withPages({id: 'more', questions: [{...asked, required: when}]}, later)).toHaveLength(1);
    expect(withPages({id: 'more', questions: [{...asked, folded: when}]}, later)).toHaveLength(1);
    expect(withPages({id: 'more', questions: [{...asked, kind: 'choice', choices: [{value: 'yes', when}]}]}, later).filter((fault) => fault.includes('/choices/0/when'))).toHaveLength(1);
  });

  it('a page hangs on a question of its own, though a question may', () => {
    const first: Question = {...care, id: 'first'};
    const hanging: When = {question: 'first', in: ['poor']};
    expect(withPages({id: 'more', when: hanging, questions: [first]})).toEqual(['/pages/2/when hangs on "first", which is not asked before']);
    expect(withPages({id: 'more', questions: [first, {...why, id: 'second', when: hanging}]})).toEqual([]);
    expect(withPages({id: 'more', questions: [{...why, id: 'second', when: hanging}, first]})).toHaveLength(1);
    expect(withPages({id: 'more', questions: [{...why, id: 'second', required: hanging}, first]})).toEqual([]);
  });

  it('a question of choices has none, or one of words has some', () => {
    expect(withQuestion({kind: 'choice'})).toEqual(['/pages/2/questions/0/choices is missing']);
    expect(withQuestion({kind: 'text', choices: [{value: 'yes'}]})).toEqual(['/pages/2/questions/0/choices means nothing for a question of the kind text']);
    expect(withQuestion({kind: 'date', maxLength: 10})).toEqual(['/pages/2/questions/0/maxLength means nothing for a question of the kind date']);
    expect(withQuestion({kind: 'date', choices: [{value: 'unknown'}]})).toEqual([]);
  });

  it('a question, a choice or a page that only informs has no words', () => {
    expect(withText({questions: {why: {label: 'Why?'}}})).toEqual(['/texts/en/questions/care has no words']);
    expect(withText({questions: {why: {label: 'Why?'}, care: {label: 'How?', choices: {good: {label: 'Good'}}}}})).toEqual(['/texts/en/questions/care/choices/poor has no words']);
    expect(withText({pages: {}})).toEqual(['/texts/en/pages/welcome has no title']);
    expect(withText({pages: {welcome: {body: ['Hello.']}}})).toEqual(['/texts/en/pages/welcome has no title']);
  });

  it('words stand for nothing', () => {
    expect(withText({pages: {welcome: {title: 'Welcome'}, welcom: {title: 'Welcome'}}})).toEqual(['/texts/en/pages/welcom has words but stands nowhere in the set']);
    expect(withText({questions: {...example.texts.en!.questions, hwy: {label: 'Why?'}}})).toEqual(['/texts/en/questions/hwy has words but stands nowhere in the set']);
    expect(withText({questions: {...example.texts.en!.questions, why: {label: 'Why?', versions: [{when: {answered: 'nowhere'}, label: 'Why?'}]}}})).toHaveLength(1);
  });

  it('a question is called as something every object has, and has no words', () => {
    const named = {...example, pages: [...example.pages, {id: 'more', questions: [{...why, id: 'constructor'}]}]};
    expect(faultsOf(named)).toEqual(['/texts/en/questions/constructor has no words']);
  });
});
