import type {Receipt} from '../../contract/receipt.js';
import type {Submission} from '../../contract/submission.js';
import type {Visit} from '../../pages/plain-form/visit.js';
import type {SpokenSet} from '../../pages/spoken-set.js';
import type {Journey} from '../../questionnaire/journey.js';
import {submissionFrom} from '../../questionnaire/submission.js';
import {acceptSubmission, type Arrival, type Outcome} from '../accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {acceptCorrection} from './versions.js';

/** What became of a Send. */
export type Sent = {is: 'received'; receipt: Receipt; isCorrection: boolean} | {is: 'refused'; pointers: readonly string[]} | {is: 'too-many'; seconds: number};

/**
 * Sends what was told as of `visit`, as it came back from its page: so the same
 * page sent twice is the same submission. Rejects with `StoreUnavailable`.
 */
export async function send(visit: Visit, journey: Journey, form: SpokenSet, dependencies: Dependencies, arrival: Arrival): Promise<Sent> {
  const seconds = dependencies.limits.waitForAddress(arrival.from);
  if (seconds !== undefined) return {is: 'too-many', seconds};
  const submission = submissionOf(visit, journey, form, dependencies);
  const outcome = await acceptSubmission(submission, dependencies, arrival);
  if (outcome.outcome !== 'conflict') return sentOf(outcome, submission);
  return sentOf(await acceptCorrection(submission, dependencies, arrival), submission);
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

function sentOf(outcome: Outcome, {id, replaces}: Submission): Sent {
  if ('receipt' in outcome) return {is: 'received', receipt: outcome.receipt, isCorrection: replaces !== undefined || outcome.receipt.id !== id};
  if (outcome.outcome === 'too-many') return {is: 'too-many', seconds: outcome.seconds};
  return {is: 'refused', pointers: 'faults' in outcome ? outcome.faults.map(({pointer}) => pointer) : ['/source/mode']};
}
