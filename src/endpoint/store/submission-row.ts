import type {HandlingState} from '../../contract/handling.js';
import type {InboxEntry, UnreadSubmission} from '../../contract/inbox.js';
import type {Fault} from '../../contract/problem.js';
import type {Urgency} from '../../contract/submission.js';
import {scopesOf} from '../access/authorise.js';
import type {Coded, InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';

const urgencies: readonly Urgency[] = ['none', 'concern', 'immediate'];

/** A submission as a store's tables give it. */
export interface SubmissionRow {
  row: number;
  id: string;
  received_at: string;
  urgency: number;
  quarantine: string | null;
  coded: string;
  faults: string | null;
  /** In hexadecimal digits. */
  whole: string | null;
  /** JSON of questions and texts. */
  stories: string;
  has_contact: boolean | number;
  /** What it says that it replaces; `null` also where the asker has limits, and what it replaces is not within them. */
  replaces: string | null;
  is_proven: boolean | number;
  replaced_by: string | null;
  state: HandlingState;
}

/** Every urgency as tables order it, the highest first. */
export const rankedUrgencies: readonly number[] = [...urgencies.keys()].reverse();

/** An urgency as tables order it. */
export function rankOf(urgency: Urgency): number {
  return urgencies.indexOf(urgency);
}

/** Before the first of a page. */
export function startOf({order, after}: InboxQuery): {rank: number; row: number} {
  return after ?? {rank: order === 'urgent' ? urgencies.length : 0, row: 0};
}

/** One page from its rows and the one behind them, if there is one. */
export function inboxRowsPage(rows: readonly SubmissionRow[], limit: number): InboxRows {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {submissions: shown.map(inboxEntry), ...(rows.length > limit && last ? {next: {rank: last.urgency, row: last.row}} : {})};
}

export function inboxEntry(row: SubmissionRow): InboxEntry {
  const {replaces: _, ...coded} = JSON.parse(row.coded) as Coded;
  const stories = JSON.parse(row.stories) as Record<string, string>;
  const faults = JSON.parse(row.faults ?? '[]') as Fault[];
  const submission = {
    ...coded,
    ...(row.replaces !== null && {replaces: row.replaces, isReplacementProven: Boolean(row.is_proven)}),
    answers: {...coded.answers, ...stories},
    urgency: urgencies[row.urgency] ?? 'immediate',
    receivedAt: row.received_at,
    hasContact: Boolean(row.has_contact),
    state: row.state,
    ...(row.replaced_by === null ? {} : {replacedBy: row.replaced_by}),
    ...(row.quarantine === null ? {} : {quarantine: row.quarantine}),
    ...(faults.length === 0 ? {} : {faults}),
  };
  return row.whole === null ? submission : ({...submission, whole: Buffer.from(row.whole, 'hex').toString()} as UnreadSubmission);
}

/** What is kept as contact details: themselves, or what they were sealed to. */
export function contactDetails({contact, contactSealed}: NewSubmission): string | undefined {
  const details = contactSealed === undefined ? contact : {sealed: contactSealed};
  return details && JSON.stringify(details);
}

/**
 * Questions and texts as tables hold them. Only what was set apart whole can have U+0000 in
 * it, which SQLite's driver cuts a text at and PostgreSQL does not take; `whole` has it still.
 */
export function storyRows({stories}: NewSubmission): [question: string, text: string][] {
  return Object.entries(stories).map(([question, text]) => [readable(question), readable(text)]);
}

/** All by which a submission is found: what limits are of, and its language. */
export function scopeRows({coded}: NewSubmission): {kind: string; value: string}[] {
  return [...scopesOf(coded), ...(coded.language === undefined ? [] : [{kind: 'language', value: coded.language.toLowerCase()}])];
}

function readable(text: string): string {
  return text?.replaceAll('\u0000', '\uFFFD');
}

/** The right by which its sender comes back to it, and whether the same sender sent what it replaces, of which `ofReplaced` is the right's hash. */
export function rightAndProof({rightHash, isReplacementProven = false}: NewSubmission, ofReplaced: Uint8Array | undefined): {right: Uint8Array | undefined; isProven: boolean} {
  if (isReplacementProven) return {right: ofReplaced ?? rightHash, isProven: true};
  return {right: rightHash, isProven: rightHash !== undefined && ofReplaced !== undefined && Buffer.compare(rightHash, ofReplaced) === 0};
}

/** The answer to an id that is known already. */
export function savedBefore(earlier: {contentHash: Uint8Array; receivedAt: string}, {contentHash}: NewSubmission): Saved {
  const isSame = Buffer.compare(earlier.contentHash, contentHash) === 0;
  return isSame ? {result: 'repeated', receivedAt: earlier.receivedAt} : {result: 'conflict'};
}
