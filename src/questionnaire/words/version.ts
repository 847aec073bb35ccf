import type {QuestionText} from '../../contract/question-set.js';
import {truthOf} from '../conditions.js';
import type {Told} from '../told.js';

/**
 * The words of a question for what was told: the first version whose condition
 * holds wins, and what it leaves out stays.
 */
export function versionFor(text: QuestionText, told: Told): QuestionText {
  const version = text.versions?.find(({when}) => truthOf(when, told) === true);
  return {...text, ...(version?.label && {label: version.label}), ...(version?.hint && {hint: version.hint})};
}
