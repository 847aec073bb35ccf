import type {Answer} from '../../contract/answers.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Outcome} from '../../delivery/outcome.js';
import type {DateParts} from '../../questionnaire/dates.js';
import {answer, currentPage, moveOn, startJourney, tell, type Journey} from '../../questionnaire/places.js';
import type {Told} from '../../questionnaire/told.js';
import {FeedbackStartedEvent} from './events.js';
import type {Questions} from './questions.js';
import type {ServicePicker} from './questions/service-picker.js';
import type {Letter} from './sending.js';
import type {Opening} from './start.js';

/** What became of what was told. */
export type Delivery =
  | {is: 'unsent'}
  | {is: 'sending'}
  | {is: 'failed'; outcome: Exclude<Outcome, {kind: 'received' | 'accepted'}>}
  | {is: 'received'; receipt: Receipt | undefined};

/** What a person can do only once the code for it has come. */
export interface Rest {
  /** Makes the form whole: its id, and all of the questions that its receiver offers. */
  complete(form: FeedbackForm, questions: Questions): void;
  /** Continue, or Send on the last page, in the language that the person has read. */
  goOn(form: FeedbackForm, language: string): Promise<void>;
  back(form: FeedbackForm): void;
}

/** What a form asks of the element around it. */
export interface Around {
  redraw: () => void;
  fire: (event: Event) => void;
  fetchRest: () => Promise<Rest>;
  /** Puts another form into the place of this one. */
  show: (form: FeedbackForm) => void;
}

/** Where the focus goes by itself: selectors of a page's heading, and of what tells what went wrong. */
export const heading = '.title';
export const summary = '.error-summary';

/** One form from its first page to its receipt: what was told, where the person is, and what became of it. */
export class FeedbackForm {
  readonly opening: Opening;
  readonly element: Around;
  /** The submission's id. */
  id = '';
  /** The set and its words, as far as they have come. */
  questions: Questions;
  journey: Journey;
  delivery: Delivery = {is: 'unsent'};
  /** What was last sent, or tried. */
  letter: Letter | undefined;
  startedAt: Date | undefined;
  rest: Rest | undefined;
  /** Whether the person waits for the rest of the code, or was told that it has not come. */
  hold: 'none' | 'waiting' | 'given-up' = 'none';
  /** What gets the focus once the page is drawn, as a selector. */
  attention: string | undefined;
  /** Grows with every change of place. */
  turn = 0;
  /** What somebody wanted copied: done, or shown to be copied by hand. */
  copy: {is: 'copied'} | {is: 'shown'; text: string} | undefined;
  /** The boxes of dates as typed, by question, which a date alone does not tell. */
  typedDates: Readonly<Record<string, DateParts>> | undefined;
  picker: ServicePicker | undefined;
  /** Whether somebody wrote within the last second; what is only heard waits for them. */
  isTyping: boolean | undefined;
  #loading: Promise<void> | undefined;

  constructor(opening: Opening, element: Around) {
    const {about, kinds, questions} = opening;
    this.opening = opening;
    this.element = element;
    this.questions = questions;
    this.journey = startJourney(questions.set, {answers: {}, about, kinds, aboutIsGiven: Boolean(about)});
  }

  /** Whether the code and the words for a place have come. */
  canShow(journey: Journey): boolean {
    if (this.rest) return true;
    // Whether a page is the last of its set is for the rest to say; a page of an opening never is.
    return this.questions.whole !== undefined && Boolean(currentPage(journey)?.questions.every(({kind}) => kind === 'choice'));
  }

  /** Whether leaving now would lose what somebody told. */
  get isUnsent(): boolean {
    return this.startedAt !== undefined && this.delivery.is !== 'received';
  }

  /** Takes the answer to one question. */
  answer(question: string, given: Answer | undefined): void {
    this.#take(answer(question, given, this.journey));
  }

  /** Takes what a person told beside answers. */
  tell(more: Partial<Told>): void {
    this.#take(tell(more, this.journey));
  }

  async goOn(language: string): Promise<void> {
    const next = moveOn(this.journey);
    const informs = currentPage(this.journey)?.questions.length === 0;
    if (!this.rest && informs && this.canShow(next)) return this.moveTo(next, heading);
    if (await this.#holdForRest()) await this.rest?.goOn(this, language);
  }

  async back(): Promise<void> {
    if (await this.#holdForRest()) this.rest?.back(this);
  }

  /** Shows a place. */
  moveTo(journey: Journey, attention: string): void {
    if (journey.at !== this.journey.at) this.turn += 1;
    this.journey = journey;
    this.attend(attention);
  }

  /** Draws the form, and moves the focus. */
  attend(attention: string): void {
    this.attention = attention;
    this.element.redraw();
  }

  /** Fetches what comes after the opening. Never rejects; a later call tries again. */
  loadRest(): Promise<void> {
    this.#loading ??= Promise.all([this.element.fetchRest(), this.questions.whole?.() ?? this.questions])
      .then(([rest, questions]) => {
        this.rest = rest;
        rest.complete(this, questions);
        this.element.redraw();
      })
      .catch(() => {
        this.#loading = undefined;
      });
    return this.#loading;
  }

  async #holdForRest(): Promise<boolean> {
    if (!this.rest && this.hold !== 'waiting') {
      this.hold = 'waiting';
      this.element.redraw();
      await this.loadRest();
      this.hold = this.rest ? 'none' : 'given-up';
      this.element.redraw();
    }
    return this.rest !== undefined;
  }

  #take(journey: Journey): void {
    if (!this.startedAt) {
      this.startedAt = new Date();
      this.element.fire(new FeedbackStartedEvent());
    }
    this.journey = journey;
    this.element.redraw();
  }
}
