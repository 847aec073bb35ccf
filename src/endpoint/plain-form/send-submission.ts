import {grouped} from '../../contract/code.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Submission} from '../../contract/submission.js';
import type {PlainFormSession} from './pages/plain-form-session.js';
import type {LocalisedSet} from '../html/localised-set.js';
import type {SubmissionDetails} from '../../domain/questionnaire/form-session/session-steps.js';
import {acceptSubmission, type Arrival, type AcceptOutcome} from '../submissions/accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {acceptCorrection} from './submission-id.js';

/** A visit that has stood at the page to check answers, which makes the right. */
export type CheckedSession = PlainFormSession & {right: string};

/** What became of a Send. */
export type SendResult = {is: 'received'; receipt: Receipt; code: string | undefined; isCorrection: boolean} | {is: 'refused'; pointers: readonly string[]} | {is: 'too-many'; seconds: number};

/** Takes what a visit sends. The same page sent twice is the same submission. Rejects with `StoreUnavailable`. */
export async function sendSubmission(submission: Submission, {right, replaces}: CheckedSession, dependencies: Dependencies, arrival: Arrival): Promise<SendResult> {
  const ofOwnPages = {...arrival, right, isReplacementProven: replaces !== undefined};
  const accepted = await acceptSubmission(submission, dependencies, ofOwnPages);
  const outcome = accepted.outcome === 'conflict' ? await acceptCorrection(submission, dependencies, ofOwnPages) : accepted;
  return sentOf(outcome, submission, await codeOf(right, dependencies));
}

/** The code that opens what was sent; none where that is one which its writer had before. */
async function codeOf(right: string, {store, keys}: Dependencies): Promise<string | undefined> {
  return (await store.idOfRight(keys.rightHash(right))) === undefined ? undefined : grouped(right);
}

/** What these pages say of a submission that is sent from one of them: it was finished when that was made. */
export function detailsOf({issuedAt, opening}: PlainFormSession, {words, receiver}: LocalisedSet, {version}: Pick<Dependencies, 'version'>): SubmissionDetails {
  return {
    language: words.lang,
    finishedAt: issuedAt,
    consent: {notice: receiver.privacyNotice, ...(receiver.privacyNoticeVersion !== undefined && {version: receiver.privacyNoticeVersion})},
    source: {
      element: 'care-feedback',
      version,
      mode: 'plain',
      ...(opening.partner !== undefined && {partner: opening.partner}),
      ...(opening.campaign !== undefined && {campaign: opening.campaign}),
    },
  };
}

function sentOf(outcome: AcceptOutcome, {id, replaces}: Submission, code: string | undefined): SendResult {
  if ('receipt' in outcome) return {is: 'received', receipt: outcome.receipt, code, isCorrection: replaces !== undefined || outcome.receipt.id !== id};
  if (outcome.outcome === 'too-many') return {is: 'too-many', seconds: outcome.seconds};
  return {is: 'refused', pointers: 'faults' in outcome ? outcome.faults.map(({pointer}) => pointer) : ['/source/mode']};
}
