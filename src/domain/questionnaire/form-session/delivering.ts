import {isSent, type Delivery, type FrozenSubmission} from './delivery.js';
import {forget} from './forgetting.js';
import type {FormSession} from './form-session.js';
import {quietly, type SessionEffect, type SessionStep, type StepResult} from './session-steps.js';

type Of<Do extends SessionStep['do']> = Extract<SessionStep, {do: Do}>;

/** It is safe before it is tried; that it lies on the device is told once. */
export function secure(session: FormSession, {id, on}: Of<'secure'>): StepResult {
  const {submission, delivery} = session;
  if (submission?.id !== id) return quietly(session);
  const isNews = on === 'device' && !submission.isAnnounced;
  const told: FrozenSubmission = isNews ? {...submission, isAnnounced: true} : submission;
  return [{...session, submission: told, ...(delivery.is === 'sending' && {delivery: {is: 'sending', on}})}, isNews ? [{do: 'fire', event: 'kept'}] : []];
}

/** Somebody may leave at any time: what they read, and whether they are asked first, must be true by then. */
export function lose(session: FormSession, {id}: Of<'lose'>): StepResult {
  const {submission, delivery} = session;
  if (submission?.id !== id || !('on' in delivery) || delivery.on === undefined) return quietly(session);
  return quietly({...session, delivery: {...delivery, on: 'memory'}});
}

export function wait(session: FormSession, {id, isTrying}: Of<'wait'>): StepResult {
  const {submission, delivery} = session;
  if (submission?.id !== id || delivery.is !== 'sending' || !delivery.on) return quietly(session);
  return deliver(session, {is: 'kept', on: delivery.on, isTrying});
}

/** Takes what has become of an attempt. Somebody who went back to change an answer is not called away from it. */
export function hear(session: FormSession, {id, attempted, on}: Of<'hear'>): StepResult {
  const isShown = session.submission?.id === id && (session.delivery.is === 'sending' || session.delivery.is === 'kept');
  const shown = (delivery: Delivery, ...events: SessionEffect[]): StepResult => {
    const [next, effects] = isShown ? turnTo(session, delivery) : quietly(session);
    return [next, [...effects, ...events]];
  };
  switch (attempted.kind) {
    case 'received': return shown({is: 'received', receipt: attempted.receipt}, {do: 'fire', event: 'received'});
    case 'accepted': return shown({is: 'received'}, {do: 'fire', event: 'received'});
    case 'not-taken': return shown({is: 'failed', faults: attempted.faults, on}, {do: 'fire', event: 'refused'});
    case 'misconfigured': return shown({is: 'kept', on, isSlow: true}, {do: 'fire', event: 'refused'});
    case 'not-yet': return shown({is: 'kept', on});
  }
}

/** What keeps and sends is code, which a lost connection can hold up too. */
export function fail(session: FormSession, {id}: Of<'fail'>): StepResult {
  return session.submission?.id === id && session.delivery.is === 'sending' ? deliver(session, {is: 'failed'}) : quietly(session);
}

export function retry(session: FormSession): StepResult {
  const {submission, delivery} = session;
  if (!submission || delivery.is !== 'kept' || delivery.isTrying) return quietly(session);
  return [{...session, delivery: {...delivery, isTrying: true}}, [{do: 'retry', id: submission.id}]];
}

export function endRetry(session: FormSession, {id}: Of<'end-retry'>): StepResult {
  const {submission, delivery} = session;
  return quietly(submission?.id === id && delivery.is === 'kept' ? {...session, delivery: {...delivery, isTrying: false}} : session);
}

export function reconsider(session: FormSession): StepResult {
  return [{...session, turn: session.turn + 1, delivery: {is: 'unsent'}}, [{do: 'focus', on: 'heading'}]];
}

/** Only the first time does it move the focus: later tries go on behind whatever somebody does. */
function turnTo(session: FormSession, delivery: Delivery): StepResult {
  return session.delivery.is === delivery.is ? quietly({...session, delivery}) : deliver(session, delivery);
}

/** Takes what has become of what was told, and leads to where that is said. */
export function deliver(session: FormSession, news: Delivery): StepResult {
  const {left, isLeftWhileSending} = session;
  // There is nothing left to change or to copy.
  const delivery: Delivery = left && news.is === 'failed' ? {is: 'kept', on: news.on ?? 'memory', isSlow: true} : news;
  const hasMoved = isSent(delivery);
  const next: FormSession = {...session, delivery, copy: undefined, isLeftWhileSending: false, turn: session.turn + (hasMoved ? 1 : 0)};
  const [shown, effects] = hasMoved && (left || isLeftWhileSending) ? forget(next) : quietly(next);
  return [shown, [...effects, ...focusFor(delivery)]];
}

function focusFor({is}: Delivery): SessionEffect[] {
  switch (is) {
    case 'failed': return [{do: 'focus', on: 'problems'}];
    case 'kept': return [{do: 'focus', on: 'heading'}];
    case 'received': return [{do: 'focus', on: 'heading', isHeard: true}];
    default: return [];
  }
}
