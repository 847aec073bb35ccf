import {pointer, type Fault} from '../../contract/problem.js';
import type {SetStructure} from '../../contract/question-set.js';
import type {Submission} from '../../contract/submission.js';
import {answerFault, type CheckedAt, type QuestionFault} from './check.js';
import {fillsAnswers, visiblePages} from './visible-pages.js';
import type {DraftResponse} from './draft-response.js';

/**
 * Whether a submission's answers fit its question set: known, reached by the
 * journey, of the right kind, and nothing needed left out. `about`, `share` and
 * `contact` are the schema's to check.
 *
 * @param at.kinds what the services of `about` do; `undefined` where the
 *   directory does not know them, and then nobody is refused for it.
 * @returns one fault per answer, empty when all is well.
 */
export function checkSubmission(
  submission: Submission,
  set: SetStructure,
  at: CheckedAt & {kinds: readonly string[] | undefined},
): Fault[] {
  const draft: DraftResponse = {answers: submission.answers, about: submission.about, kinds: at.kinds};
  const reached = visiblePages(set, draft);
  const asked = reached.pages.flatMap((page) => page.questions).filter(fillsAnswers);
  return [...strayFaults(submission, set, asked.map((question) => question.id)), ...asked.flatMap((question) => {
    const fault = answerFault(question, reached.draft, at);
    return fault ? [{pointer: pointer(['answers', question.id]), detail: detailOf(fault)}] : [];
  })];
}

function strayFaults(submission: Submission, set: SetStructure, asked: readonly string[]): Fault[] {
  const known = set.pages.flatMap((page) => page.questions).filter(fillsAnswers).map((question) => question.id);
  return Object.keys(submission.answers).filter((id) => !asked.includes(id)).map((id) => ({
    pointer: pointer(['answers', id]),
    detail: known.includes(id)
      ? 'is on a page that the other answers do not lead to: leave it out'
      : `is not a question of the set ${set.id} version ${set.version}`,
  }));
}

function detailOf(fault: QuestionFault): string {
  switch (fault.kind) {
    case 'required': return 'is needed and was left out';
    case 'not-a-choice': return 'is not among the choices, or stands twice';
    case 'not-a-date': return 'is not a date as YYYY, YYYY-MM or YYYY-MM-DD, nor a word the question takes';
    case 'too-late': return 'is later than tomorrow';
    case 'unkeepable': return 'holds a character that cannot be kept: U+0000, another control character or half of a surrogate pair';
    case 'wrong-type': return 'is of the wrong type: a list where one value is asked for, or the reverse';
    case 'too-long': return `is longer than ${fault.maxLength} characters`;
    default: return 'cannot be taken';
  }
}
