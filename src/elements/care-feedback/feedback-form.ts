import type {TemplateResult} from 'lit';
import type {Answer} from '../../contract/answers.js';
import {grouped} from '../../contract/code.js';
import {takesKeysOf} from '../../contract/contract-version.js';
import type {Receipt} from '../../contract/receipt.js';
import type {Service} from '../../contract/service.js';
import type {Kept} from '../../delivery/outbox.js';
import type {Outcome} from '../../delivery/outcome.js';
import type {Words} from '../../locale/words.js';
import type {DateParts} from '../../questionnaire/dates.js';
import {isDelicate} from '../../questionnaire/delicate.js';
import {isLast, startJourney, take, type Journey, type Step} from '../../questionnaire/journey.js';
import {withOfferedShares} from '../../questionnaire/offered-shares.js';
import {FeedbackStartedEvent} from './events.js';
import type {FirstForm} from './first-form.js';
import {heading, type Around, type Form} from './form.js';
import type {Keeper} from './keeper.js';
import {checkedNow, newId, newRight} from './moment.js';
import type {Pointing} from './pointing.js';
import type {Questions} from './questions.js';
import type {ServicePicker} from './questions/service-picker.js';
import type {Letter} from './sending.js';
import {aboutFrom, type Opening} from './start.js';

/** What became of what was told. */
export type Delivery =
  | {is: 'unsent'}
  | {is: 'sending'; on?: Kept}
  | {is: 'failed'; outcome: Extract<Outcome, {kind: 'not-yet' | 'not-taken'}>; on?: Kept}
  | {is: 'kept'; on: Kept; isTrying?: boolean; isSlow?: boolean}
  | {is: 'received'; receipt: Receipt | undefined};

/** What somebody did with their code: nothing yet, nothing though they were asked, tried to copy it where that is not allowed, or kept it. */
export type CodeKeeping = 'no' | 'asked' | 'refused' | 'copied' | 'written';

/** What the whole form leaves to others, so that it knows nothing of how it looks and how it is sent. */
interface Hands {
  draw: (form: FeedbackForm, words: Words) => TemplateResult;
  send: (form: FeedbackForm, language: string) => Promise<void>;
  /** Fetches what keeps letters, and lets `form` know; rejects where it does not come. */
  keep: (form: FeedbackForm) => Promise<Keeper>;
}

/** What somebody did on the first pages. */
type Begun = Pick<FirstForm, 'relationship' | 'isAsking' | 'startedAt' | 'turn' | 'attention'>;

/** The selector of what tells what went wrong. */
const summary = '.error-summary';

/** A form to its receipt: what was told, where the person is, and what became of it. Only here does what a person does change anything. */
export class FeedbackForm implements Form {
  readonly opening: Opening;
  readonly questions: Questions;
  readonly element: Around;
  /** The submission's id. */
  readonly id = newId();
  /** Kept nowhere but here, and in what is sent, where the receiver takes it. All versions of one form have the same. */
  readonly right = newRight();
  journey: Journey;
  startedAt: Date | undefined;
  delivery: Delivery = {is: 'unsent'};
  /** What was last sent, or tried. */
  letter: Letter | undefined;
  attention: string | undefined;
  /** Grows with every change of place. */
  turn = 0;
  codeKeeping: CodeKeeping = 'no';
  /** What somebody wanted copied: done, or shown to be copied by hand. */
  copy: {is: 'copied'} | {is: 'shown'; text: string} | undefined;
  /** The boxes of dates as typed, by question, which a date alone does not tell. */
  typedDates: Readonly<Record<string, DateParts>> = {};
  picker: ServicePicker | undefined;
  /** What keeps letters until they have arrived, once that has come. */
  keeping: Keeper | undefined;
  /** Who can help, once that has come. */
  pointing: Pointing | undefined;
  /** Whether somebody wrote within the last second; what is only heard waits for them. */
  isTyping = false;
  readonly #hands: Hands;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(opening: Opening, questions: Questions, element: Around, hands: Hands) {
    const {about, kinds, receiver, directory} = opening;
    this.opening = opening;
    this.questions = questions;
    this.element = element;
    this.#hands = hands;
    this.journey = startJourney(withOfferedShares(questions.set, receiver.share), {answers: {}, about, kinds, aboutIsGiven: Boolean(about)});
    void directory.then((service) => this.#hear(service));
    // What waits from another visit is sent now, and what keeps letters must be here before a connection is lost.
    void this.fetchKeeping().catch(() => undefined);
  }

  fetchKeeping(): Promise<Keeper> {
    return this.#hands.keep(this);
  }

  /** Goes on from where somebody was before the whole form had come. */
  continueFrom({relationship, isAsking, startedAt, turn, attention}: Begun): void {
    if (relationship) this.journey = take({do: 'answer', question: 'relationship', with: relationship}, this.journey, checkedNow());
    if (isAsking) this.journey = take({do: 'continue'}, this.journey, checkedNow());
    this.startedAt = startedAt;
    this.turn = turn;
    this.attention = attention;
  }

