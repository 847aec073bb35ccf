import {sharedOnPage} from '../../../contract/page.js';

/**
 * What empties each of our elements on this page, whichever copy of us made it.
 * An element adds its own while it is connected, also where it shows no button:
 * somebody who leaves from one must not leave their answers in another.
 */
export function wipers(): Set<() => void> {
  return (sharedOnPage().wipers ??= new Set());
}
