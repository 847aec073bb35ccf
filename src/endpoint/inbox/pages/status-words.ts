import {plural} from '../../../locale/plural.js';
import {str, type Words} from '../../../locale/words.js';

/** The words for how far the team has come with each submission. */
export function statusWords({lang, msg}: Words) {
  return {
    states: {
      unopened: msg('Unopened'),
      seen: msg('Seen'),
      handling: msg('Being handled'),
      closed: msg('Closed'),
    },
    unopened: (count: number, since: string) => msg(str`Not opened by anybody: ${count}. The oldest has waited since ${since}.`),
    openOldest: msg('Open the oldest of all'),
    next: msg('Next unopened'),
    nothingUnopened: msg('Nothing is unopened'),
    nothingUnopenedAdvice: msg('Somebody has opened everything that you may see.'),
    heading: msg('What the team has done'),
    nothingDone: msg('Nobody is known to have opened it.'),
    by: msg('By'),
    when: msg('When'),
    from: msg('From now on it is'),
    note: msg('Note for the team (optional)'),
    noteHint: (maximum: number) => plural(lang, maximum, {
      zero: msg(str`At most ${maximum.toLocaleString(lang)} characters. Whoever may read this feedback can read it; a service that sees what was written about it cannot. It is deleted together with the words that the person wrote.`, {id: 'note-at-most.zero'}),
      one: msg(str`At most ${maximum.toLocaleString(lang)} characters. Whoever may read this feedback can read it; a service that sees what was written about it cannot. It is deleted together with the words that the person wrote.`, {id: 'note-at-most.one'}),
      two: msg(str`At most ${maximum.toLocaleString(lang)} characters. Whoever may read this feedback can read it; a service that sees what was written about it cannot. It is deleted together with the words that the person wrote.`, {id: 'note-at-most.two'}),
      few: msg(str`At most ${maximum.toLocaleString(lang)} characters. Whoever may read this feedback can read it; a service that sees what was written about it cannot. It is deleted together with the words that the person wrote.`, {id: 'note-at-most.few'}),
      many: msg(str`At most ${maximum.toLocaleString(lang)} characters. Whoever may read this feedback can read it; a service that sees what was written about it cannot. It is deleted together with the words that the person wrote.`, {id: 'note-at-most.many'}),
      other: msg(str`At most ${maximum.toLocaleString(lang)} characters. Whoever may read this feedback can read it; a service that sees what was written about it cannot. It is deleted together with the words that the person wrote.`, {id: 'note-at-most.other'}),
    }),
    save: msg('Save'),
    changed: msg('Somebody changed this after you looked'),
    changedAdvice: msg('What you sent was not saved. These steps are new:'),
    decideAgain: msg('Look at your note again, and decide'),
    tooLong: (maximum: number, length: number) => plural(lang, maximum, {
      zero: msg(str`Write ${maximum.toLocaleString(lang)} characters or fewer in the note. It has ${length.toLocaleString(lang)}`, {id: 'note-too-long.zero'}),
      one: msg(str`Write ${maximum.toLocaleString(lang)} characters or fewer in the note. It has ${length.toLocaleString(lang)}`, {id: 'note-too-long.one'}),
      two: msg(str`Write ${maximum.toLocaleString(lang)} characters or fewer in the note. It has ${length.toLocaleString(lang)}`, {id: 'note-too-long.two'}),
      few: msg(str`Write ${maximum.toLocaleString(lang)} characters or fewer in the note. It has ${length.toLocaleString(lang)}`, {id: 'note-too-long.few'}),
      many: msg(str`Write ${maximum.toLocaleString(lang)} characters or fewer in the note. It has ${length.toLocaleString(lang)}`, {id: 'note-too-long.many'}),
      other: msg(str`Write ${maximum.toLocaleString(lang)} characters or fewer in the note. It has ${length.toLocaleString(lang)}`, {id: 'note-too-long.other'}),
    }),
    unavailable: msg('It could not be saved just now. Your note is still in the form: try again in a few minutes'),
    notRead: msg('This could not be read'),
    notReadAdvice: msg('Nothing was saved. Go back, and try again.'),
    farTooLong: msg('This is far too long for a note'),
    farTooLongAdvice: (maximum: number) => plural(lang, maximum, {
      zero: msg(str`Nothing was saved. Go back: your browser may still have what you wrote. A note has at most ${maximum.toLocaleString(lang)} characters.`, {id: 'note-far-too-long.zero'}),
      one: msg(str`Nothing was saved. Go back: your browser may still have what you wrote. A note has at most ${maximum.toLocaleString(lang)} characters.`, {id: 'note-far-too-long.one'}),
      two: msg(str`Nothing was saved. Go back: your browser may still have what you wrote. A note has at most ${maximum.toLocaleString(lang)} characters.`, {id: 'note-far-too-long.two'}),
      few: msg(str`Nothing was saved. Go back: your browser may still have what you wrote. A note has at most ${maximum.toLocaleString(lang)} characters.`, {id: 'note-far-too-long.few'}),
      many: msg(str`Nothing was saved. Go back: your browser may still have what you wrote. A note has at most ${maximum.toLocaleString(lang)} characters.`, {id: 'note-far-too-long.many'}),
      other: msg(str`Nothing was saved. Go back: your browser may still have what you wrote. A note has at most ${maximum.toLocaleString(lang)} characters.`, {id: 'note-far-too-long.other'}),
    }),
  };
}
export type StatusWords = ReturnType<typeof statusWords>;
