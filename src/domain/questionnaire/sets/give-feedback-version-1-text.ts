import type {QuestionText, SetText} from '../../../contract/question-set.js';
import type {Words} from '../../../locale/words.js';
import {giveFeedbackText} from './give-feedback-text.js';
import {giveFeedbackVersion1} from './give-feedback-version-1.js';

/** The words with which version 1 of `give-feedback` is read: those of the version that is asked now, for what both have. */
export function giveFeedbackVersion1Text(words: Words): SetText {
  const {msg} = words;
  const now = giveFeedbackText(words);
  const toldOthers = now.questions['told-others']!;
  const own: Readonly<Record<string, QuestionText>> = {
    contact: {label: msg('May we contact you?')},
    'told-others': {...toldOthers, choices: {...toldOthers.choices, unsure: {label: msg('I am not sure')}}},
  };
  const asked = giveFeedbackVersion1.pages.flatMap(({questions}) => questions.map(({id}) => id));
  return {
    title: now.title,
    pages: {
      'about-this-form': {title: now.title},
      protection: now.pages['protection']!,
    },
    questions: Object.fromEntries(asked.map((id) => [id, own[id] ?? now.questions[id]!])),
  };
}
