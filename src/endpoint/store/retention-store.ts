import type {Scope} from '../access/access.js';
import type {NewAlert} from './alert.js';

/** One step through all submissions in the order of arrival. A time is ISO 8601 in UTC; what has none is kept. */
export interface TidyStep {
  /** Free text of what arrived before goes, with what the checks found in it and what the team noted on it. */
  storiesBefore?: string;
  /** Contact details of what arrived before go, also sealed ones. */
  contactsBefore?: string;
  /** The row up to which is done; 0 at the start. */
  after: number;
}

/** What is kept for a time of its own. */
export const retained = ['stories', 'contacts'] as const;
export type Retained = (typeof retained)[number];

/** What the store knows of how long things are to be kept where nobody says so. */
export interface RetentionMemory {
  /** Those that were left to the defaults when nothing had come yet, and at every start since. */
  defaults: readonly Retained[];
  /** Whether no submission has ever come. */
  isEmpty: boolean;
}

/** From how many submissions something was removed. */
export interface Tidied {
  stories: number;
  contacts: number;
}

/** One version of what somebody sent, in the order of arrival. */
export interface ErasedRow {
  id: string;
  receivedAt: string;
  /** Whether there was nothing left to erase. */
  wasErased: boolean;
}

/** Who erases, by what they may see, and what is to be told of it. */
export interface Erasing {
  who: string;
  at: string;
  scope?: Scope;
  alerts?: readonly NewAlert[];
}

/** What removes people's content for good. Id, content hash and time stay, so that a late repeat is still known. */
export interface Retention {
  /** Looks at the next 500 submissions; `next` is left out at the end. So short that whoever sends is not held up. */
  tidy(step: TidyStep): Promise<Tidied & {next?: number}>;
  /**
   * Erases the submission with this reference and every version that is proven to be of the same
   * sender, before and after, as far as they are within the limits; with a line in the log for each, and
   * what is to be told of it. What the log has of them stays. `undefined` where nothing to be seen has the reference.
   */
  erase(referenceHash: Uint8Array, by: Erasing): Promise<ErasedRow[] | undefined>;
  /**
   * Leaves nothing of what was removed in the files that the store itself writes; whoever sends meanwhile waits.
   * Rejects where another process holds on to it. PostgreSQL does this by its own VACUUM: there it resolves at once.
   */
  forget(): Promise<void>;
  retentionMemory(): Promise<RetentionMemory>;
  /** Puts these in the place of those that were remembered. */
  rememberDefaults(defaults: readonly Retained[]): Promise<void>;
}

/** How many submissions one step looks at. */
export const mostInOneStep = 500;
