import type {QuestionSet, SetStructure, SetText} from '../../contract/question-set.js';
import {words, type Words} from '../../locale/words.js';
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

/** Every published version of the built-in sets with its words in `languages`, of each set its newest first. */
export function builtInVersions(languages: readonly string[] = ['en']): QuestionSet[] {
  return published.map((each) => withTexts(each, languages));
}

/** A built-in set in its newest version, or in `version`, with its words in `languages`; `undefined` where there is none. */
export function builtInSet(id: string, languages: readonly string[] = ['en'], version?: string): QuestionSet | undefined {
  const found = published.find(({structure}) => structure.id === id && (version === undefined || structure.version === version));
  return found && withTexts(found, languages);
}

function withTexts({structure, text}: Published, languages: readonly string[]): QuestionSet {
  const inEach = languages.map((language) => words(language)).map((spoken) => [spoken.lang, text(spoken)]);
  return {...structure, texts: Object.fromEntries(inEach)};
}
