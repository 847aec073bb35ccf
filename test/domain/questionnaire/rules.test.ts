import {describe, expect, it} from 'vitest';
import type {Answers} from '../../../src/contract/answers.js';
import type {When} from '../../../src/contract/question-set.js';
import {truthOf} from '../../../src/domain/questionnaire/conditions.js';
import {dateFault} from '../../../src/domain/questionnaire/dates.js';
import {urgencyOf} from '../../../src/domain/questionnaire/urgency.js';
import {fillLine, fillParagraphs} from '../../../src/domain/questionnaire/words/placeholders.js';

describe('how soon a person must look', () => {
  const cases: [Answers, ReturnType<typeof urgencyOf>][] = [
    [{risk: 'yes', experience: 'good'}, 'immediate'],
    [{risk: 'unsure'}, 'concern'],
    [{risk: 'no'}, 'none'],
    [{risk: 'no', experience: 'poor'}, 'none'],
    [{risk: 'no', experience: 'poor', relationship: 'staff'}, 'concern'],
    [{risk: 'no', experience: 'mixed', 'also-staff': 'yes'}, 'concern'],
    [{risk: 'no', experience: 'mixed', 'under-18': 'yes'}, 'concern'],
    [{risk: 'no', experience: 'good', relationship: 'staff'}, 'none'],
    [{risk: 'yes', experience: 'poor', relationship: 'staff'}, 'immediate'],
    [{risk: 'no', experience: 'good', topics: ['kindness', 'rights']}, 'concern'],
    [{risk: 'no', topics: ['kindness']}, 'none'],
    [{overall: 'very-poor', risk: 'no'}, 'none'],
    [{}, 'none'],
  ];
  it.each(cases)('%j is %s', (answers, urgency) => expect(urgencyOf(answers)).toBe(urgency));
});

describe('approximate dates', () => {
  it.each(['2026', '2026-11', '2026-11-23', '2024-02-29', '1900'])('%s is taken', (text) => expect(dateFault(text, '2026-11-23')).toBeUndefined());
  it.each(['2026-02-30', '2026-13', '26', '2026-1', '2026-00', '1899', '2026--05', '', '2026-11-22T10:00:00Z', 'yesterday'])('%s is no date', (text) =>
    expect(dateFault(text, '2026-11-23')).toBe('not-a-date'));
  it.each(['2027', '2026-12', '2026-11-24'])('%s has not happened yet', (text) => expect(dateFault(text, '2026-11-23')).toBe('too-late'));
});

describe('conditions', () => {
  const told = {answers: {risk: 'yes', topics: ['rights'], story: ' '}, kinds: ['gp']};
  const cases: [When, boolean | undefined][] = [
    [{question: 'risk', in: ['yes', 'unsure']}, true],
    [{question: 'topics', in: ['rights']}, true],
    [{question: 'absent', in: ['yes']}, false],
    [{answered: 'story'}, false],
    [{answered: 'risk'}, true],
    [{service: ['gp']}, true],
    [{service: ['hospital']}, false],
    [{not: {service: ['hospital']}}, true],
    [{all: []}, true],
    [{any: []}, false],
    [{all: [{answered: 'risk'}, {answered: 'story'}]}, false],
    [{any: [{answered: 'risk'}, {answered: 'story'}]}, true],
  ];
  it.each(cases)('%j is %s', (when, truth) => expect(truthOf(when, told)).toBe(truth));

  it('do not decide about a service that nobody knows', () => {
    const unknown = {answers: {risk: 'yes'}};
    expect(truthOf({service: ['gp']}, unknown)).toBeUndefined();
    expect(truthOf({not: {service: ['gp']}}, unknown)).toBeUndefined();
    expect(truthOf({any: [{service: ['gp']}, {answered: 'risk'}]}, unknown)).toBe(true);
    expect(truthOf({all: [{service: ['gp']}, {answered: 'story'}]}, unknown)).toBe(false);
  });
});

describe('words with blanks', () => {
  it('leave out the paragraph whose blank has no value', () => {
    expect(fillParagraphs('Write.\nOr phone {phone}.', {phone: undefined})).toEqual(['Write.']);
    expect(fillParagraphs('Write.\nOr phone {phone}.', {phone: '01632 960123'})).toEqual(['Write.', 'Or phone 01632 960123.']);
  });

  it('leave a brace alone that is no blank of ours', () => {
    expect(fillLine('A {strange} word', {})).toBe('A {strange} word');
  });
});
