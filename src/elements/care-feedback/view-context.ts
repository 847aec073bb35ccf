import type {QuestionText} from '../../contract/question-set.js';
import type {Receiver} from '../../contract/receiver.js';
import type {About} from '../../contract/submission.js';
import type {Words} from '../../locale/words.js';
import {placeholdersFor} from '../../domain/questionnaire/words/placeholder-values.js';
import type {Placeholders} from '../../domain/questionnaire/words/placeholders.js';
import {formWords, type FormWords} from '../../domain/questionnaire/words/form-words.js';
import {firstWays} from '../../domain/signposting/first-ways.js';

/** What everything that is rendered needs, in one language. */
export interface ViewContext {
  receiver: Receiver;
  words: Words;
  formWords: FormWords;
  placeholders: Placeholders;
}

/** One question as it is rendered. */
export interface QuestionView {
  context: ViewContext;
  /** Of the control or group; the ids of parts begin with it. */
  id: string;
  text: QuestionText;
  /** With its blanks filled, and "(optional)" where it is. */
  label: string;
  /** Whether the question is its page's heading. */
  isHeading: boolean;
  /** What is wrong with the answer, in words. */
  error?: string | undefined;
}

export function viewContext(receiver: Receiver, about: About | undefined, words: Words): ViewContext {
  return {receiver, words, formWords: formWords(words), placeholders: placeholdersFor(receiver, isNamed(about) ? about : undefined, firstWays, words)};
}

/** Whether people would know what it is about: not where only the id of a service is known. */
export function isNamed(about: About | undefined): boolean {
  return about?.kind !== 'service' || about.services.every(({id, name}) => id !== name);
}
