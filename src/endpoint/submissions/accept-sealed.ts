import {isUtf8} from 'node:buffer';
import {createHmac} from 'node:crypto';
import {Answer} from '../../contract/answers.js';
import {readCode} from '../../contract/code.js';
import {SubmissionId, Slug} from '../../contract/identifiers.js';
import type {UnreadContact, UnreadSubmission} from '../../contract/inbox.js';
import {Contact, Submission} from '../../contract/submission.js';
import {uuidV7} from '../../contract/uuid.js';
import {urgencyOf} from '../../domain/questionnaire/urgency.js';
import type {AcceptDependencies, Arrival, AcceptOutcome} from './accept-submission.js';
import {canonicalJson} from '../store/canonical-json.js';
import {validate} from './validate.js';
import {splitAnswers, persist, persistParts, escalate, type PersistDependencies, type PersistOutcome, type SubmissionParts} from './persist.js';
import type {Coded, Quarantine} from '../store/store.js';
import {isNestedDeeper, structureFaults} from '../http/untrusted-json.js';

// Writing JSON out again takes stack for each level: some thousands at most, fewer the deeper the call stands.
const deepestWritten = 500;

/** Of what came beside the sealed body. */
export interface SealedArrival extends Arrival {
  /** The id that the sender names outside, for where none can be read inside. */
  idOutside?: string | undefined;
}

/**
 * Keeps what came sealed and was opened. Its words can be read on the device no
 * more, so nothing in it is a reason to refuse it: what fails a check is set
 * apart, whole, with its faults. Rejects with `StoreUnavailable`.
 */
export async function acceptSealed(bytes: Uint8Array, dependencies: AcceptDependencies, arrival: SealedArrival): Promise<AcceptOutcome> {
  const seconds = dependencies.rateLimiter.waitToSend(arrival.from);
  if (seconds !== undefined) return {outcome: 'too-many', seconds};
  const text = new TextDecoder().decode(bytes);
  const sent = isUtf8(bytes) ? parsed(text) : undefined;
  if (!sent) return keepUnread(unreadText(text, bytes, arrival, dependencies), dependencies);

  const examined = await validate(sent.json, dependencies);
  if (!examined.fits) return keepUnread(unreadJson(sent.json, {text, bytes, faults: examined.faults}, arrival, dependencies), dependencies);

  const {submission, set, faults, isFromWrongPage} = examined;
  const suspicion = dependencies.rateLimiter.patternIn(submission, arrival.from);
  const quarantine: Quarantine | undefined = faults.length > 0 ? {reason: 'checks', faults} : isFromWrongPage ? {reason: 'isolation'} : undefined;
  const kept = await persist(submission, {set, suspicion, ...(quarantine && {quarantine}), isSealed: true}, dependencies);
  if (kept.outcome !== 'conflict') return kept;

  const id = ownId(bytes, submission.id, dependencies);
  const beside = await persist({...submission, id, replaces: submission.id}, {set, quarantine: {reason: 'other-content', faults: kept.faults}, isSealed: true}, dependencies);
  return under(submission.id, beside);
}

async function keepUnread(parts: SubmissionParts, dependencies: PersistDependencies): Promise<AcceptOutcome> {
  const kept = await persistParts(parts, {isSealed: true}, dependencies);
  if (kept.outcome !== 'conflict') return kept;
  const id = ownId(parts.contentHash, parts.id, dependencies);
  return under(parts.id, await persistParts({...parts, id, coded: {...parts.coded, id}, replaces: parts.id}, {isSealed: true}, dependencies));
}

/** The receipt names the id that was sent: nothing else ends the sender's tries. */
function under(id: string, kept: PersistOutcome): AcceptOutcome {
  return 'receipt' in kept ? {...kept, receipt: {...kept.receipt, id}} : kept;
}

/** Nothing can be told apart, so all of it is kept as contact details are. */
function unreadText(text: string, bytes: Uint8Array, {idOutside}: SealedArrival, dependencies: PersistDependencies): SubmissionParts {
  const id = idIn(idOutside) ?? ownId(bytes, '', dependencies);
  const {rest, right} = withoutRight(text);
  return {
    id,
    contentHash: dependencies.keys.contentHash(Buffer.from(bytes).toString('base64')),
    urgency: escalate('none', [text]),
    coded: {id, answers: {}},
    stories: {},
    contact: {whole: rest},
    ...rightIn(right, dependencies),
    quarantine: {reason: 'unreadable', whole: '', faults: [{pointer: '', detail: 'is not JSON in UTF-8'}]},
  };
}

