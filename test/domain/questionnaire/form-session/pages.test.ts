import {describe, expect, it} from 'vitest';
import {startSession, type FormSession} from '../../../../src/domain/questionnaire/form-session/form-session.js';
import type {SessionStep} from '../../../../src/domain/questionnaire/form-session/session-steps.js';
import {after, answer, atCheck, exampleHouse, next, opened} from '../../../support/questionnaire/session-example.js';

// What pages without a script need of a session: they come back at any time, and each with all its fields.

const pagesOf = (session: FormSession, at: string): FormSession => ({...session, journey: {...session.journey, at}});

describe('a page that comes back', () => {
  it('that is still asked stays', () => {
    const session = after(opened(), answer('relationship', 'carer'), next).session;
    expect(after(session, {do: 'come-back'}).session).toBe(session);
  });

  it('whose question is asked on another page now leads there', () => {
    // Where a page was cut in two when it was shown, and is one now.
    const questions = ['first', 'second'].map((id) => ({id, kind: 'long-text' as const, required: false as const}));
    const session = pagesOf(opened({set: {id: 'own', version: '1', pages: [{id: 'before', questions: []}, {id: 'together', questions}]}}), 'second');
    expect(after(session, {do: 'come-back'}).session.journey.at).toBe('together');
  });

  it('that is asked no more leads to the first that nobody has been through, and to the check where there is none', () => {
    const session = after(opened(), answer('relationship', 'carer'), next).session;
    expect(after(pagesOf(session, 'asked-no-more'), {do: 'come-back'}).session.journey).toMatchObject({at: 'experience', changing: true});
    expect(after(pagesOf(atCheck(), 'asked-no-more'), {do: 'come-back'}).session.journey.at).toBe('check-answers');
  });
});

describe('a page that comes back with a date and a word in its place', () => {
  const write = (year: string, chosen?: string): SessionStep => ({do: 'write-date', question: 'when', parts: {day: '', month: '', year}, chosen, languages: ['en']});
  const when = (...steps: SessionStep[]) => after(opened(), ...steps).session.journey.draft.answers['when'];

  it.each([
    ['says the date that was written', [write('2026')], '2026'],
    ['says the word that was chosen now, whatever stands in the boxes', [write('2026', 'ongoing')], 'ongoing'],
    ['says the date that was written now, where the word was chosen before', [write('', 'ongoing'), write('2026', 'ongoing')], '2026'],
    ['says the word still, where nothing was written', [write('', 'ongoing'), write('', 'ongoing')], 'ongoing'],
    ['says nothing where there is neither', [write('2026'), write('')], undefined],
  ] as const)('%s', (_what, steps, said) => {
    expect(when(...steps)).toBe(said);
  });
});

describe('what a page alone knows to be wrong', () => {
  it('is told on that page, which stays', () => {
    const {session, effects} = after(opened(), {do: 'find-fault', fault: {question: 'contact', kind: 'required'}});
    expect(session.journey).toMatchObject({at: opened().journey.at, faults: [{question: 'contact', kind: 'required'}]});
    expect(effects).toEqual([{do: 'focus', on: 'problems'}]);
  });
});

it('ends at a check of all answers, however short it is, where its pages are made so', () => {
  const page = {id: 'one', questions: [{id: 'story', kind: 'long-text' as const, required: false as const}]};
  const session = startSession({id: 'first', given: {about: exampleHouse}, set: {id: 'own', version: '1', pages: [page]}, alwaysChecks: true});
  expect(after(session, next).session.journey.at).toBe('check-answers');
});
