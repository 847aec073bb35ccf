import type {FormSession} from './form-session.js';
import {quietly, type SessionStep, type StepResult} from './session-steps.js';

/** Their words are copied, and the code with them. */
export function copy(session: FormSession): StepResult {
  return quietly({...session, copy: {is: 'copied'}, codeKeeping: 'copied'});
}

/** Their words are shown, to be copied by hand where the browser does not allow the other. */
export function showCopy(session: FormSession, {text}: Extract<SessionStep, {do: 'show-copy'}>): StepResult {
  return [{...session, copy: {is: 'shown', text}}, [{do: 'focus', on: 'copy'}]];
}

export function keepCode(session: FormSession, {how}: Extract<SessionStep, {do: 'keep-code'}>): StepResult {
  return quietly({...session, codeKeeping: how});
}
