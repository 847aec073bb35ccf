import type {InboxEntry, OpenedContact, UnreadContact, UnreadSubmission} from '../../contract/inbox.js';
import type {Place} from '../../contract/place.js';
import type {Fault} from '../../contract/problem.js';
import type {ServiceRating} from '../../contract/rating.js';
import type {Contact, Submission, Urgency} from '../../contract/submission.js';
import type {QuestionSet} from '../../contract/question-set.js';
import type {Service} from '../../contract/service.js';
import type {NewAlert} from './alert.js';
import type {AlertStore} from './alert-store.js';
import type {Scope} from '../access/access.js';
import type {AccessStore} from './access-store.js';
import type {DirectoryImports} from './directory-import.js';
import type {HandlingStore} from './handling-store.js';
import type {InboxFilter} from './submission-filter.js';
import type {SubmissionVersions} from './submission-versions.js';
import type {Reports} from './reports-store.js';
import type {Retention} from './retention-store.js';

/** A submission without contact, urgency and right. */
export type Coded = Omit<Submission, 'contact' | 'urgency' | 'right'>;

/** Why a submission is set apart. Its reason is a word for programs. */
export interface Quarantine {
  reason: string;
  faults?: readonly Fault[];
  /** What came, without contact, where it fits no submission: then `coded` holds only what could be read of it. */
  whole?: string;
}

/** A submission with everything that the store keeps of it, taken apart into what stands in tables of its own. */
export interface NewSubmission {
  /** In lower case. */
  id: string;
  replaces?: string;
  /** By which the same content is known again; 32 bytes. */
  contentHash: Uint8Array;
  /** SHA-256 of the reference; the reference itself is kept nowhere. */
  referenceHash: Uint8Array;
  /** A keyed hash of the right that it carried; the right itself is kept nowhere. */
  rightHash?: Uint8Array;
  /**
   * That whoever sent this has proven to have sent what it `replaces`: it then has the right of
   * that one, where there is any. Else it is proven where both carried the same right, in whatever order they come.
   */
  isReplacementProven?: boolean;
  receivedAt: string;
  urgency: Urgency;
  /** The submission without free text, contact and urgency. */
  coded: Coded | Pick<UnreadSubmission, keyof Coded>;
  /** A question's id to the free text that answers it. */
  stories: Readonly<Record<string, string>>;
  contact?: Contact | UnreadContact;
  /** A compact JWE, instead of `contact`, where the details are sealed to a key that is not here. */
  contactSealed?: string;
  quarantine?: Quarantine;
  /** What is to be told of it; due at once. */
  alerts?: readonly NewAlert[];
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
  /** What is not within them is not there. */
  scope?: Scope;
  /** What is asked for of that. */
  filter?: InboxFilter;
}

export interface InboxRows {
  submissions: InboxEntry[];
  /** Where the next page starts; left out at the end. */
  next?: InboxPosition;
}

/** The locations in an area, with their ratings. */
export interface PlaceServices {
  place: Place;
  services: {service: Service; rating?: ServiceRating}[];
  /** The latest day for which any of the services' rows holds. */
  asOf?: string;
}

/**
 * What the endpoint keeps. Every change resolves only after it is on disk.
 * Every call rejects with `StoreUnavailable` when the store cannot answer.
 */
export interface Store extends DirectoryImports, AccessStore, AlertStore, HandlingStore, SubmissionVersions, Reports, Retention {
  save(submission: NewSubmission): Promise<Saved>;
  /** What is known of an id that has arrived, also after its content was erased. */
  received(id: string): Promise<{contentHash: Uint8Array; receivedAt: string} | undefined>;
  inbox(query: InboxQuery): Promise<InboxRows>;
  submission(id: string, scope?: Scope, filter?: InboxFilter): Promise<InboxEntry | undefined>;
  /** The contact details, after recording in the log that `label` opened them at `openedAt`; nothing is recorded where there are none, or where whoever sent it has proven since that they want no contact. */
  openContact(id: string, opening: {label: string; openedAt: string}, scope?: Scope): Promise<OpenedContact | undefined>;

  /** Rises whenever an import that changed something ends, also in another process. */
  directoryRevision(): Promise<number>;
  /** Services in the order of their ids, after `after`; fewer than `limit` at the end. */
  services(page: {after?: string; limit: number}): Promise<Service[]>;
  /** By location id, provider id or ODS code, in any case. */
  service(id: string): Promise<Service | undefined>;
  /** How the same service is rated, a provider with its locations; without `rating` where it is known and nothing of its rating is. */
  rating(id: string): Promise<{rating?: ServiceRating} | undefined>;
  /** Ratings in the order of their services' ids, after `after`; `next` is left out at the end. */
  ratings(page: {after?: string; limit: number}): Promise<{ratings: ServiceRating[]; next?: string}>;
  /** The areas that locations are in, in no order. */
  places(): Promise<Place[]>;
  /** By an area's id, in any case. */
  servicesIn(place: string): Promise<PlaceServices | undefined>;

  /** Keeps a set for good. `different`: the same id and version stand for other questions already. */
  addQuestionSet(set: QuestionSet): Promise<'added' | 'same' | 'different'>;
  /** The version added last, or exactly `version`. */
  questionSet(id: string, version?: string): Promise<QuestionSet | undefined>;

  /** The earliest day (`YYYY-MM-DD`) on which this was asked for `field`, `today` counted: since then its owner has been told that it will be needed. */
  graceBegan(field: string, today: string): Promise<string>;

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
