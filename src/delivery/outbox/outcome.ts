import type {Fault} from '../../contract/problem.js';
import type {Receipt} from '../../contract/receipt.js';

/**
 * What became of one attempt to send.
 *
 * - `received`: the endpoint has kept it; the receipt repeats our id.
 * - `accepted`: somebody said that they took it, without a receipt to show.
 * - `not-yet`: nobody knows; the same bytes may be sent again, after `retryAfterSeconds` where the endpoint asks for it, at most a day.
 * - `not-taken`: this body is refused however often it is sent. `faults` name what, as far as the endpoint told.
 * - `misconfigured`: the page or the endpoint needs mending; the body may be fine.
 *
 * `reason` is a sentence for the page's developer, without a word of what somebody wrote.
 */
export type DeliveryOutcome =
  | {kind: 'received'; receipt: Receipt}
  | {kind: 'accepted'}
  | {kind: 'not-yet'; reason: string; retryAfterSeconds?: number}
  | {kind: 'not-taken'; reason: string; faults: readonly Fault[]}
  | {kind: 'misconfigured'; reason: string};