  /** A new form in the place of this one: about another service, where the set can ask which. */
  startAnother(): void {
    if (this.#mustKeepCode) {
      this.codeKeeping = 'asked';
      return this.attend('#code');
    }
    const asksWhich = this.questions.set.pages.some((page) => page.questions.some(({kind}) => kind === 'service'));
    const opening = asksWhich ? {...this.opening, about: undefined, kinds: undefined, directory: Promise.resolve(undefined)} : this.opening;
    const next = new FeedbackForm(opening, this.questions, this.element, this.#hands);
    next.pointing = this.pointing;
    next.turn = this.turn + 1;
    next.attention = heading;
    this.element.show(next);
  }

  draw(words: Words): TemplateResult {
    return this.#hands.draw(this, words);
  }

  /** The code that opens what was sent, as people read it; none where the receiver knows no rights. */
  get code(): string | undefined {
    const {isAction, receiver} = this.opening;
    return isAction || !takesKeysOf('1.1', receiver.contract) ? undefined : grouped(this.right);
  }

  get hasUnsaved(): boolean {
    const {delivery} = this;
    const isKept = (delivery.is === 'sending' || delivery.is === 'kept') && delivery.on === 'device';
    return (this.startedAt !== undefined && delivery.is !== 'received' && !isKept) || this.#mustKeepCode;
  }

  /** Whether the receipt shows a code that nobody has kept; it can be shown at no other time. */
  get #mustKeepCode(): boolean {
    const isKept = this.codeKeeping === 'copied' || this.codeKeeping === 'written';
    return this.delivery.is === 'received' && this.code !== undefined && !isKept;
  }

  /** Takes what somebody did with their code. */
  keepCode(keeping: CodeKeeping): void {
    this.codeKeeping = keeping;
    this.element.redraw();
  }

  get isDelicate(): boolean {
    return isDelicate(this.journey.told);
  }

  /** Takes what a person told. */
  say(step: Step): void {
    if (!this.startedAt) this.element.fire(new FeedbackStartedEvent());
    this.startedAt ??= new Date();
    this.journey = take(step, this.journey, checkedNow());
    this.element.redraw();
  }

  answer(question: string, given: Answer | undefined): void {
    this.say({do: 'answer', question, with: given});
  }

  /** Takes a text as it grows. */
  write(question: string, text: string): void {
    this.isTyping = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.isTyping = false;
      this.element.redraw();
    }, 1000);
    this.answer(question, text);
  }

  async goOn(language: string): Promise<void> {
    if (this.delivery.is === 'sending') return;
    const next = take({do: 'continue'}, this.journey, checkedNow());
    if (next.faults.length > 0) return this.#go(next, summary);
    if (isLast(this.journey)) return this.#hands.send(this, language);
    this.#go(next, heading);
  }

  back(): void {
    this.#go(take({do: 'back'}, this.journey, checkedNow()), heading);
  }

  /** From check-answers to the page of one question. */
  change(page: string, attention = heading): void {
    this.#go(take({do: 'change', page}, this.journey, checkedNow()), attention);
  }

  /** To a page that still has faults, with them. */
  showFaultsOn(page: string): void {
    const changing = take({do: 'change', page}, this.journey, checkedNow());
    this.#go(take({do: 'continue'}, changing, checkedNow()), summary);
  }

  /** Takes what has become of the letter. */
  deliver(delivery: Delivery): void {
    this.delivery = delivery;
    this.copy = undefined;
    if (delivery.is === 'received' || delivery.is === 'kept') this.turn += 1;
    this.attend({unsent: undefined, sending: undefined, failed: summary, kept: heading, received: heading}[delivery.is]);
  }

  /** From what waits back to the answers, to change them. */
  reconsider(): void {
    this.turn += 1;
    this.delivery = {is: 'unsent'};
    this.attend(heading);
  }

  /** Draws the form, and moves the focus where a selector is given. */
  attend(attention: string | undefined): void {
    this.attention = attention;
    this.element.redraw();
  }

  #go(journey: Journey, attention: string): void {
    if (this.delivery.is === 'sending') return;
    if (journey.at !== this.journey.at) {
      this.turn += 1;
      // What was said about a sending that failed stays behind.
      this.delivery = {is: 'unsent'};
    }
    this.journey = journey;
    this.attend(attention);
  }

  // What the directory knows may come after the form has opened. A name that
  // the page gives stays, as its readers know the service by it.
  #hear(service: Service | undefined): void {
    const {about, tag} = this.opening;
    if (!service || about?.kind !== 'service' || this.journey.told.about !== about || this.letter) return;
    this.journey = take({do: 'say-about', about: aboutFrom(tag, service), kinds: service.kinds}, this.journey, checkedNow());
    this.element.redraw();
  }
}
