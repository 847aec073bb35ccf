import type {QueuedSubmission} from './queued-submission.js';

/** Where what waits is kept. Every call may reject. */
export interface OutboxStore {
  /** Puts a record, with the key of its own where it has one; it is safe once this resolves. */
  keep(record: QueuedSubmission, key?: CryptoKey): Promise<void>;
  /** All that waits for this endpoint or action. */
  all(endpoint: string): Promise<QueuedSubmission[]>;
  keyOf(id: string): Promise<CryptoKey | undefined>;
  /** Notes when to try again, where the record is still there. */
  change(record: QueuedSubmission): Promise<void>;
  remove(id: string): Promise<void>;
  /** Takes or renews the right to send, for `length` milliseconds; `false` where another has it. */
  lease(name: string, now: number, length: number): Promise<boolean>;
  release(name: string): Promise<void>;
}
