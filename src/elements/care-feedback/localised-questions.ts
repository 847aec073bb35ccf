import type {SetStructure, SetText} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';

/** A set as the form uses it. */
export interface Questions {
  set: SetStructure;
  spoken: (words: Words) => LocalisedText;
}

/** A set's words, and their language: a set of the endpoint's own may lack the page's. */
export interface LocalisedText {
  lang: string;
  text: SetText;
}
