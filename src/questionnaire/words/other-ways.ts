import type {Receiver} from '../../contract/receiver.js';
import type {FormWords} from './form-words.js';

/** What the other ways to tell a receiver are called together: those that people ask for first stand in the name. */
export function otherWaysName({phone, bsl, post}: Receiver, words: FormWords): string {
  const named = [phone && words.byPhone, bsl && words.byBsl, post && words.byPost].filter(Boolean);
  return words.otherWays(named.join(', '));
}
