import type {QuestionSet} from '../../contract/question-set.js';
import {fetchQuestionSet} from '../../delivery/client/fetch-question-set.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';
import {quickWords} from '../../domain/questionnaire/sets/quick-words.js';
import {quick} from '../../domain/questionnaire/sets/quick.js';
import type {Questions, LocalisedText} from './localised-questions.js';

/** Any set but `give-feedback`. @throws InvalidResponseError when there is none with this id */
export async function otherSet(id: string, endpoint: URL | undefined, signal: AbortSignal): Promise<Questions> {
  if (id === quick.id) return {set: quick, spoken: (words) => ({lang: words.lang, text: quickWords(words)})};
  if (!endpoint) throw new InvalidResponseError(`There is no question set “${id}” without an endpoint. Use give-feedback or quick.`);
  const set = await fetchQuestionSet(endpoint, id, signal);
  return {set, spoken: ({lang}) => nearestText(set.texts, lang)};
}

function nearestText(texts: QuestionSet['texts'], wanted: string): LocalisedText {
  const [first] = Object.keys(texts);
  const lang = [wanted, wanted.split('-')[0]!, 'en'].find((tag) => tag in texts) ?? first!;
  return {lang, text: texts[lang]!};
}
