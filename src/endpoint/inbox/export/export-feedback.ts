import {setImmediate as othersTurn} from 'node:timers/promises';
import type {InboxEntry} from '../../../contract/inbox.js';
import type {Scope} from '../../access/access.js';
import {redactFor, mayDo} from '../../access/authorise.js';
import type {Principal} from '../../access/authenticate.js';
import type {Dependencies} from '../../dependencies.js';
import type {InboxPosition} from '../../store/store.js';
import {setForTeam} from '../team-set.js';
import {byteOrderMark, csvLine} from './csv.js';
import {columnsFor, type ExportedSubmission} from './feedback-columns.js';
import {exportedAnswers, exportedSet, type ExportedSet} from './answers-for-export.js';

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOrder {
  format: ExportFormat;
  /** Whether contact details are asked for. Each opening is recorded. */
  withContact: boolean;
}

/** What is exported, and up to when it arrived: what comes later is in no copy that the log names. */
export interface DatedOrder extends ExportOrder {
  arrivedBy: string;
}

/** What exporting needs. Without keys there is nothing in it for the service itself, to which ids are hidden. */
export type ExportDependencies = Pick<Dependencies, 'store' | 'words' | 'questionSets' | 'receiver' | 'clock'> & Partial<Pick<Dependencies, 'keys'>>;

const longestPiece = 256 * 1024;

// In memory at once: of the longest submissions some tens of megabytes.
const atATime = 20;

/**
 * Everything that somebody sees, oldest first, a row for each submission and each
 * of its versions, some lines at a time. Reads on only as fast as it is read.
 * Rejects with `StoreUnavailable` where the store stops answering in the middle.
 */
export async function* exportFeedback({format, withContact, arrivedBy}: DatedOrder, {access, who}: Pick<Principal, 'access' | 'who'>, dependencies: ExportDependencies): AsyncGenerator<string> {
  const sets = await setsFor(access.scope, dependencies);
  const opensContact = withContact && mayDo('contact', access);
  const columns = columnsFor([...sets.values()], opensContact);
  if (format === 'csv') yield byteOrderMark + csvLine(columns.names);

  for (let after: InboxPosition | undefined, more = true; more; ) {
    const {submissions, next} = await dependencies.store.inbox({order: 'arrived', limit: atATime, scope: access.scope, ...(after && {after})});
    const seen = submissions.filter(({receivedAt}) => receivedAt <= arrivedBy).flatMap((entry) => redactFor(entry, access, dependencies.keys?.idsForService) ?? []);
    const taken = await Promise.all(seen.map(async (entry): Promise<ExportedSubmission> => ({
      entry,
      set: sets.get(nameOf(entry.questionSet)),
      ...(opensContact && entry.hasContact && {contact: await dependencies.store.openContact(entry.id, {label: who, openedAt: dependencies.clock().toISOString()}, access.scope)}),
    })));
    yield* inPieces(taken, (each) => (format === 'csv' ? csvLine(columns.cellsOf(each)) : `${JSON.stringify(asObject(each))}\n`));
    [after, more] = [next, next !== undefined];
  }
}

/**
 * The lines of many, some hundred thousand characters at a time: after each piece
 * whoever else asks has their turn, however long what people wrote may be.
 */
async function* inPieces(taken: readonly ExportedSubmission[], lineOf: (each: ExportedSubmission) => string): AsyncGenerator<string> {
  let piece = '';
  for (const each of taken) {
    piece += lineOf(each);
    if (piece.length < longestPiece) continue;
    yield piece;
    piece = '';
    await othersTurn();
  }
  if (piece !== '') yield piece;
}

/** As the inbox's API has it, with the answers' words beside their codes. */
function asObject({entry, set, contact}: ExportedSubmission): InboxEntry & {words: Record<string, string>} {
  return {...entry, words: set ? exportedAnswers(entry, set) : {}, ...(contact && {contact})};
}

async function setsFor(scope: Scope, dependencies: ExportDependencies): Promise<Map<string, ExportedSet>> {
  const {store, questionSets} = dependencies;
  const found = new Map<string, ExportedSet>();
  for (const named of await store.setsAnswered(scope)) {
    const set = await questionSets.find(named.id, named.version);
    if (set) found.set(nameOf(named), exportedSet(setForTeam(set, dependencies)));
  }
  return found;
}

function nameOf(set: {id: string; version: string} | undefined): string {
  return set ? `${set.id} ${set.version}` : '';
}
