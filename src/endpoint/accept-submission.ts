import {createHash} from 'node:crypto';
import type {Answers} from '../contract/answers.js';
import type {Fault} from '../contract/problem.js';
import type {QuestionSet, SetStructure} from '../contract/question-set.js';
import type {Receipt} from '../contract/receipt.js';
import type {Service} from '../contract/service.js';
import {Submission, type Urgency} from '../contract/submission.js';
import {checkSubmission} from '../questionnaire/check-submission.js';
import {latestDateAt} from '../questionnaire/dates.js';
import {urgencyOf} from '../questionnaire/urgency.js';
import {dangerPhrases} from '../signposting/danger-phrases.js';
import {canonicalJson} from './canonical-json.js';
import type {Dependencies} from './dependencies.js';
import {kindsTogether} from './kinds-together.js';
import {mustBeIsolated} from './receiver-file.js';
import {fewer, readAs} from './schema-faults.js';
import type {NewSubmission} from './store/store.js';
import {structureFaults} from './untrusted-json.js';

/** What became of a submission. Only `kept` is new; `repeated` has the receipt of the first time. */
export type Outcome =
  | {outcome: 'kept' | 'repeated'; receipt: Receipt}
  | {outcome: 'refused' | 'conflict'; faults: Fault[]}
  | {outcome: 'isolation-required'};

/** What the way into the inbox needs. */
export type AcceptDependencies = Pick<Dependencies, 'store' | 'keys' | 'receiver' | 'questionSets' | 'clock'>;

/**
 * Checks what somebody sent and keeps it: the one way into the inbox, for the
 * JSON API and the plain form alike. `sent` is parsed JSON, trusted in nothing.
 * Rejects with `StoreUnavailable` when it could not be kept.
 */
export async function acceptSubmission(sent: unknown, dependencies: AcceptDependencies): Promise<Outcome> {
  const strange = structureFaults(sent);
  if (strange.length > 0) return refused(strange);

  const read = readAs(Submission, sent);
  if (!read.fits) return refused(read.faults);
  const submission = withPlainIds(read.value);
  if (submission.replaces === submission.id) return refused([{pointer: '/replaces', detail: 'is the submission itself'}]);

  const set = await dependencies.questionSets.find(submission.questionSet.id, submission.questionSet.version);
  if (!set) return refused([await unknownSetFault(submission, dependencies)]);

  const services = await servicesOf(submission, dependencies);
  const faults = checkSubmission(submission, set, {latestDate: latestDateAt(dependencies.clock()), kinds: kindsTogether(services.map(({service}) => service))});
  if (faults.length > 0) return refused(faults);

  if (submission.source.mode === 'inline' && services.some(({id, service}) => id !== undefined && mustBeIsolated(dependencies.receiver, id, service))) {
    // What was taken before the owner asked for the frame stays taken.
    const earlier = await dependencies.store.received(submission.id);
    if (!earlier) return {outcome: 'isolation-required'};
  }
  return keep(submission, set, dependencies);
}

async function keep(submission: Submission, set: SetStructure, {store, keys, clock}: AcceptDependencies): Promise<Outcome> {
  const reference = keys.referenceFor(submission.id);
  const saved = await store.save(takenApart(submission, set, {reference, receivedAt: clock().toISOString()}));
  if (saved.result === 'conflict') {
    return {outcome: 'conflict', faults: [{pointer: '/id', detail: 'has arrived before with other content: a change needs a new id, with the old one in `replaces`'}]};
  }
  const receipt = {id: submission.id, reference, receivedAt: saved.receivedAt, token: keys.tokenFor(submission.id)};
  return {outcome: saved.result, receipt};
}

function takenApart(submission: Submission, set: SetStructure, {reference, receivedAt}: {reference: string; receivedAt: string}): NewSubmission {
  const {contact, urgency: _hint, answers, ...rest} = submission;
  const freeText = freeTextQuestions(set);
  const entries = Object.entries(answers);
  const stories = Object.fromEntries(entries.filter(([question]) => freeText.has(question)).map(([question, text]) => [question, String(text)]));
  return {
    id: submission.id,
    ...(submission.replaces === undefined ? {} : {replaces: submission.replaces}),
    contentHash: sha256(canonicalJson(submission)),
    referenceHash: sha256(reference),
    receivedAt,
    urgency: raised(urgencyOf(answers), Object.values(stories)),
    coded: {...rest, answers: Object.fromEntries(entries.filter(([question]) => !freeText.has(question))) satisfies Answers},
    stories,
    ...(contact === undefined ? {} : {contact}),
  };
}

/** Words that point to danger make somebody look soon; nothing lowers an urgency. */
function raised(urgency: Urgency, stories: readonly string[]): Urgency {
  return urgency === 'none' && stories.some((story) => dangerPhrases(story).length > 0) ? 'concern' : urgency;
}

function freeTextQuestions({pages}: SetStructure): Set<string> {
  const questions = pages.flatMap((page) => page.questions);
  return new Set(questions.filter(({kind}) => kind === 'text' || kind === 'long-text').map(({id}) => id));
}

/** The same id is the same however its digits are written. */
function withPlainIds(submission: Submission): Submission {
  const replaces = submission.replaces?.toLowerCase();
  return {...submission, id: submission.id.toLowerCase(), ...(replaces === undefined ? {} : {replaces})};
}

async function unknownSetFault({questionSet}: Submission, {questionSets}: AcceptDependencies): Promise<Fault> {
  const newest: QuestionSet | undefined = await questionSets.find(questionSet.id);
  return newest
    ? {pointer: '/questionSet/version', detail: `is not a version that is known here; the newest is ${newest.version}`}
    : {pointer: '/questionSet/id', detail: 'is not a question set that is known here'};
}

interface NamedAndKnown {
  id: string | undefined;
  service: Service | undefined;
}

async function servicesOf({about}: Submission, {store}: AcceptDependencies): Promise<NamedAndKnown[]> {
  const named = 'services' in about ? about.services : [];
  return Promise.all(named.map(async ({id}) => ({id, service: id === undefined ? undefined : await store.service(id)})));
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

function refused(faults: readonly Fault[]): Outcome {
  return {outcome: 'refused', faults: fewer(faults)};
}
