import type {Service} from '../../contract/service.js';
import type {NamedService} from '../../contract/submission.js';
import {uuidV7} from '../../contract/uuid.js';
import type {Outcome} from '../../delivery/outcome.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Words} from '../../locale/words.js';
import type {DateParts} from '../../questionnaire/dates.js';
import {currentPage, isLast, startJourney, take, type Journey, type Step} from '../../questionnaire/journey.js';
import {withOfferedShares} from '../../questionnaire/offered-shares.js';
import {FeedbackStartedEvent} from './events.js';
import type {Attention} from './focusing.js';
import type {ServicePicker} from './questions/service-picker.js';
import type {Spoken} from './question-sets.js';
import type {Letter} from './sending.js';
import type {Opening} from './start.js';

/** What became of what was told. */
export type Delivery =
  | {is: 'unsent'}
  | {is: 'sending'}
  | {is: 'failed'; outcome: Exclude<Outcome, {kind: 'received' | 'accepted'}>}
  | {is: 'received'; receipt: Receipt | undefined};

/** What comes after the first page is drawn, as far as the form itself needs it. */
export interface Rest {
  /** Sends what stands in `form`; never rejects. */
  send(form: FeedbackForm, language: string): Promise<void>;
}

/** What a form asks of the element around it. */
export interface Around {
  redraw: () => void;
  fire: (event: Event) => void;
  fetchRest: () => Promise<Rest>;
  /** Opens a new form in the place of this one. */
  startAnother: () => void;
}

/**
 * One form from its first page to its receipt: the only place where what a
 * person does changes anything.
 */
export class FeedbackForm {
  readonly opening: Opening;
  readonly element: Around;
  journey: Journey;
  delivery: Delivery = {is: 'unsent'};
  /** What was last sent, or tried. */
  letter: Letter | undefined;
  startedAt: Date | undefined;
  /** The code for what comes after the opening; it loads while the person reads. */
  rest: Rest | undefined;
  /** Whether the person waits for that code, or was told that it has not come. */
  hold: 'none' | 'waiting' | 'given-up' = 'none';
  /** Where the focus goes once the page is drawn. */
  attention: Attention | undefined;
  copy: {is: 'not-asked'} | {is: 'copied'} | {is: 'shown'; text: string} = {is: 'not-asked'};
  /** The boxes of dates as typed, which a date alone does not tell. */
  readonly typedDates = new Map<string, DateParts>();
  picker: ServicePicker | undefined;
  /** Whether somebody wrote within the last second; what is only heard waits for them. */
  isTyping = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  readonly id = newId();
  #whole: ((words: Words) => Spoken) | undefined;
  #loading: Promise<void> | undefined;

  constructor(opening: Opening, element: Around) {
    this.opening = opening;
    this.element = element;
    const {about, receiver, questions} = opening;
    const set = withOfferedShares(questions.set, receiver.share);
    this.journey = startJourney(set, {answers: {}, about, aboutIsGiven: Boolean(about)});
    void opening.directory.then((service) => this.#hear(service));
  }

  /** Whether the code and the words for a place have come. */
  canShow(journey = this.journey): boolean {
    if (this.rest) return true;
    const here = currentPage(journey);
    if (!here || journey.faults.length > 0 || isLast(journey)) return false;
    const {opens} = this.opening.questions;
    return (!opens || opens.includes(here.page.id)) && here.questions.every(({kind}) => kind === 'choice' || kind === 'choices');
  }

  /** The set's words that are here by now. */
  spoken(words: Words): Spoken {
    return (this.#whole ?? this.opening.questions.opening)(words);
  }

  /** Whether leaving now would lose what somebody told. */
  get isUnsent(): boolean {
    return this.startedAt !== undefined && this.delivery.is !== 'received';
  }

  /** Takes what a person answered. */
  say(step: Step): void {
    if (!this.startedAt) {
      this.startedAt = new Date();
      this.element.fire(new FeedbackStartedEvent());
    }
    this.journey = take(step, this.journey, checkedNow());
    this.element.redraw();
  }

  /** Takes a text as it grows. */
  write(question: string, text: string): void {
    this.isTyping = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.isTyping = false;
      this.element.redraw();
    }, 1000);
    this.say({do: 'answer', question, with: text});
  }

  /** Continue, or Send on the last page, in the language that the person has read. */
  async goOn(language: string): Promise<void> {
    if (this.hold === 'waiting' || this.delivery.is === 'sending') return;
    const next = take({do: 'continue'}, this.journey, checkedNow());
    const sends = isLast(this.journey) && next.faults.length === 0;
    if ((sends || !this.canShow(next)) && !(await this.#holdForRest())) return;
    if (sends) return this.rest!.send(this, language);
    this.#moveTo(next, next.faults.length > 0 ? 'summary' : 'heading');
  }

  back(): void {
    if (this.delivery.is !== 'sending') this.#moveTo(take({do: 'back'}, this.journey, checkedNow()), 'heading');
  }

  /** From check-answers to the page of one question. */
  change(page: string, attention: Attention = 'heading'): void {
    if (this.delivery.is !== 'sending') this.#moveTo(take({do: 'change', page}, this.journey, checkedNow()), attention);
  }

  /** Shows the first page that still has faults, with them. */
  showFaultsOn(page: string): void {
    const changing = take({do: 'change', page}, this.journey, checkedNow());
    this.#moveTo(take({do: 'continue'}, changing, checkedNow()), 'summary');
  }

  /** What has become of the letter. */
  deliver(delivery: Delivery): void {
    this.delivery = delivery;
    this.copy = {is: 'not-asked'};
    if (delivery.is === 'failed') this.attend('summary');
    else if (delivery.is === 'received') this.attend('heading');
    else this.element.redraw();
  }

  attend(attention: Attention): void {
    this.attention = attention;
    this.element.redraw();
  }

  /** Fetches what comes after the opening. Never rejects; a later call tries again. */
  loadRest(): Promise<void> {
    this.#loading ??= Promise.all([this.element.fetchRest(), this.opening.questions.whole?.()])
      .then(([rest, whole]) => {
        this.rest = rest;
        this.#whole = whole;
        this.element.redraw();
      })
      .catch(() => {
        this.#loading = undefined;
      });
    return this.#loading;
  }

  async #holdForRest(): Promise<boolean> {
    if (this.rest) return true;
    this.hold = 'waiting';
    this.element.redraw();
    await this.loadRest();
    this.hold = this.rest ? 'none' : 'given-up';
    if (!this.rest) this.attend('summary');
    return this.rest !== undefined;
  }

  #moveTo(journey: Journey, attention: Attention): void {
    const isElsewhere = journey.at !== this.journey.at;
    this.journey = journey;
    if (isElsewhere && this.delivery.is === 'failed') this.delivery = {is: 'unsent'};
    this.attend(attention);
  }

  // What the directory knows may come after the form has opened. A name that
  // the page gives stays, as its readers know the service by it.
  #hear(service: Service | undefined): void {
    const {about} = this.opening;
    if (!service || about?.kind !== 'service' || this.journey.told.about !== about || this.letter) return;
    const {id, name} = about.services[0]!;
    const named: NamedService = name === id ? {id, name: service.name, ...(service.town && {town: service.town})} : {id, name};
    this.journey = take({do: 'say-about', about: {kind: 'service', services: [named]}, kinds: service.kinds}, this.journey, checkedNow());
    this.element.redraw();
  }
}

/** A new submission's id. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What the checks need to know: the endpoint takes dates up to tomorrow by its clock, which is UTC. */
export function checkedNow(): {latestDate: string} {
  return {latestDate: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)};
}
