import type {Question} from '../../contract/question-set.js';
import type {QuestionFault} from '../../domain/questionnaire/check.js';
import type {FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import type {FocusTarget, SessionStep} from '../../domain/questionnaire/form-session/session-steps.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {faultWords} from '../../domain/questionnaire/words/fault-words.js';
import type {FormSignposts} from './form-signposts.js';
import type {ServicePicker} from './questions/service-picker.js';
import type {LocalisedText} from './localised-questions.js';
import type {StartedForm} from './start-form.js';
import type {TypingPause} from './typing-pause.js';
import type {UndeliveredList} from './undelivered.js';
import type {QuestionView, ViewContext} from './view-context.js';

/** A form in one language, as its parts are rendered from it; what somebody does goes back as a step. */
export interface RenderContext extends ViewContext {
  opening: StartedForm;
  session: FormSession;
  spoken: LocalisedText;
  /** What was told, without answers to questions that do not apply. */
  draft: DraftResponse;
  /** In which somebody may name a month: the page's and the browser's, whatever language the form is in. */
  languages: () => readonly string[];
  picker: ServicePicker;
  typing: TypingPause;
  /** Who can help, once that has come. */
  signposts: FormSignposts | undefined;
  /** What an earlier visit left, where it did. */
  undelivered: UndeliveredList | undefined;
  step: (step: SessionStep) => void;
  focus: (on: FocusTarget) => void;
  startAnother: () => void;
  /** The same as of now: a tool may fill in and press before anything is rendered again. */
  current: () => RenderContext;
}

/** One question of a form as it is rendered. */
export interface QuestionContext extends QuestionView {
  context: RenderContext;
  question: Question;
}

/** What to tell a person about a fault. */
export function faultText(fault: QuestionFault, {spoken, words}: Pick<RenderContext, 'spoken' | 'words'>): string {
  return faultWords(fault, spoken.text.questions[fault.question], words);
}
