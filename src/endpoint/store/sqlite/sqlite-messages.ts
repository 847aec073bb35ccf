import type {ImportSteps} from '../import-steps.js';
import type {SubmissionVersions} from '../submission-versions.js';
import type {Reports} from '../reports-store.js';
import type {Retention} from '../retention-store.js';
import type {Store} from '../store.js';

/** What a worker is started with. */
export interface WorkerData {
  file: string;
  /** How long to wait for another process that writes, in milliseconds. */
  lockPatience: number;
  does: 'writing' | 'reading';
}

type Checks = Pick<Store, 'check'>;

/** What the worker that writes is asked. It reads submissions too: they are read right after they were written. */
export type WritingCalls = Pick<Store, 'save' | 'received' | 'inbox' | 'submission' | 'openContact' | 'addQuestionSet' | 'addToken' | 'endToken' | 'endSession' | 'record' | 'claimAlerts' | 'settleAlert' | 'markOpened' | 'changeStatus' | 'graceBegan'> & Pick<Retention, 'tidy' | 'erase' | 'retentionMemory' | 'rememberDefaults'> & ImportSteps & Checks;

/** What the worker that only reads is asked, on a connection of its own: none of it waits for a write or for the disk. */
export type ReadingCalls = Pick<Store, 'directoryRevision' | 'services' | 'service' | 'rating' | 'ratings' | 'places' | 'servicesIn' | 'questionSet' | 'tokens' | 'tokenOf' | 'isSessionEnded' | 'log' | 'unopened' | 'steps' | 'unopenedInAll' | 'nextUnopened' | 'inbox'> & SubmissionVersions & Reports & Checks;

/** Functions as they are asked for. */
export type Calls<All> = {[Name in keyof All]: (...parameters: never[]) => Promise<unknown>};

/** The same functions as a worker does them, in a transaction that the caller holds. What they promise is done already. */
export type WorkerFunctions<All extends Calls<All>> = {[Name in keyof All]: (...parameters: Parameters<All[Name]>) => ReturnType<All[Name]> | Awaited<ReturnType<All[Name]>>};

/** What can be done in no transaction. Each says whether nobody else stood in its way. */
export interface UpkeepCalls {
  /** Writes the file anew from what it holds. */
  vacuum(): Promise<boolean>;
  /** Leaves nothing in what SQLite writes ahead. */
  checkpoint(): Promise<boolean>;
}

/** A call on its way to a worker; `close` ends it. */
export interface WorkerRequest {
  call: number;
  name: string;
  parameters: unknown[];
}

/** What the worker says to one call: its result, or why there is none. */
export type WorkerReply = {call: number; result: unknown} | {call: number; fault: string};

/**
 * Whether a call of the worker that writes changes anything. A call that changes
 * something and were taken for one that reads would run past the guard against a
 * broken disk, so the compiler asks for every call here.
 */
export const writingCalls: Readonly<Record<keyof WritingCalls, 'changes' | 'reads'>> = {
  save: 'changes',
  openContact: 'changes',
  received: 'reads',
  inbox: 'reads',
  submission: 'reads',
  addQuestionSet: 'changes',
  addToken: 'changes',
  endToken: 'changes',
  endSession: 'changes',
  record: 'changes',
  claimAlerts: 'changes',
  settleAlert: 'changes',
  markOpened: 'changes',
  changeStatus: 'changes',
  graceBegan: 'changes',
  tidy: 'changes',
  erase: 'changes',
  retentionMemory: 'reads',
  rememberDefaults: 'changes',
  claimImport: 'changes',
  renewImport: 'changes',
  tidyDirectory: 'changes',
  keepRows: 'changes',
  switchDirectory: 'changes',
  releaseImport: 'changes',
  // A store that cannot write cannot keep anything.
  check: 'changes',
};
