import type {QuestionSet, SetStructure, SetText} from '../../contract/question-set.js';
import {fetchQuestionSet} from '../../delivery/asking.js';
import {Unusable} from '../../delivery/unusable.js';
import type {Words} from '../../locale/words.js';
import {giveFeedbackOpening} from '../../questionnaire/sets/give-feedback-opening.js';
import {giveFeedback} from '../../questionnaire/sets/give-feedback.js';

/** A set as the form uses it: its words may come in two parts. */
export interface Questions {
  set: SetStructure;
  /** The words that are here at once, and the language that they are in. */
  opening: (words: Words) => Spoken;
  /** The pages whose words are in the opening, where it is not all. */
  opens?: readonly string[];
  /** Fetches the function for all the words, where the opening is not all. */
  whole?: () => Promise<(words: Words) => Spoken>;
}

/** A set's words, and their language: a set of the endpoint's own may lack the page's. */
export interface Spoken {
  lang: string;
  text: SetText;
}

/** The set with this id. @throws Unusable when there is none */
export async function questionsFor(id: string, endpoint: URL | undefined, signal: AbortSignal): Promise<Questions> {
  if (id === giveFeedback.id) {
    const opens = ['about-this-form', 'service', 'relationship'];
    return {set: giveFeedback, opening: (words) => ({lang: words.lang, text: giveFeedbackOpening(words)}), opens, whole: wholeGiveFeedback};
  }
  if (id === 'quick') {
    const [{quick}, {quickWords}] = await Promise.all([import('../../questionnaire/sets/quick.js'), import('../../questionnaire/sets/quick-words.js')]);
    return {set: quick, opening: (words) => ({lang: words.lang, text: quickWords(words)})};
  }
  if (!endpoint) throw new Unusable(`There is no question set ${JSON.stringify(id)} without an endpoint. Use give-feedback or quick.`);
  const set = await fetchQuestionSet(endpoint, id, signal);
  return {set, opening: ({lang}) => nearestText(set.texts, lang)};
}

async function wholeGiveFeedback(): Promise<(words: Words) => Spoken> {
  const {giveFeedbackWords} = await import('../../questionnaire/sets/give-feedback-words.js');
  return (words) => {
    const opening = giveFeedbackOpening(words);
    const rest = giveFeedbackWords(words);
    return {
      lang: words.lang,
      text: {title: opening.title, pages: {...opening.pages, ...rest.pages}, questions: {...opening.questions, ...rest.questions}},
    };
  };
}

function nearestText(texts: QuestionSet['texts'], wanted: string): Spoken {
  const [first] = Object.keys(texts);
  const lang = [wanted, wanted.split('-')[0]!, 'en'].find((tag) => tag in texts) ?? first!;
  return {lang, text: texts[lang]!};
}
