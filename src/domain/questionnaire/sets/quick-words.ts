import type {SetText} from '../../../contract/question-set.js';
import type {Words} from '../../../locale/words.js';
import {riskText, serviceText} from './shared-words.js';
import {whatItIs} from './what-it-is.js';

/** The words of `quick`. Its first question is close to the NHS Friends and Family Test and is not that test: never call it so. */
export function quickWords(words: Words): SetText {
  const {msg} = words;
  return {
    title: msg('How was the care?'),
    pages: {quick: {title: msg('How was the care?'), body: whatItIs(words)}},
    questions: {
      service: serviceText(words),
      overall: {
        label: msg('Overall, how was it?'),
        choices: {
          'very-good': {label: msg('Very good')},
          good: {label: msg('Good')},
          neither: {label: msg('Neither good nor poor')},
          poor: {label: msg('Poor')},
          'very-poor': {label: msg('Very poor')},
          'dont-know': {label: msg('I do not know')},
        },
        required: msg('Choose how the care was'),
      },
      risk: riskText(words),
      comment: {
        label: msg('What would you like to tell us?'),
        hint: msg('One sentence is enough.\nYou can speak instead: phone {phone}.'),
      },
    },
  };
}
