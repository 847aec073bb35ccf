import type {Receipt} from '../../contract/receipt.js';
import type {Kept} from '../../delivery/outbox.js';
import type {Outcome} from '../../delivery/outcome.js';

/** What became of what was told. */
export type Delivery =
  | {is: 'unsent'}
  | {is: 'sending'; on?: Kept}
  | {is: 'failed'; outcome: Extract<Outcome, {kind: 'not-yet' | 'not-taken'}>; on?: Kept}
  | {is: 'kept'; on: Kept; isTrying?: boolean; isSlow?: boolean}
  | {is: 'received'; receipt: Receipt | undefined};

/** What somebody did with their code: nothing yet, nothing though they were asked, tried to copy it where that is not allowed, or kept it. */
export type CodeKeeping = 'no' | 'asked' | 'refused' | 'copied' | 'written';
