import type {Answer, Answers} from '../../contract/answers.js';
import type {UnreadContact} from '../../contract/inbox.js';
import type {Fault} from '../../contract/problem.js';
import type {SetStructure} from '../../contract/question-set.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Contact, Submission, Urgency} from '../../contract/submission.js';
import {urgencyOf} from '../../domain/questionnaire/urgency.js';
import {dangerPhrases} from '../../domain/signposting/danger-phrases.js';
import {alertsFor} from '../alerts/alert-plan.js';
import {canonicalJson} from '../store/canonical-json.js';
import type {Dependencies} from '../dependencies.js';
import type {Suspicion} from '../http/rate-limiter.js';
import {hashOfReference} from '../access/reference.js';
import type {NewSubmission, Quarantine} from '../store/store.js';

/** What keeping needs. */
export type PersistDependencies = Pick<Dependencies, 'store' | 'keys' | 'clock' | 'sealContact' | 'alerts'>;

/** What became of it. `kept` is new; `repeated` has the receipt of the first time. */
export type PersistOutcome = {outcome: 'kept' | 'repeated'; receipt: Receipt} | {outcome: 'conflict'; faults: Fault[]};

/** What is kept, before it has a reference and a time. */
export type SubmissionParts = Omit<NewSubmission, 'referenceHash' | 'receivedAt' | 'contactSealed' | 'alerts'>;

/** What is known of a submission beside what it says. */
interface Circumstances {
  set: SetStructure | undefined;
  suspicion?: Suspicion | undefined;
  quarantine?: Quarantine;
  /** Whether it came sealed: then whoever sent these bytes need not be who wrote them, and the answer gives no right. */
  isSealed?: boolean;
  /** The right of what carries none itself, as the endpoint made it. */
  right?: string | undefined;
  /** Whether whoever sent it has proven to have sent what it replaces. */
  isReplacementProven?: boolean | undefined;
}

/** Keeps one that fits the schema; with `quarantine` set apart. Rejects with `StoreUnavailable`. */
export async function persist(submission: Submission, {set, suspicion, quarantine, isSealed = false, right: given, isReplacementProven = false}: Circumstances, dependencies: PersistDependencies): Promise<PersistOutcome> {
  const {contact, urgency: _hint, answers, replaces, right = given, ...rest} = submission;
  const {coded, stories} = splitAnswers(answers, freeTextQuestions(set));
  const urgency = escalate(urgencyOf(answers), Object.values(stories));
  const reason = quarantine ?? (urgency === 'none' && suspicion !== undefined ? {reason: suspicion} : undefined);
  // What would replace itself replaces nothing.
  const earlier = replaces === submission.id ? undefined : replaces;
  return persistParts({
    id: submission.id,
    ...(earlier === undefined ? {} : {replaces: earlier}),
    contentHash: dependencies.keys.contentHash(canonicalJson(submission)),
    urgency,
    coded: {...rest, ...(earlier === undefined ? {} : {replaces: earlier}), answers: coded},
    stories,
    ...(contact === undefined ? {} : {contact}),
    ...(reason === undefined ? {} : {quarantine: reason}),
    ...(right !== undefined && {rightHash: dependencies.keys.rightHash(right)}),
    ...(isReplacementProven && {isReplacementProven}),
  }, {isSealed}, dependencies);
}

/** Keeps what was taken apart already. */
export async function persistParts({contact, ...parts}: SubmissionParts, {isSealed}: Required<Pick<Circumstances, 'isSealed'>>, {store, keys, clock, sealContact, alerts}: PersistDependencies): Promise<PersistOutcome> {
  const reference = keys.referenceFor(parts.id);
  const saved = await store.save({
    ...parts,
    referenceHash: hashOfReference(reference),
    receivedAt: clock().toISOString(),
    alerts: alertsFor(parts, alerts.plan),
    ...(await contactFor(contact, sealContact)),
  });
  if (saved.result === 'conflict') {
    return {outcome: 'conflict', faults: [{pointer: '/id', detail: 'has arrived before with other content: a change needs a new id, with the old one in `replaces`'}]};
  }
  if (saved.result === 'kept') alerts.wake();
  const token = isSealed || parts.rightHash ? '' : keys.tokenFor(parts.id);
  return {outcome: saved.result, receipt: {id: parts.id, reference, receivedAt: saved.receivedAt, token}};
}

/** The answers that are people's own words, and the others. */
export function splitAnswers(answers: Answers, freeText: ReadonlySet<string>): {coded: Answers; stories: Record<string, string>} {
  const entries = Object.entries(answers);
  const isStory = ([question, answer]: [string, Answer]) => typeof answer === 'string' && (freeText.has(question) || !isCode(answer));
  return {
    coded: Object.fromEntries(entries.filter((entry) => !isStory(entry))),
    stories: Object.fromEntries(entries.filter(isStory).map(([question, answer]) => [question, String(answer)])),
  };
}

/** Words that point to danger make somebody look soon; nothing lowers an urgency. */
export function escalate(urgency: Urgency, texts: readonly string[]): Urgency {
  return urgency === 'none' && texts.some((text) => dangerPhrases(text).length > 0) ? 'concern' : urgency;
}

function freeTextQuestions(set: SetStructure | undefined): Set<string> {
  const questions = set?.pages.flatMap((page) => page.questions) ?? [];
  return new Set(questions.filter(({kind}) => kind === 'text' || kind === 'long-text').map(({id}) => id));
}

/** A choice's value or a date: what nobody says in their own words. */
function isCode(answer: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(answer);
}

async function contactFor(contact: Contact | UnreadContact | undefined, sealContact: PersistDependencies['sealContact']): Promise<Pick<NewSubmission, 'contact' | 'contactSealed'>> {
  if (contact === undefined) return {};
  return sealContact ? {contactSealed: await sealContact(contact)} : {contact};
}
