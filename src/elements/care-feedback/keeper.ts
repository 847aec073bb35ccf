import type {TemplateResult} from 'lit';
import type {Words} from '../../locale/words.js';
import type {Letter} from './sending.js';

/** What an earlier visit left, and is not sent by itself any more: its writer decides about each. */
export interface StuckLetters {
  draw(words: Words): TemplateResult[];
}

/** What keeps a form's letters until they have arrived. */
export interface Keeper {
  /** Where there are any. */
  readonly stuck: StuckLetters | undefined;
  /** Keeps a letter, then sends it; the form says at every time what is true. */
  send(letter: Letter): Promise<void>;
  /** Tries at once to send what is kept. */
  again(): Promise<void>;
}
