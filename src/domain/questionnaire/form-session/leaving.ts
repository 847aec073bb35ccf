import {mustKeepCode} from './code-keeping.js';
import {deliver} from './delivering.js';
import {isSent} from './delivery.js';
import {forget} from './forgetting.js';
import {asksWhichService, startSession, type FormSession} from './form-session.js';
import {quietly, type SessionStep, type StepResult} from './session-steps.js';

/**
 * Somebody leaves the page, and whoever presses Back on the same device may find it as it stood, code and all. So
 * what was sent is dropped, whether or not the code was kept: with it another could read, change and withdraw
 * everything, while its writer was asked before leaving. What is still written stays: it is nowhere else.
 */
export function leave(session: FormSession): StepResult {
  const {delivery, left} = session;
  if (delivery.is === 'sending') {
    const leaving = {...session, isLeftWhileSending: true};
    return delivery.on ? deliver(leaving, {is: 'kept', on: delivery.on}) : quietly(leaving);
  }
  if (!isSent(delivery) || left) return quietly(session);
  return forget({...session, turn: session.turn + 1}, {hadSeenCode: true});
}

export function startAnother(session: FormSession, {id, right}: Extract<SessionStep, {do: 'start-another'}>): StepResult {
  if (mustKeepCode(session)) return [{...session, codeKeeping: 'asked'}, [{do: 'focus', on: 'code'}]];
  const {set, alwaysChecks} = session.journey;
  const next = startSession({id, right, given: asksWhichService(set) ? {} : session.given, set, alwaysChecks});
  return [{...next, turn: session.turn + 1}, [{do: 'forget'}, {do: 'focus', on: 'heading'}]];
}
