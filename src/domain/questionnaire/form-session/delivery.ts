import type {Fault} from '../../../contract/problem.js';
import type {Receipt} from '../../../contract/receipt.js';

/** Where a submission is safe until it has arrived: on this device, or only while the page stays open. */
export type SafeOn = 'device' | 'memory';

/** What became of what was told. */
export type Delivery =
  | {is: 'unsent'}
  | {is: 'sending'; on?: SafeOn}
  /** `faults` of a refusal, as far as it names any; absent where it could not even be tried. */
  | {is: 'failed'; faults?: readonly Fault[]; on?: SafeOn}
  | {is: 'kept'; on: SafeOn; isTrying?: boolean; isSlow?: boolean}
  /** Without a receipt where whoever took it gives none. */
  | {is: 'received'; receipt?: Receipt};

/** What became of one attempt to send. */
export type Attempted =
  | {kind: 'received'; receipt: Receipt}
  | {kind: 'accepted' | 'not-yet' | 'misconfigured'}
  | {kind: 'not-taken'; faults: readonly Fault[]};

/**
 * A submission as it goes: from the first Send these bytes are frozen, so that
 * the endpoint knows every copy of them as one.
 */
export interface FrozenSubmission {
  id: string;
  /** JSON; empty once the page was left. */
  body: string;
  /** What somebody told in it, to see later whether they changed anything. */
  content: string;
  /** Whether it was told that it lies on the device. */
  isAnnounced?: boolean;
}

/** Whether there is nothing left to do for the person but to wait, or to keep a receipt. */
export function isSent({is}: Delivery): boolean {
  return is === 'received' || is === 'kept';
}
