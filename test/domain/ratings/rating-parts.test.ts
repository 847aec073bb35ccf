import {expect, it} from 'vitest';
import type {KeyQuestionRating, Result} from '../../../src/contract/rating.js';
import {mergeParts} from '../../../src/domain/ratings/rating-parts.js';
import {exampleRating} from '../../support/store/submission-examples.js';

const good = (published?: string): Result => ({rating: 'good', label: 'Good', ...(published && {published})});
const on = (question: KeyQuestionRating['question'], published?: string): KeyQuestionRating => ({question, ...good(published)});
const part = (name: string, keyQuestions: KeyQuestionRating[], overall: Result | null = null) => ({name, overall, keyQuestions});

it('has what either says', () => {
  const one = exampleRating({overall: null, keyQuestions: [on('caring')], services: [part('Older people', [on('safe')])]});
  const other = exampleRating({overall: good('2020-12-01'), keyQuestions: [on('safe')], services: [part('Older people', [on('caring')], good()), part('Surgery', [])]});
  expect(mergeParts(one, other)).toEqual(
    exampleRating({overall: good('2020-12-01'), keyQuestions: [on('safe'), on('caring')], services: [part('Older people', [on('safe'), on('caring')], good()), part('Surgery', [])]}),
  );
});

it('has of two what was published later, and of one day the second', () => {
  const [earlier, later, undated] = [good('2020-01-01'), good('2021-01-01'), good()];
  for (const [one, other] of [[earlier, later], [later, earlier], [undated, later], [later, undated]] as const) {
    expect(mergeParts(exampleRating({overall: one}), exampleRating({overall: other})).overall).toEqual(later);
  }
  const second = {...later, label: 'good'};
  expect(mergeParts(exampleRating({overall: later}), exampleRating({overall: second})).overall).toEqual(second);
});

it('has no parts of a service where there are none', () => {
  expect(mergeParts(exampleRating(), exampleRating())).toEqual(exampleRating());
});
