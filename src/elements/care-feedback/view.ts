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
import type {Spoken} from './question-sets.js';
import type {FeedbackForm, Rest} from './form.js';

/** What is drawn after the opening. It comes later, so that the first page comes sooner. */
export interface Later extends Rest {
  /** A question of any kind but choices. */
  field(asked: Asked): unknown;
  /** What to tell a person about a fault. */
  faultText(fault: QuestionFault, view: View): string;
  /** What went wrong on this page. */
  problems(view: View): unknown;
  checkPage(view: View): unknown;
  /** The privacy notices, and Send. */
  sendPart(view: View): unknown;
  receiptPage(view: View): unknown;
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
  return {later, form, words, around: formWords(words), spoken: form.spoken(words), blanks, told};
}

/** Whether people would know what it is about: not where only the id of a service is known. */
export function isNamed(about: About | undefined): boolean {
  return about?.kind !== 'service' || about.services.every(({id, name}) => id !== name);
}

/** The id of a question's control, or of one part of it. */
export function controlId(question: string, part?: string): string {
  return part ? `q-${question}-${part}` : `q-${question}`;
}

/** The fault in one part of a question. */
export function faultIn({view, question}: Asked, part: string): QuestionFault | undefined {
  return view.form.journey.faults.find((fault) => fault.question === question.id && fault.part === part);
}
