import {expect, it} from 'vitest';
import type {QuestionText} from '../../../../src/contract/question-set.js';
import {versionFor} from '../../../../src/domain/questionnaire/words/question-text.js';

const text: QuestionText = {
  label: 'What is it like?',
  hint: 'A word is enough.',
  versions: [
    {when: {question: 'died', in: ['yes']}, label: 'What was it like?'},
    {when: {question: 'relationship', in: ['relative']}, label: 'What is it like for them?', hint: 'As you see it.'},
  ],
};

it.each([
  [{}, 'What is it like?', 'A word is enough.'],
  [{relationship: 'relative'}, 'What is it like for them?', 'As you see it.'],
  [{died: 'yes', relationship: 'relative'}, 'What was it like?', 'A word is enough.'],
])('asks in the first words that fit %j, and keeps what those leave out', (answers, label, hint) => {
  expect(versionFor(text, {answers})).toMatchObject({label, hint});
});
