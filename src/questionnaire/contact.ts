import type {Question} from '../contract/question-set.js';
import type {Told} from './told.js';

/** Whether a question for contact details asks for them at once: another has asked whether somebody wants to be reached. */
export function asksForDetails({kind, required}: Question): boolean {
  return kind === 'contact' && required === true;
}

/** Whether somebody who is asked this question wants to be reached. */
export function wantsContact(question: Question, {contact}: Told): boolean {
  return asksForDetails(question) || contact?.wanted === true;
}
