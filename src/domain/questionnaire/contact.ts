import type {Question} from '../../contract/question-set.js';
import type {Contact} from '../../contract/submission.js';
import type {DraftResponse} from './draft-response.js';

/** What of somebody's contact details is ticked, in the order in which it is asked. */
export const contactLists = {
  for: ['questions', 'news'],
  formats: ['large-print', 'easy-read', 'braille', 'bsl', 'interpreter', 'relay'],
} as const satisfies {[List in 'for' | 'formats']: readonly NonNullable<Contact[List]>[number][]};

/** Whether a question for contact details asks for them at once: another has asked whether somebody wants to be reached. */
export function asksForDetails({kind, required}: Question): boolean {
  return kind === 'contact' && required === true;
}

/** Whether somebody who is asked this question wants to be reached. */
export function wantsContact(question: Question, {contact}: DraftResponse): boolean {
  return asksForDetails(question) || contact?.wanted === true;
}
