import type {QuestionSet, SetStructure, SetText} from '../../../contract/question-set.js';
import {sourceWords, type Words} from '../../../locale/words.js';
import {giveFeedback} from './give-feedback.js';
import {giveFeedbackText} from './give-feedback-text.js';
import {giveFeedbackVersion1} from './give-feedback-version-1.js';
import {giveFeedbackVersion1Text} from './give-feedback-version-1-text.js';
import {quick} from './quick.js';
import {quickWords} from './quick-words.js';

interface Published {
  structure: SetStructure;
  text: (words: Words) => SetText;
}

// Of each set its newest version first; every version that was ever published stays.
const published: readonly Published[] = [
  {structure: giveFeedback, text: giveFeedbackText},
  {structure: giveFeedbackVersion1, text: giveFeedbackVersion1Text},
  {structure: quick, text: quickWords},
];

/** The ids of the sets that need no file. */
export const builtInSets: readonly string[] = [...new Set(published.map(({structure}) => structure.id))];

/** Every published version of the built-in sets in these words, of each set its newest first. */
export function builtInVersions(words: readonly Words[] = [sourceWords]): QuestionSet[] {
  return published.map((each) => withTexts(each, words));
}

/** A built-in set in its newest version, or in `version`, in these words; `undefined` where there is none. */
export function builtInSet(id: string, words: readonly Words[] = [sourceWords], version?: string): QuestionSet | undefined {
  const found = published.find(({structure}) => structure.id === id && (version === undefined || structure.version === version));
  return found && withTexts(found, words);
}

function withTexts({structure, text}: Published, words: readonly Words[]): QuestionSet {
  return {...structure, texts: Object.fromEntries(words.map((words) => [words.lang, text(words)]))};
}
