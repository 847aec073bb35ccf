import {draw} from './drawing.js';
import {Leaving} from '../leaving/leaving.js';
import {FeedbackForm} from './feedback-form.js';
import type {FirstForm} from './first-form.js';
import type {Around, Form} from './form.js';
import {giveFeedbackWhole} from './give-feedback.js';
import type {Keeper} from './keeper.js';
import {Keeping} from './keeping.js';
import {lastPage} from './last-page.js';
import {laterStyles} from './later-styles.js';
import {send} from './posting.js';
import {usable, type Opening} from './start.js';

// What the first page does without; it loads while the person reads that page.
export const styles = laterStyles;

// Which answers call for it is known with the whole form.
export {Leaving};

// Little is lost where the first page alone cannot be rendered.
export {lastPage};

const hands = {draw, send, keep};

async function keep(form: FeedbackForm): Promise<Keeper> {
  const {endpoint, sendTo, isAction} = form.opening;
  const {outboxFor} = await import('../../delivery/on-this-page.js');
  return (form.keeping ??= new Keeping(form, outboxFor({address: isAction || !endpoint ? sendTo : endpoint, isAction})));
}

/** Asks for those who can help, whatever anybody will answer; a form without them still works. */
function point(form: FeedbackForm, element: Around): FeedbackForm {
  const {endpoint, isAction} = form.opening;
  const pointed = import('./pointing.js').then(({Pointing}) => {
    form.pointing = new Pointing(isAction ? undefined : endpoint, element.redraw);
    element.wear(Pointing.styles);
    element.redraw();
  });
  void pointed.catch(() => undefined);
  return form;
}

/** The whole form in the place of the first one, with what somebody has told and where they are. */
export function takeOver(first: FirstForm, element: Around): Form {
  const form = new FeedbackForm(first.opening, giveFeedbackWhole, element, hands);
  form.continueFrom(first);
  return point(form, element);
}

/** A form of any set but `give-feedback`. Rejects with `CannotStart` where there is none. */
export async function openOther(opening: Opening, element: Around, signal: AbortSignal): Promise<Form> {
  const {otherSet} = await import('./other-sets.js');
  const questions = await usable(otherSet(opening.tag.questionSet ?? '', opening.endpoint, signal), 'question-set');
  return point(new FeedbackForm(opening, questions, element, hands), element);
}
