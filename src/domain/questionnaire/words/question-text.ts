import type {QuestionText, SetText} from '../../../contract/question-set.js';
import {truthOf} from '../conditions.js';
import type {DraftResponse} from '../draft-response.js';

/**
 * The words of a question for what was told: the first version whose condition
 * holds wins, and what it leaves out stays.
 */
export function versionFor(text: QuestionText, draft: DraftResponse): QuestionText {
  const version = text.versions?.find(({when}) => truthOf(when, draft) === true);
  return {...text, ...(version?.label && {label: version.label}), ...(version?.hint && {hint: version.hint})};
}

/** A question's words for what was told; one without words is called by its id. */
export function questionText(text: SetText, question: string, draft: DraftResponse): QuestionText {
  const given = Object.hasOwn(text.questions, question) ? text.questions[question] : undefined;
  return versionFor(given ?? {label: question}, draft);
}
