import type {CSSResult} from 'lit';
import type {Question, QuestionText} from '../../contract/question-set.js';
import type {About} from '../../contract/submission.js';
import type {Words} from '../../locale/words.js';
import type {QuestionFault} from '../../questionnaire/check.js';
import {reach} from '../../questionnaire/reach.js';
import type {Told} from '../../questionnaire/told.js';
import {blanksFor} from '../../questionnaire/words/blanks.js';
import type {Blanks} from '../../questionnaire/words/fill.js';
import {formWords, type FormWords} from '../../questionnaire/words/form-words.js';
import {wayTo} from '../../signposting/first-help.js';
import type {FeedbackForm, Rest} from './form.js';
import type {Spoken} from './questions.js';

/** What is drawn after the opening. It comes later, so that the first page comes sooner. */
export interface Later extends Rest {
  styles: CSSResult[];
  /** Whatever is to be seen at the place where a person is. */
  content(view: View): unknown;
  /** What is wrong with an answer, to stand at its control. */
  errorMessage(view: View, id: string, fault: QuestionFault | undefined): unknown;
}

/** A form in one language, as its parts are drawn from it. */
export interface View {
  later: Later | undefined;
  form: FeedbackForm;
  words: Words;
  around: FormWords;
  spoken: Spoken;
  blanks: Blanks;
  /** What was told, without answers to questions that do not apply. */
  told: Told;
}

/** One question as it is drawn. */
export interface Asked {
  view: View;
  question: Question;
  text: QuestionText;
  /** With its blanks filled, and "(optional)" where it is. */
  label: string;
  /** Whether the question is its page's heading. */
  isHeading: boolean;
  /** Of the control or group; parts are named after it. */
  id: string;
  fault: QuestionFault | undefined;
}

/** How `form` is drawn in one language. */
export function viewOf(form: FeedbackForm, words: Words, later: Later | undefined): View {
  const {told} = reach(form.journey.set, form.journey.told);
  const help = {emergency: wayTo('999', 'phone'), police: wayTo('police-101', 'phone'), advice: wayTo('protect', 'web')};
  const blanks = blanksFor(form.opening.receiver, isNamed(told.about) ? told.about : undefined, help, words);
  return {later, form, words, around: formWords(words), spoken: form.questions.spoken(words), blanks, told};
}

/** Whether people would know what it is about: not where only the id of a service is known. */
export function isNamed(about: About | undefined): boolean {
  return about?.kind !== 'service' || about.services.every(({id, name}) => id !== name);
}
