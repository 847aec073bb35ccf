import type {QuestionFault} from '../../questionnaire/check.js';
import {faultWords} from '../../questionnaire/words/fault-words.js';
import type {View} from './view.js';

/** What to tell a person about a fault. */
export function faultText(fault: QuestionFault, {spoken, words}: View): string {
  return faultWords(fault, spoken.text.questions[fault.question], words);
}
