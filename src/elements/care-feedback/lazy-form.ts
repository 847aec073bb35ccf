import {helpCatalogue} from '../../locale/generated/help.js';
import {QuickExit} from '../shared/quick-exit/quick-exit.js';
import type {FirstForm} from './first-form.js';
import {FormController} from './form-controller.js';
import type {Form, FormHost} from './form-host.js';
import {giveFeedbackWhole} from './give-feedback-set.js';
import {lastPage} from './last-page.js';
import {lazyStyles} from './lazy-form-styles.js';
import {usable, type StartedForm} from './start-form.js';

// What the first page does without; it loads while the person reads that page.
export const styles = lazyStyles;

// The words of those to whom the form points, and of the panel.
export {helpCatalogue};

// Which answers call for it is known with the whole form.
export {QuickExit};

// Little is lost where the first page alone cannot be rendered.
export {lastPage};

/** The whole form in the place of the first one, with what somebody has told and where they are. */
export function takeOver(first: FirstForm, host: FormHost): Form {
  return new FormController(first.opening, giveFeedbackWhole, host).resume(first);
}

/** A form of any set but `give-feedback`. Rejects with `CannotStart` where there is none. */
export async function openOther(opening: StartedForm, host: FormHost, signal: AbortSignal): Promise<Form> {
  const {otherSet} = await import('./other-sets.js');
  const questions = await usable(otherSet(opening.tag.questionSet ?? '', opening.endpoint, signal), 'question-set');
  return new FormController(opening, questions, host);
}
