import {describe, expect, it} from 'vitest';
import type {Submission} from '../../../src/contract/submission.js';
import {letterFor} from '../../../src/elements/care-feedback/sending.js';

const submission: Submission = {
  id: 'first',
  questionSet: {id: 'quick', version: '1'},
  language: 'en',
  startedAt: '2026-11-22T10:02:11Z',
  finishedAt: '2026-11-22T10:09:40Z',
  about: {kind: 'service', services: [{name: 'Example House'}]},
  answers: {overall: 'good', risk: 'no'},
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline'},
};
const later = {...submission, finishedAt: '2026-11-22T11:00:00Z', language: 'pl'};
const neverAsked = () => {
  throw new Error('No new id was needed');
};

describe('what is sent', () => {
  it('is frozen at the first Send', () => {
    const letter = letterFor(undefined, submission, neverAsked);
    expect(letter.id).toBe('first');
    expect(JSON.parse(letter.body)).toEqual(submission);
  });

  it('is the same bytes at every retry, whatever time it is by then', () => {
    const letter = letterFor(undefined, submission, neverAsked);
    expect(letterFor(letter, later, neverAsked)).toBe(letter);
  });

  it.each([
    ['an answer', {answers: {overall: 'poor', risk: 'no'}}],
    ['the service', {about: {kind: 'place', place: {name: 'Exampleshire'}}}],
    ['who else may see it', {share: ['local']}],
    ['how to be reached', {contact: {phone: '01632 960123'}}],
  ] satisfies [string, Partial<Submission>][])('is a new record that names the last one when %s changed', (_what, change) => {
    const first = letterFor(undefined, submission, neverAsked);
    const second = letterFor(first, {...later, ...change}, () => 'second');
    expect(JSON.parse(second.body)).toEqual({...later, ...change, id: 'second', replaces: 'first'});
    const third = letterFor(second, later, () => 'third');
    expect(JSON.parse(third.body)).toMatchObject({id: 'third', replaces: 'second'});
  });
});
