import type {Receipt} from '../../../src/contract/receipt.js';
import type {SetStructure} from '../../../src/contract/question-set.js';
import {startSession, type FormSession} from '../../../src/domain/questionnaire/form-session/form-session.js';
import type {SessionEffect, SessionStep, SubmissionDetails} from '../../../src/domain/questionnaire/form-session/session-steps.js';
import {takeStep} from '../../../src/domain/questionnaire/form-session/take-step.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';

export const context = {now: '2026-11-22T10:02:11.000Z', latestDate: '2026-11-23', toJson: (value: unknown) => JSON.stringify(value)};
export const right = '7P2QX4TRD9KH6WCM';
export const code = '7P2Q-X4TR-D9KH-6WCM';
export const exampleHouse = {kind: 'service' as const, services: [{id: '1-1000000001', name: 'Example House'}]};

export const details: SubmissionDetails = {
  language: 'en',
  finishedAt: '2026-11-22T10:09:40.000Z',
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline'},
};
export const send: SessionStep = {do: 'send', details, nextId: 'second'};
export const receipt: Receipt = {id: 'first', reference: 'K7MQ-4TRD-9X2P-H6WC', receivedAt: '2026-11-22T10:09:41Z', token: ''};

/** A session at its first page, of a page that gives what it is about. */
export function opened(more: Partial<Parameters<typeof startSession>[0]> = {}): FormSession {
  return startSession({id: 'first', right, given: {about: exampleHouse}, set: giveFeedback, ...more});
}

/** The session after some steps, and all that was to be done for them. */
export function after(session: FormSession, ...steps: SessionStep[]): {session: FormSession; effects: SessionEffect[]} {
  const effects: SessionEffect[] = [];
  for (const step of steps) {
    const [next, more] = takeStep(step, session, context);
    session = next;
    effects.push(...more);
  }
  return {session, effects};
}

export const answer = (question: string, given: string | string[]): SessionStep => ({do: 'answer', question, with: given});
export const next: SessionStep = {do: 'continue'};

/** A carer at the check of their answers. */
export function atCheck(set: SetStructure = giveFeedback): FormSession {
  return after(
    opened({set}),
    answer('relationship', 'carer'), next, answer('experience', 'mixed'), next, answer('risk', 'no'), next,
    answer('when', '2026'), next, answer('story', 'They were kind.'), next, answer('told-service', 'no'), next, next, next,
  ).session;
}

/** A form that was sent, and waits. */
export function kept(on: 'device' | 'memory' = 'device'): FormSession {
  return after(atCheck(), send, {do: 'secure', id: 'first', on}, {do: 'hear', id: 'first', attempted: {kind: 'not-yet'}, on}).session;
}

/** A form whose receipt is shown. */
export function received(more: Partial<Receipt> = {}): FormSession {
  return after(atCheck(), send, {do: 'secure', id: 'first', on: 'device'}, {do: 'hear', id: 'first', attempted: {kind: 'received', receipt: {...receipt, ...more}}, on: 'device'}).session;
}

/** All that somebody could find in a session. */
export const found = (session: FormSession) => JSON.stringify(session);
