import {giveFeedbackOpening} from '../../questionnaire/sets/give-feedback-opening.js';
import {giveFeedbackWords} from '../../questionnaire/sets/give-feedback-words.js';
import {giveFeedback} from '../../questionnaire/sets/give-feedback.js';
import type {Questions} from './questions.js';

/** The set `give-feedback` to its end. */
export const giveFeedbackWhole: Questions = {
  set: giveFeedback,
  spoken: (words) => {
    const opening = giveFeedbackOpening(words);
    const rest = giveFeedbackWords(words);
    const text = {title: opening.title, pages: {...opening.pages, ...rest.pages}, questions: {...opening.questions, ...rest.questions}};
    return {lang: words.lang, text};
  },
};
