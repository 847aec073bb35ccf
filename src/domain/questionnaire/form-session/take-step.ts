import {answer, answerInPart, resume} from './answering.js';
import {copy, keepCode, showCopy} from './copies.js';
import {endRetry, fail, hear, lose, reconsider, retry, secure, wait} from './delivering.js';
import {findService, missService} from './late-service.js';
import {leave, startAnother} from './leaving.js';
import {back, change, comeBack, findFault, submitPage} from './moving.js';
import {submit} from './sending.js';
import type {FormSession} from './form-session.js';
import type {SessionContext, SessionStep, StepResult} from './session-steps.js';

type Rules = {[Do in SessionStep['do']]: (session: FormSession, step: Extract<SessionStep, {do: Do}>, context: SessionContext) => StepResult};

const rules: Rules = {
  answer,
  'say-about': answer,
  'ask-about': answer,
  share: answer,
  contact: answer,
  tick: answerInPart,
  'write-date': answerInPart,
  'want-contact': answerInPart,
  'write-contact': answerInPart,
  'tick-contact': answerInPart,
  resume,

  continue: submitPage,
  back,
  change,
  'come-back': comeBack,
  'find-fault': findFault,

  send: submit,
  secure,
  lose,
  wait,
  hear,
  fail,
  retry,
  'end-retry': endRetry,
  reconsider,

  copy,
  'show-copy': showCopy,
  'keep-code': keepCode,
  leave,
  'start-another': startAnother,

  'find-service': findService,
  'miss-service': missService,
};

/** The session after one step, and what is to be done for it. The only code that changes a session. */
export function takeStep(step: SessionStep, session: FormSession, context: SessionContext): StepResult {
  const rule = rules[step.do] as (session: FormSession, step: SessionStep, context: SessionContext) => StepResult;
  return rule(session, step, context);
}