function unreadJson(json: unknown, {text, bytes, faults}: {text: string; bytes: Uint8Array; faults: Quarantine['faults']}, arrival: SealedArrival, dependencies: PersistDependencies): SubmissionParts {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || isNestedDeeper(json, deepestWritten)) return {...unreadText(text, bytes, arrival, dependencies), quarantine: {reason: 'unreadable', whole: '', faults: faults ?? []}};
  const {contact, right, ...rest} = json as Record<string, unknown>;
  const whole = JSON.stringify(rest);
  const id = idIn(rest['id']) ?? idIn(arrival.idOutside) ?? ownId(bytes, '', dependencies);
  const answers = readAnswers(rest['answers']);
  const {coded, stories} = splitAnswers(answers, new Set());
  const replaces = idIn(rest['replaces']);
  return {
    id,
    ...(replaces === undefined || replaces === id ? {} : {replaces}),
    // As of one that fits: an endpoint that knows more one day still knows a repeat.
    contentHash: dependencies.keys.contentHash(canonicalJson(withPlainIds(json as Record<string, unknown>))),
    urgency: escalate(urgencyOf(answers), [whole]),
    coded: {...readParts(rest), ...(replaces === undefined || replaces === id ? {} : {replaces}), id, answers: coded},
    stories,
    ...rightIn(right, dependencies),
    ...(contact === undefined ? {} : {contact: readContact(contact)}),
    quarantine: {reason: 'unreadable', whole, ...(faults && {faults})},
  };
}

/** What gives rights is kept nowhere, so it is taken out also where nothing else can be told apart. */
function withoutRight(text: string): {rest: string; right?: string} {
  let right: string | undefined;
  const rest = text.replace(/("right"\s*:\s*")([^"]*)"/g, (_, before: string, value: string) => {
    right ??= value;
    return `${before}"`;
  });
  return {rest, ...(right !== undefined && {right})};
}

/** However it is written: whoever holds it should come back to what they sent, though nothing else of it could be read. */
function rightIn(right: unknown, {keys}: PersistDependencies): Pick<SubmissionParts, 'rightHash'> {
  const read = typeof right === 'string' ? readCode(right) : undefined;
  return read === undefined ? {} : {rightHash: keys.rightHash(read)};
}

function withPlainIds(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ids = ['id', 'replaces'].flatMap((key) => (typeof json[key] === 'string' ? [[key, json[key].toLowerCase()] as const] : []));
  return {...json, ...Object.fromEntries(ids)};
}

/** The parts that fit the schema each by itself. */
function readParts(json: Readonly<Record<string, unknown>>): Partial<Pick<UnreadSubmission, keyof Coded>> {
  const {contact: _contact, urgency: _urgency, id: _id, replaces: _replaces, answers: _answers, right: _right, ...schemas} = Submission.shape;
  const read = Object.entries(schemas).flatMap(([key, schema]) => {
    const part = Object.hasOwn(json, key) && structureFaults(json[key]).length === 0 ? schema.safeParse(json[key]) : undefined;
    return part?.success && part.data !== undefined ? [[key, part.data] as const] : [];
  });
  return Object.fromEntries(read);
}

function readAnswers(answers: unknown): Record<string, Answer> {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return {};
  const read = Object.entries(answers).filter(([question, answer]) => Slug.safeParse(question).success && structureFaults({[question]: answer}).length === 0 && Answer.safeParse(answer).success);
  return Object.fromEntries(read) as Record<string, Answer>;
}

function readContact(contact: unknown): Contact | UnreadContact {
  const read = structureFaults(contact).length === 0 ? Contact.safeParse(contact) : undefined;
  return read?.success ? read.data : {whole: JSON.stringify(contact)};
}

/** An id, also in the quotation marks that `Idempotency-Key` may have. */
function idIn(value: unknown): string | undefined {
  const read = SubmissionId.safeParse(typeof value === 'string' ? value.trim().replace(/^"(.*)"$/, '$1') : undefined);
  return read.success ? read.data.toLowerCase() : undefined;
}

/** An id that follows from the content, so that a repeat has the same; nobody else can work it out. */
function ownId(content: Uint8Array, near: string, {keys}: PersistDependencies): string {
  return uuidV7(Number.parseInt(near.replaceAll('-', '').slice(0, 12) || '0', 16), createHmac('sha256', keys.formSigning).update(`sealed\n${near}\n`).update(content).digest());
}

function parsed(text: string): {json: unknown} | undefined {
  try {
    return {json: JSON.parse(text)};
  } catch {
    return undefined;
  }
}
