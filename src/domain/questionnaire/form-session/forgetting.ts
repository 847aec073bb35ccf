import {journeyFor, type FormSession} from './form-session.js';
import type {StepResult} from './session-steps.js';

/** Drops all that was told, and the code, from a session that was sent. Its submission's id is still needed, to hear of its arrival. */
export function forget(session: FormSession, {hadSeenCode = false} = {}): StepResult {
  const {delivery, submission, right, given, journey: {set, alwaysChecks}} = session;
  const receipt = delivery.is === 'received' ? delivery.receipt : undefined;
  const hadCode = right !== undefined || Boolean(receipt?.token);
  const forgotten: FormSession = {
    ...session,
    left: session.left ?? {hadSeenCode: hadSeenCode && hadCode},
    ...(receipt && {delivery: {is: 'received', receipt: {...receipt, token: ''}}}),
    right: undefined,
    submission: submission && {...submission, body: '', content: ''},
    journey: journeyFor(set, given, alwaysChecks),
    typedDates: {},
    copy: undefined,
    codeKeeping: 'no',
  };
  return [forgotten, [{do: 'forget'}]];
}
