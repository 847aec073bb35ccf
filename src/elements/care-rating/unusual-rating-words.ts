import {dateInWords} from '../../locale/dates-in-words.js';
import {str, type Words} from '../../locale/words.js';
import {cqcSite} from '../shared/rating-mark/mark-words.js';

/** What only few ratings are told with, in one language. */
export function rareWords({msg, lang}: Words) {
  return {
    last: msg('Last overall rating from the Care Quality Commission (CQC)'),
    undated: msg('CQC’s record gives no date for it.'),
    checked: (day: string) => msg(str`Checked ${dateInWords(day, lang)}. See ${cqcSite} for the latest.`),
    closed: (name: string, day?: string) => (day ? msg(str`${name} closed on ${dateInWords(day, lang)}.`) : msg(str`${name} has closed.`)),
    moved: (name: string, day?: string) => (day ? msg(str`${name} moved on ${dateInWords(day, lang)}.`) : msg(str`${name} has moved.`)),
    successor: msg('Now registered as'),
    inherited: (from?: string) => (from ? msg(str`${from} ran this service then.`) : msg('Someone else ran this service then.')),
    pending: (day: string) => msg(str`CQC visited on ${dateInWords(day, lang)} and has not yet published what it found.`),
    parts: msg('Parts that are rated apart'),
    locations: msg('Its locations'),
    isClosed: msg('(closed)'),
    isMoved: msg('(moved)'),
  };
}
