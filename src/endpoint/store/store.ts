import type {InboxSubmission} from '../../contract/inbox.js';
import type {Contact, Submission, Urgency} from '../../contract/submission.js';
import type {QuestionSet} from '../../contract/question-set.js';
import type {Service} from '../../contract/service.js';

/** A submission with everything that the store keeps of it, taken apart into what stands in tables of its own. */
export interface NewSubmission {
  /** In lower case. */
  id: string;
  replaces?: string;
  /** SHA-256 of the canonical content. */
  contentHash: Uint8Array;
  /** SHA-256 of the reference; the reference itself is kept nowhere. */
  referenceHash: Uint8Array;
  receivedAt: string;
  urgency: Urgency;
  /** The submission without free text, contact and urgency. */
  coded: Omit<Submission, 'contact' | 'urgency'>;
  /** A question's id to the free text that answers it. */
  stories: Readonly<Record<string, string>>;
  contact?: Contact;
}

/** `kept` is new, `repeated` is the same again; both only once the row is on disk. `conflict` has other content. */
export type Saved = {result: 'kept' | 'repeated'; receivedAt: string} | {result: 'conflict'};

/** `urgent`: urgent first, then newest. `arrived`: oldest first, and no row ever appears behind a cursor. */
export type InboxOrder = 'urgent' | 'arrived';

/** A place in an order: the urgency's rank (in `urgent` only) and the row's number. */
export interface InboxPosition {
  rank: number;
  row: number;
}

export interface InboxQuery {
  order: InboxOrder;
  after?: InboxPosition;
  limit: number;
}

export interface InboxRows {
  submissions: InboxSubmission[];
  /** Where the next page starts; left out at the end. */
  next?: InboxPosition;
}

/** Where a directory row came from; an example never replaces an import. */
export type ServiceOrigin = 'example' | 'import';

/**
 * What the endpoint keeps. Every change resolves only after it is on disk.
 * Every call rejects with `StoreUnavailable` when the store cannot answer.
 */
export interface Store {
  save(submission: NewSubmission): Promise<Saved>;
  /** What is known of an id that has arrived, also after its content was erased. */
  received(id: string): Promise<{contentHash: Uint8Array; receivedAt: string} | undefined>;
  inbox(query: InboxQuery): Promise<InboxRows>;
  submission(id: string): Promise<InboxSubmission | undefined>;
  /** The contact details, after recording that `label` opened them at `openedAt`; nothing is recorded where there are none. */
  openContact(id: string, opening: {label: string; openedAt: string}): Promise<Contact | undefined>;

  /** Adds and updates by id, removes nothing; the revision rises only if something changed. */
  putServices(services: readonly Service[], origin: ServiceOrigin): Promise<{added: number; changed: number}>;
  /** Rises whenever the directory changes, also by another process. */
  directoryRevision(): Promise<number>;
  /** Services in the order of their ids, after `after`; fewer than `limit` at the end. */
  services(page: {after?: string; limit: number}): Promise<Service[]>;
  /** By location id, provider id or ODS code, in any case. */
  service(id: string): Promise<Service | undefined>;

  /** Keeps a set for good. `different`: the same id and version stand for other questions already. */
  addQuestionSet(set: QuestionSet): Promise<'added' | 'same' | 'different'>;
  /** The version added last, or exactly `version`. */
  questionSet(id: string, version?: string): Promise<QuestionSet | undefined>;

  /** Resolves if the store can read and could write. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot answer now; nothing was kept that was not acknowledged. */
export class StoreUnavailable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'StoreUnavailable';
  }
}
