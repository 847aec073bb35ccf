import type {Question} from '../../contract/question-set.js';

/** Answers which may point at whoever gave them, or say whom else they told, by their questions' ids. No service sees them. */
const questions: readonly string[] = ['also-staff', 'told-others', 'under-18', 'may-contact', 'safe-reply'];

/** Whether the service that somebody wrote about goes without the answer to this, wherever it stands. */
export function isKeptFromService({id, kind}: Pick<Question, 'id'> & Partial<Pick<Question, 'kind'>>): boolean {
  return kind === 'share' || kind === 'contact' || questions.includes(id);
}
