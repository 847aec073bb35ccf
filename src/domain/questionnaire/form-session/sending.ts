import type {Submission} from '../../../contract/submission.js';
import {faultsBeforeSending, pagesToShow, take} from '../journey.js';
import {submissionFrom} from '../submission-of.js';
import {deliver} from './delivering.js';
import type {FrozenSubmission} from './delivery.js';
import {moveTo, showFaultsOn} from './moving.js';
import type {FormSession} from './form-session.js';
import {quietly, type SessionContext, type SessionStep, type SubmissionDetails, type StepResult} from './session-steps.js';

/** Sends what stands in the form, or goes to what is still wrong in it. */
export function submit(session: FormSession, {details, nextId}: Extract<SessionStep, {do: 'send'}>, context: SessionContext): StepResult {
  const {delivery, journey} = session;
  if (delivery.is === 'sending') return quietly(session);
  const here = take({do: 'continue'}, journey, context);
  if (here.faults.length > 0) return moveTo(session, here, 'problems');
  const [fault] = faultsBeforeSending(journey, context);
  const page = fault && pagesToShow(journey).find(({questions}) => questions.some(({id}) => id === fault.question));
  if (page) return showFaultsOn(page.page.id, session, context);

  const submission = frozen(session.submission, submissionOf(session, details), nextId, context.toJson);
  const [sending, effects] = deliver({...session, submission}, {is: 'sending'});
  return [sending, [...effects, {do: 'submit', submission}]];
}

function submissionOf({id, right, replaces, startedAt, journey: {draft, set}}: FormSession, details: SubmissionDetails): Submission {
  const {finishedAt} = details;
  return submissionFrom(draft, set, {
    id,
    ...(replaces !== undefined && {replaces}),
    ...details,
    // The endpoint may have told the time since.
    startedAt: startedAt === undefined || startedAt > finishedAt ? finishedAt : startedAt,
    ...(right !== undefined && {right}),
  });
}

/**
 * What is sent for what stands in the form now.
 *
 * Nothing changed since the last Send: the same, byte for byte. Something
 * changed: a new one that replaces it, as nobody can know whether the last one
 * came through.
 */
export function frozen(last: FrozenSubmission | undefined, submission: Submission, nextId: string, toJson: SessionContext['toJson']): FrozenSubmission {
  const content = toJson(toldIn(submission));
  if (last?.content === content) return last;
  const id = last ? nextId : submission.id;
  return {id, body: toJson({...submission, id, ...(last && {replaces: last.id})}), content};
}

function toldIn({questionSet, about, answers, share, contact, helper}: Submission): unknown {
  return [questionSet, about, answers, share, contact, helper];
}
