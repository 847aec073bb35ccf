import type {Fault} from '../../contract/problem.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Dependencies} from '../dependencies.js';
import {validate, type ValidateDependencies} from './validate.js';
import {persist, type PersistDependencies} from './persist.js';
import type {Suspicion} from '../http/rate-limiter.js';

/** What became of a submission. Only `kept` is new; `repeated` has the receipt of the first time. */
export type AcceptOutcome =
  | {outcome: 'kept' | 'repeated'; receipt: Receipt}
  | {outcome: 'refused' | 'conflict'; faults: Fault[]}
  | {outcome: 'isolation-required'}
  | {outcome: 'too-many'; seconds: number};

/** What the way into the inbox needs. */
export type AcceptDependencies = ValidateDependencies & PersistDependencies & Pick<Dependencies, 'rateLimiter'>;

/** What is known of how it came, beside what was sent. */
export interface Arrival {
  /** The address that sent it, where one is known. Nothing keeps it. */
  from?: string | undefined;
  /** Why it may be no person's, where there is a reason. */
  suspicion?: Suspicion | undefined;
}

/** What the endpoint knows of somebody who wrote on its own pages. */
export interface OwnPages {
  /** By which they come back to it. */
  right: string;
  /** Whether they have proven to have sent what it replaces. */
  isReplacementProven: boolean;
}

/**
 * Checks what somebody sent and keeps it: the one way into the inbox, for the
 * JSON API and the plain form alike. `sent` is parsed JSON, trusted in nothing.
 * Rejects with `StoreUnavailable` when it could not be kept.
 */
export async function acceptSubmission(sent: unknown, dependencies: AcceptDependencies, arrival: Arrival & Partial<OwnPages> = {}): Promise<AcceptOutcome> {
  const examined = await validate(sent, dependencies);
  if (!examined.fits) return {outcome: 'refused', faults: examined.faults};
  const {submission, set, faults} = examined;
  if (!set || faults.length > 0) return {outcome: 'refused', faults};

  if (examined.isFromWrongPage) {
    // What was taken before the owner asked for the frame stays taken.
    const earlier = await dependencies.store.received(submission.id);
    if (!earlier) return {outcome: 'isolation-required'};
  }
  const seconds = dependencies.rateLimiter.waitToSend(arrival.from);
  if (seconds !== undefined) return {outcome: 'too-many', seconds};
  const {from, suspicion = dependencies.rateLimiter.patternIn(submission, from), right, isReplacementProven} = arrival;
  return persist(submission, {set, suspicion, right, isReplacementProven}, dependencies);
}
