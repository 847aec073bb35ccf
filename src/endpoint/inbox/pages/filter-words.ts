import {str, type Words} from '../../../locale/words.js';
import {statusWords} from './status-words.js';

/** The words with which the team picks from the inbox and finds one by its reference. */
export function filterWords(words: Words) {
  const {msg} = words;
  return {
    pick: msg('Show only some'),
    service: msg('Service'),
    serviceHint: msg('Its CQC number or its ODS code.'),
    place: msg('Area'),
    placeHint: msg('The name of a council’s area.'),
    state: msg('How far we are'),
    states: statusWords(words).states,
    from: msg('Received on this day or later'),
    to: msg('Received on this day or earlier'),
    dayHint: msg('Year, month and day, such as 2026-11-22.'),
    share: msg('May be shared with'),
    shares: {
      regulator: msg('The regulator'),
      local: msg('Local organisations'),
      service: msg('The service'),
    },
    partnerHint: msg('Exactly as it stands in what we received.'),
    languageHint: msg('Its code, such as en or pa.'),
    any: msg('Any'),
    show: msg('Show these'),
    showAll: msg('Show all'),
    holds: msg('You see only what fits all of this'),
    part: (name: string, value: string) => msg(str`${name}: ${value}`),
    remove: msg('Remove'),
    removePart: (part: string) => msg(str`Remove ${part}`),
    fitting: (count: string) => msg(str`In all, each version counted: ${count}.`),
    moreFit: (count: string) => msg(str`In all, each version counted: more than ${count}.`),
    nothingFits: msg('Nothing fits all of this.'),
    faults: {
      service: msg('Enter the service’s CQC number or its ODS code'),
      place: msg('Enter the name of an area'),
      urgency: msg('Choose one urgency of the list, or any'),
      state: msg('Choose one of the list, or any'),
      from: msg('Enter the first day with year, month and day, such as 2026-11-22'),
      to: msg('Enter the last day with year, month and day, such as 2026-11-22'),
      share: msg('Choose whom of the list it may be shared with, or any'),
      partner: msg('Enter whom it came through, in at most 100 characters'),
      language: msg('Enter the code of a language, such as en or pa'),
    },
    wrongOrder: msg('The last day must be the first day or later'),
    closed: msg('You cannot pick by what you do not see'),
    find: msg('Find by reference'),
    reference: msg('Reference'),
    referenceHint: msg('As it stands on the receipt: 16 letters and figures, such as K7MQ-4TRD-9X2P-H6WC.'),
    findIt: msg('Find it'),
    noReference: msg('Enter a reference of 16 letters and figures'),
    nothingHasIt: msg('Nothing that you may see has this reference'),
  };
}
export type FilterWords = ReturnType<typeof filterWords>;
