import {grouped} from '../../contract/code.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Submission} from '../../contract/submission.js';
import type {Visit} from '../../pages/plain-form/visit.js';
import type {SpokenSet} from '../../pages/spoken-set.js';
import type {Journey} from '../../questionnaire/journey.js';
import {submissionFrom} from '../../questionnaire/submission.js';
import {acceptSubmission, type Arrival, type Outcome} from '../accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {acceptCorrection} from './versions.js';

/** A visit that has stood at the page to check answers, which makes the right. */
export type CheckedVisit = Visit & {right: string};

/** What became of a Send. */
export type Sent = {is: 'received'; receipt: Receipt; code: string | undefined; isCorrection: boolean} | {is: 'refused'; pointers: readonly string[]} | {is: 'too-many'; seconds: number};

/**
 * Sends what was told as of `visit`, as it came back from its page: so the same
 * page sent twice is the same submission. Rejects with `StoreUnavailable`.
 */
export async function send(visit: CheckedVisit, journey: Journey, form: SpokenSet, dependencies: Dependencies, arrival: Arrival): Promise<Sent> {
  const submission = submissionOf(visit, journey, form, dependencies);
  const {right} = visit;
  const ofOwnPages = {...arrival, right, isReplacementProven: visit.replaces !== undefined};
  const accepted = await acceptSubmission(submission, dependencies, ofOwnPages);
  const outcome = accepted.outcome === 'conflict' ? await acceptCorrection(submission, dependencies, ofOwnPages) : accepted;
  return sentOf(outcome, submission, await codeOf(right, dependencies));
}

/** The code that opens what was sent; none where that is one which its writer had before. */
async function codeOf(right: string, {store, keys}: Dependencies): Promise<string | undefined> {
  return (await store.idOfRight(keys.rightHash(right))) === undefined ? undefined : grouped(right);
}

function submissionOf({id, replaces, startedAt, issuedAt, opening}: Visit, {told, set}: Journey, {words, receiver}: SpokenSet, {version}: Dependencies): Submission {
  return submissionFrom(told, set, {
    id,
    ...(replaces !== undefined && {replaces}),
    language: words.lang,
    startedAt,
    finishedAt: issuedAt,
    consent: {notice: receiver.privacyNotice, ...(receiver.privacyNoticeVersion !== undefined && {version: receiver.privacyNoticeVersion})},
    source: {
      element: 'care-feedback',
      version,
      mode: 'plain',
      ...(opening.partner !== undefined && {partner: opening.partner}),
      ...(opening.campaign !== undefined && {campaign: opening.campaign}),
    },
  });
}

function sentOf(outcome: Outcome, {id, replaces}: Submission, code: string | undefined): Sent {
  if ('receipt' in outcome) return {is: 'received', receipt: outcome.receipt, code, isCorrection: replaces !== undefined || outcome.receipt.id !== id};
  if (outcome.outcome === 'too-many') return {is: 'too-many', seconds: outcome.seconds};
  return {is: 'refused', pointers: 'faults' in outcome ? outcome.faults.map(({pointer}) => pointer) : ['/source/mode']};
}
