import {str} from '../../../locale/words.js';
import type {Words} from '../../../locale/words.js';
import {neutralSite} from '../../../domain/signposting/neutral-site.js';

/** What is said about leaving quickly. */
export function quickExitWords({msg}: Words) {
  return {
    leave: msg('Leave this page'),
    what: msg(str`This takes you to ${neutralSite.name} and clears your answers from this page. This page stays in your browser’s history.`),
    byKey: msg('Pressing Shift three times does the same.'),
    /** To be heard once, when it is first offered. */
    offered: msg('To leave this page at once, press “Leave this page”, or press Shift three times.'),
    /** By how many presses of Shift are still missing. */
    more: {
      2: msg('Press Shift two more times to leave this page.'),
      1: msg('Press Shift once more to leave this page.'),
    } as Readonly<Record<number, string>>,
  };
}
