import type {Question} from '../../contract/question-set.js';
import type {Words} from '../../locale/words.js';
import type {QuestionFault} from '../../questionnaire/check.js';
import {reach} from '../../questionnaire/reach.js';
import type {Told} from '../../questionnaire/told.js';
import {faultWords} from '../../questionnaire/words/fault-words.js';
import type {FeedbackForm} from './feedback-form.js';
import type {Spoken} from './questions.js';
import {sceneOf, type Drawn, type Scene} from './scene.js';

/** A form in one language, as its parts are drawn from it. */
export interface View extends Scene {
  form: FeedbackForm;
  spoken: Spoken;
  /** What was told, without answers to questions that do not apply. */
  told: Told;
}

/** One question of a form as it is drawn. */
export interface Asked extends Drawn {
  scene: View;
  question: Question;
}

/** How `form` is drawn in one language. */
export function viewOf(form: FeedbackForm, words: Words): View {
  const {told} = reach(form.journey.set, form.journey.told);
  return {...sceneOf(form.opening.receiver, told.about, words), form, spoken: form.questions.spoken(words), told};
}

/** What to tell a person about a fault. */
export function faultText(fault: QuestionFault, {spoken, words}: View): string {
  return faultWords(fault, spoken.text.questions[fault.question], words);
}
