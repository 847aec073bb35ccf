import {uuidV7} from '../../contract/uuid.js';
import type {Service} from '../../contract/service.js';
import {isLast, take, type Journey} from '../../questionnaire/journey.js';
import {withOfferedShares} from '../../questionnaire/offered-shares.js';
import {tell} from '../../questionnaire/places.js';
import {FeedbackForm, heading, summary, type Delivery} from './form.js';
import {aboutFrom} from './start.js';
import type {Questions} from './questions.js';

/** Makes a form whole: its id, and all of the questions that its receiver offers. */
export function complete(form: FeedbackForm, questions: Questions): void {
  form.id = newId();
  form.questions = questions;
  form.journey = {...form.journey, set: withOfferedShares(questions.set, form.opening.receiver.share)};
  void form.opening.directory.then((service) => hear(form, service));
}

// What the directory knows may come after the form has opened. A name that the
// page gives stays, as its readers know the service by it.
function hear(form: FeedbackForm, service: Service | undefined): void {
  const {about, tag} = form.opening;
  const {told} = form.journey;
  if (!service || about?.kind !== 'service' || told.about !== about || form.letter) return;
  form.journey = tell({about: aboutFrom(tag, service), kinds: service.kinds ?? []}, form.journey);
  form.element.redraw();
}

/** A new form in the place of one that was received: of another service, where the set can ask which. */
export function another({opening, element, turn}: FeedbackForm): void {
  const asksWhich = opening.questions.set.pages.some((page) => page.questions.some(({kind}) => kind === 'service'));
  const next = new FeedbackForm(asksWhich ? {...opening, about: undefined, kinds: undefined, directory: Promise.resolve(undefined)} : opening, element);
  next.turn = turn + 1;
  next.attention = heading;
  element.show(next);
  void next.loadRest();
}

/** A new submission's id. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What the checks need to know: the endpoint takes dates up to tomorrow by its clock, which is UTC. */
export function checkedNow(): {latestDate: string} {
  return {latestDate: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)};
}

/** Goes on from a page, or tells what is wrong with it. Returns whether it is now to be sent. */
export function goOn(form: FeedbackForm): boolean {
  const next = take({do: 'continue'}, form.journey, checkedNow());
  if (isLast(form.journey) && next.faults.length === 0) return true;
  go(form, next, next.faults.length > 0 ? summary : heading);
  return false;
}

/** To the page behind. */
export function back(form: FeedbackForm): void {
  if (form.delivery.is !== 'sending') go(form, take({do: 'back'}, form.journey, checkedNow()), heading);
}

/** From check-answers to the page of one question. */
export function change(form: FeedbackForm, page: string, attention = heading): void {
  if (form.delivery.is !== 'sending') go(form, take({do: 'change', page}, form.journey, checkedNow()), attention);
}

/** To a page that still has faults, with them. */
export function showFaultsOn(form: FeedbackForm, page: string): void {
  const changing = take({do: 'change', page}, form.journey, checkedNow());
  go(form, take({do: 'continue'}, changing, checkedNow()), summary);
}

// What was said about a sending that failed stays behind.
function go(form: FeedbackForm, journey: Journey, attention: string): void {
  if (journey.at !== form.journey.at && form.delivery.is === 'failed') form.delivery = {is: 'unsent'};
  form.moveTo(journey, attention);
}

const pauses = new WeakMap<FeedbackForm, ReturnType<typeof setTimeout>>();

/** Takes a text as it grows. */
export function write(form: FeedbackForm, question: string, text: string): void {
  form.isTyping = true;
  clearTimeout(pauses.get(form));
  pauses.set(form, setTimeout(() => {
    form.isTyping = false;
    form.element.redraw();
  }, 1000));
  form.answer(question, text);
}

/** Takes what has become of the letter. */
export function deliver(form: FeedbackForm, delivery: Delivery): void {
  form.delivery = delivery;
  form.copy = undefined;
  if (delivery.is === 'failed') return form.attend(summary);
  if (delivery.is !== 'received') return form.element.redraw();
  form.turn += 1;
  form.attend(heading);
}
