import type {Fault} from '../contract/problem.js';
import type {Receipt} from '../contract/receipt.js';
import type {Dependencies} from './dependencies.js';

/** What became of a submission. */
export type Outcome =
  | {outcome: 'kept' | 'repeated'; receipt: Receipt}
  | {outcome: 'refused' | 'conflict'; faults: Fault[]}
  | {outcome: 'isolation-required'};

/**
 * Checks what somebody sent and keeps it: the one way into the inbox, for the
 * JSON API and the plain form alike. `sent` is parsed JSON, trusted in nothing.
 * Rejects with `StoreUnavailable` when it could not be kept.
 */
export async function acceptSubmission(_sent: unknown, _dependencies: Dependencies): Promise<Outcome> {
  throw new Error('not yet');
}
