import type {QuestionSet, SetStructure, SetText} from '../../contract/question-set.js';
import {words, type Words} from '../../locale/words.js';
import {giveFeedback} from './give-feedback.js';
import {giveFeedbackText} from './give-feedback-text.js';
import {quick} from './quick.js';
import {quickWords} from './quick-words.js';

const structures: readonly SetStructure[] = [giveFeedback, quick];

const texts: Readonly<Record<string, (words: Words) => SetText>> = {
  'give-feedback': giveFeedbackText,
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
