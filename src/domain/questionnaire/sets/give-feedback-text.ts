import type {SetText} from '../../../contract/question-set.js';
import type {Words} from '../../../locale/words.js';
import {giveFeedbackOpening} from './give-feedback-opening.js';
import {giveFeedbackWords} from './give-feedback-words.js';

/** All words of `give-feedback`. */
export function giveFeedbackText(words: Words): SetText {
  const opening = giveFeedbackOpening(words);
  const rest = giveFeedbackWords(words);
  return {
    title: opening.title,
    pages: {...opening.pages, ...rest.pages},
    questions: {...opening.questions, ...rest.questions},
  };
}
