import type {QuestionSet, SetStructure, SetText} from '../../contract/question-set.js';
import {words, type Words} from '../../locale/words.js';
import {giveFeedback} from './give-feedback.js';
import {giveFeedbackOpening} from './give-feedback-opening.js';
import {giveFeedbackWords} from './give-feedback-words.js';
import {quick} from './quick.js';
import {quickWords} from './quick-words.js';

const structures: readonly SetStructure[] = [giveFeedback, quick];

const texts: Readonly<Record<string, (words: Words) => SetText>> = {
  'give-feedback': wholeGiveFeedback,
  quick: quickWords,
};

/** The ids of the sets that need no file. */
export const builtInSets: readonly string[] = structures.map(({id}) => id);

/** A built-in set with its words in `languages`, or `undefined`. */
export function builtInSet(id: string, languages: readonly string[] = ['en']): QuestionSet | undefined {
  const structure = structures.find((set) => set.id === id);
  if (!structure) return undefined;
  const inEach = languages.map((language) => words(language)).map((spoken) => [spoken.lang, texts[id]!(spoken)]);
  return {...structure, texts: Object.fromEntries(inEach)};
}

function wholeGiveFeedback(spoken: Words): SetText {
  const opening = giveFeedbackOpening(spoken);
  const rest = giveFeedbackWords(spoken);
  return {
    title: opening.title,
    pages: {...opening.pages, ...rest.pages},
    questions: {...opening.questions, ...rest.questions},
  };
}
