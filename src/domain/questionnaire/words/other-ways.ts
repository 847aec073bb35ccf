import type {Receiver} from '../../../contract/receiver.js';
import type {FormWords} from './form-words.js';

/** What the other ways to tell a receiver are called together: those that people ask for first stand in the name. */
export function otherWaysName({phone, bsl, post}: Receiver, words: FormWords): string {
  const listed = words.otherWaysListed;
  const named = [phone && listed.phone, bsl && listed.bsl, post && listed.post].filter(Boolean);
  return words.otherWays(named.join(', '));
}
