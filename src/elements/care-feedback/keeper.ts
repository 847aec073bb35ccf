import type {Outcome} from '../../delivery/outcome.js';
import type {Waiting} from '../../delivery/waiting.js';
import type {Letter} from './sending.js';

/** Something from an earlier visit, which its writer decides about. */
export interface Stuck {
  waiting: Waiting;
  became?: 'sending' | 'removed' | Outcome;
}

/** What keeps a form's letters until they have arrived. */
export interface Keeper {
  readonly stuck: readonly Stuck[];
  /** Keeps a letter, then sends it; the form says at every time what is true. */
  send(letter: Letter): Promise<void>;
  /** Tries at once to send what is kept. */
  again(): Promise<void>;
  sendStuck(stuck: Stuck): Promise<void>;
  /** Deletes it for good. */
  removeStuck(stuck: Stuck): Promise<void>;
}
