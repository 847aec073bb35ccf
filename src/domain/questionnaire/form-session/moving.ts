import {checkAnswers, currentPage, pagesToShow, take, type Journey, type Step} from '../journey.js';
import type {FormSession} from './form-session.js';
import {quietly, type FocusTarget, type SessionContext, type SessionStep, type StepResult} from './session-steps.js';

/** To the next page, or to what is wrong on this one. */
export function submitPage(session: FormSession, step: Step, context: SessionContext): StepResult {
  const journey = take(step, session.journey, context);
  return moveTo(session, journey, journey.faults.length > 0 ? 'problems' : 'heading');
}

export function back(session: FormSession, step: Step, context: SessionContext): StepResult {
  return moveTo(session, take(step, session.journey, context), 'heading');
}

export function change(session: FormSession, {page, question}: Extract<SessionStep, {do: 'change'}>, context: SessionContext): StepResult {
  return moveTo(session, take({do: 'change', page}, session.journey, context), question === undefined ? 'heading' : {question});
}

/** Where the page that came back is asked no more: to the one that asks its question now, or else the first that is missing something. */
export function comeBack(session: FormSession, _step: SessionStep, context: SessionContext): StepResult {
  const {journey} = session;
  if (journey.at === checkAnswers || currentPage(journey)) return quietly(session);
  const shown = pagesToShow(journey);
  const asksItNow = shown.find(({questions}) => questions.some(({id}) => id === journey.at));
  if (asksItNow) return quietly({...session, journey: {...journey, at: asksItNow.page.id}});
  const missing = shown.find(({page}) => !journey.passed.includes(page.id));
  return quietly({...session, journey: missing ? take({do: 'change', page: missing.page.id}, journey, context) : {...journey, at: checkAnswers}});
}

export function findFault(session: FormSession, {fault}: Extract<SessionStep, {do: 'find-fault'}>): StepResult {
  return moveTo(session, {...session.journey, faults: [fault]}, 'problems');
}

/** To a page that still has faults, with them. */
export function showFaultsOn(page: string, session: FormSession, context: SessionContext): StepResult {
  const changing = take({do: 'change', page}, session.journey, context);
  return moveTo(session, take({do: 'continue'}, changing, context), 'problems');
}

/** Where a journey has come to; nobody goes anywhere while it is being sent. */
export function moveTo(session: FormSession, journey: Journey, on: FocusTarget): StepResult {
  if (session.delivery.is === 'sending') return quietly(session);
  const hasMoved = journey.at !== session.journey.at;
  // What was said about a sending that failed stays behind.
  const moved: FormSession = hasMoved ? {...session, turn: session.turn + 1, delivery: {is: 'unsent'}} : session;
  return [{...moved, journey}, [{do: 'focus', on}]];
}
