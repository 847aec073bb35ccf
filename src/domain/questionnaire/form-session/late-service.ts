import {startJourney, take} from '../journey.js';
import {asksWhichService, type FormSession} from './form-session.js';
import {quietly, type SessionContext, type SessionStep, type StepResult} from './session-steps.js';

// What the directory knows may come after the form has opened. What somebody has said themselves meanwhile, or sent, stays.

export function findService(session: FormSession, {about, kinds}: Extract<SessionStep, {do: 'find-service'}>, context: SessionContext): StepResult {
  if (!goesByTag(session)) return quietly(session);
  return quietly({...session, given: {about, kinds}, journey: take({do: 'say-about', about, kinds}, session.journey, context)});
}

/** The directory has no service of the tag's id, and said so only now. Who has begun is asked for it before they send. */
export function missService(session: FormSession, {about}: Extract<SessionStep, {do: 'miss-service'}>, context: SessionContext): StepResult {
  const {journey, startedAt} = session;
  if (!goesByTag(session) || !asksWhichService(journey.set) || about?.kind === 'service') return quietly(session);
  const asking = about ? take({do: 'say-about', about}, journey, context) : take({do: 'ask-about'}, journey, context);
  const isUntouched = startedAt === undefined && journey.trail.length === 0;
  if (!isUntouched) return quietly({...session, given: {about}, journey: asking});
  const {set, draft, alwaysChecks} = asking;
  return quietly({...session, given: {about}, journey: startJourney(set, draft, {alwaysChecks}), turn: session.turn + 1});
}

function goesByTag({journey: {draft}, submission}: FormSession): boolean {
  return draft.about?.kind === 'service' && draft.aboutIsGiven === true && submission === undefined;
}
