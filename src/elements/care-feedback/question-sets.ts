import {giveFeedbackFirstPages} from '../../questionnaire/sets/give-feedback-first-pages.js';
import {giveFeedbackOpening} from '../../questionnaire/sets/give-feedback-opening.js';
import type {Questions} from './questions.js';

/** The set with this id, or its first pages. @throws Unusable when there is none */
export async function questionsFor(id: string, endpoint: URL | undefined, signal: AbortSignal): Promise<Questions> {
  if (id === 'give-feedback') return giveFeedbackAtFirst;
  const {otherSet} = await import('./other-sets.js');
  return otherSet(id, endpoint, signal);
}

const giveFeedbackAtFirst: Questions = {
  set: {id: 'give-feedback', version: '', pages: giveFeedbackFirstPages},
  spoken: (words) => ({lang: words.lang, text: giveFeedbackOpening(words)}),
  whole: async () => (await import('./give-feedback.js')).giveFeedbackWhole,
};
