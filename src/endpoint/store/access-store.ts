import type {Access} from '../access/access.js';

/** A token's holder, as long as nobody has ended it. */
export interface HeldToken extends Access {
  madeAt: string;
  endedAt?: string;
}

export interface NewToken extends Access {
  /** SHA-256 of the token, which itself is kept nowhere; 32 bytes. */
  hash: Uint8Array;
  madeAt: string;
}

/** What was done. Words for programs. */
export const deeds = ['listed', 'opened', 'opened-contact', 'exported', 'changed', 'erased', 'made-token', 'ended-token', 'failed-sign-in'] as const;
export type Deed = (typeof deeds)[number];

/** One line of the log of who did what. It holds no content. */
export interface LogEntry {
  /** Kept as `logMoment` has it; lines from before may be finer, since the log never changes. */
  at: string;
  /** The name of a token, or of the way that somebody came. */
  who: string;
  what: Deed;
  /** The id of the submission that it was done to. */
  submission?: string;
  /** A count, a state, a token's name: never what somebody wrote. */
  detail?: string;
}

/** Which lines are asked for: all, but for what is named. */
export interface LogPage {
  submission?: string;
  what?: Deed;
  since?: string;
  after?: number;
  limit: number;
}

/** A session of somebody who signed in. Times are in milliseconds since 1970. */
export interface Session {
  /** 16 bytes in hexadecimal digits. */
  id: string;
  /** Whose access it gives. */
  name: string;
  began: number;
  /** When it ends by itself. */
  until: number;
}

/** What a store keeps of who may see what, and of who did. */
export interface AccessStore {
  /** `taken`: a name stands for one holder for good, also in the log. */
  addToken(token: NewToken): Promise<'added' | 'taken'>;
  /** In the order in which they were made. */
  tokens(): Promise<HeldToken[]>;
  /** Who holds it, unless it was ended. Its last day is the caller's to look at. */
  tokenOf(by: {hash: Uint8Array} | {name: string}): Promise<HeldToken | undefined>;
  endToken(name: string, endedAt: string): Promise<'ended' | 'ended-before' | 'unknown'>;
  /** Ends one session, or all that have begun under its name by `now`. */
  endSession(session: Session, everywhere: boolean, now: number): Promise<void>;
  /** Whether a session was ended before its time. */
  isSessionEnded(session: Session): Promise<boolean>;
  /** Adds to the log, which can only grow. */
  record(entries: readonly LogEntry[]): Promise<void>;
  /** The log in the order in which it grew, after the line `after`. `next` is left out at the end. */
  log(page: LogPage): Promise<{entries: LogEntry[]; next?: number}>;
}
