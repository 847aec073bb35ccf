import {str, type Words} from '../../../locale/words.js';

/** The words with which the team erases something for good. */
export function eraseWords({msg}: Words) {
  return {
    erase: msg('Erase this for good'),
    sure: msg('Do you want to erase this for good?'),
    sureAdvice: msg('The answers, the free text, the contact details and your notes go, in every version you may see. That it came, and when, stays. There is no way back.'),
    dangerFirst: msg('If somebody may be in danger, act on that first: afterwards nothing of it can be read.'),
    versions: (count: string) => msg(str`Versions that are erased: ${count}.`),
    yesErase: msg('Yes, erase it'),
    noKeep: msg('No, keep it'),
    erased: msg('It is erased'),
    erasedAdvice: msg('The answers, the free text, the contact details and your notes are gone, in every version you may see. That it came, and when, stays.'),
    copies: msg('Where it may still be'),
    noCopies: msg('Since it arrived nobody has taken out an export. It may be in backups, and in what somebody has copied by hand or another program has fetched.'),
    copiesAdvice: msg('Delete it there too. It may also be in backups, and in what somebody has copied by hand or another program has fetched.'),
    takenOutBy: msg('by'),
    exportAt: (when: string, what: string) => msg(str`Export, ${when} (${what})`),
  };
}
