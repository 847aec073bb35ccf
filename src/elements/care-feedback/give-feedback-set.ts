import {giveFeedbackText} from '../../domain/questionnaire/sets/give-feedback-text.js';
import {giveFeedback} from '../../domain/questionnaire/sets/give-feedback.js';
import type {Questions} from './localised-questions.js';

/** The set `give-feedback` to its end. */
export const giveFeedbackWhole: Questions = {
  set: giveFeedback,
  spoken: (words) => ({lang: words.lang, text: giveFeedbackText(words)}),
};
