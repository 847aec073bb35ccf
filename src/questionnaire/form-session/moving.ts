import {take, type Journey, type Step} from '../journey.js';
import type {FormSession} from './session.js';
import {quietly, type FocusTarget, type SessionContext, type SessionStep, type Taken} from './steps.js';

/** To the next page, or to what is wrong on this one. */
export function goOn(session: FormSession, step: Step, context: SessionContext): Taken {
  const journey = take(step, session.journey, context);
  return goTo(session, journey, journey.faults.length > 0 ? 'problems' : 'heading');
}

export function back(session: FormSession, step: Step, context: SessionContext): Taken {
  return goTo(session, take(step, session.journey, context), 'heading');
}

export function change(session: FormSession, {page, question}: Extract<SessionStep, {do: 'change'}>, context: SessionContext): Taken {
  return goTo(session, take({do: 'change', page}, session.journey, context), question === undefined ? 'heading' : {question});
}

/** To a page that still has faults, with them. */
export function showFaultsOn(page: string, session: FormSession, context: SessionContext): Taken {
  const changing = take({do: 'change', page}, session.journey, context);
  return goTo(session, take({do: 'continue'}, changing, context), 'problems');
}

/** Where a journey has come to; nobody goes anywhere while it is being sent. */
export function goTo(session: FormSession, journey: Journey, on: FocusTarget): Taken {
  if (session.delivery.is === 'sending') return quietly(session);
  const hasMoved = journey.at !== session.journey.at;
  // What was said about a sending that failed stays behind.
  const moved: FormSession = hasMoved ? {...session, turn: session.turn + 1, delivery: {is: 'unsent'}} : session;
  return [{...moved, journey}, [{do: 'focus', on}]];
}
