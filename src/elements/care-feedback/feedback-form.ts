import type {TemplateResult} from 'lit';
import type {Answer} from '../../contract/answers.js';
import {grouped} from '../../contract/code.js';
import {takesKeysOf} from '../../contract/contract-version.js';
import {now} from '../../delivery/clock.js';
import type {Words} from '../../locale/words.js';
import {isDelicate} from '../../questionnaire/delicate.js';
import {currentPage, isLast, startJourney, take, type Journey, type Step} from '../../questionnaire/journey.js';
import {withOfferedShares} from '../../questionnaire/offered-shares.js';
import type {TypedDate} from '../../questionnaire/written-dates.js';
import type {CodeKeeping, Delivery} from './delivery-state.js';
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

/** What the whole form leaves to others, so that it knows nothing of how it looks and how it is sent. */
interface Hands {
  draw: (form: FeedbackForm, words: Words) => TemplateResult;
  send: (form: FeedbackForm, language: string) => Promise<void>;
  /** Fetches what keeps letters, and lets `form` know; rejects where it does not come. */
  keep: (form: FeedbackForm) => Promise<Keeper>;
}

/** What somebody did on the first page. */
type Begun = Pick<FirstForm, 'answers' | 'startedAt' | 'attention'>;

/** Milliseconds from saying that it has arrived to moving the focus there. */
const timeToHear = 300;

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
  right = newRight();
  journey: Journey;
  /** In milliseconds since 1970. */
  startedAt: number | undefined;
  delivery: Delivery = {is: 'unsent'};
  /** What was last sent, or tried. */
  letter: Letter | undefined;
  attention: string | undefined;
  /** Grows with every change of place. */
  turn = 0;
  codeKeeping: CodeKeeping = 'no';
  /** Set once the page was left after Send: nothing that was told is here any more, nor the code. */
  left: {hadSeenCode: boolean} | undefined;
  #isLeftWhileSending = false;
  /** What somebody wanted copied: done, or shown to be copied by hand. */
  copy: {is: 'copied'} | {is: 'shown'; text: string} | undefined;
  /** The boxes of dates as typed, by question, which a date alone does not tell. */
  typedDates: Readonly<Record<string, TypedDate>> = {};
  picker: ServicePicker | undefined;
  /** What keeps letters until they have arrived, once that has come. */
  keeping: Keeper | undefined;
  /** Who can help, once that has come. */
  pointing: Pointing | undefined;
  /** Whether somebody wrote within the last second; what is only heard waits for them. */
  isTyping = false;
  readonly #hands: Hands;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isSettling = false;

  constructor(opening: Opening, questions: Questions, element: Around, hands: Hands) {
    this.opening = opening;
    this.questions = questions;
    this.element = element;
    this.#hands = hands;
    this.journey = this.#newJourney();
    void opening.directory.then((service) => this.#hear(service));
    // What waits from another visit is sent now, and what keeps letters must be here before a connection is lost.
    void this.fetchKeeping().catch(() => undefined);
  }

  #newJourney(): Journey {
    const {kinds, receiver, tag} = this.opening;
    // A set that cannot ask which service goes by what the tag says, known or not.
    const about = this.opening.about ?? (this.#canAskWhich ? undefined : aboutFrom(tag));
    return startJourney(withOfferedShares(this.questions.set, receiver.share), {answers: {}, about, kinds, aboutIsGiven: Boolean(about)});
  }

  get #canAskWhich(): boolean {
    return this.questions.set.pages.some((page) => page.questions.some(({kind}) => kind === 'service'));
  }

  fetchKeeping(): Promise<Keeper> {
    return this.#hands.keep(this);
  }

  /** Goes on from where somebody was before the whole form had come. */
  continueFrom({answers, startedAt, attention}: Begun): void {
    for (const [question, answer] of Object.entries(answers)) this.journey = take({do: 'answer', question, with: answer}, this.journey, checkedNow());
    this.startedAt = startedAt;
    this.attention = attention;
  }

  /** A new form in the place of this one: about another service, where the set can ask which. */
  startAnother(): void {
    if (this.#mustKeepCode) {
      this.codeKeeping = 'asked';
      return this.attend('#code');
    }
    const opening = this.#canAskWhich ? {...this.opening, about: undefined, kinds: undefined, directory: Promise.resolve(undefined)} : this.opening;
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
    return this.left || isAction || !takesKeysOf('1.1', receiver.contract) ? undefined : grouped(this.right);
  }

  get hasUnsaved(): boolean {
    const {delivery} = this;
    const isKept = (delivery.is === 'sending' || delivery.is === 'kept') && delivery.on === 'device';
    return (this.startedAt !== undefined && delivery.is !== 'received' && !isKept) || this.#mustKeepCode;
  }

  /** Whether the page shows a code that nobody has kept; it can be shown at no other time. */
  get #mustKeepCode(): boolean {
    const isKept = this.codeKeeping === 'copied' || this.codeKeeping === 'written';
    return this.#isSent && this.code !== undefined && !isKept;
  }

  get #isSent(): boolean {
    return this.delivery.is === 'received' || this.delivery.is === 'kept';
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
    this.startedAt ??= now();
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
    const picking = this.#pickingOn;
    if (picking && (await this.#asksWhich(picking))) return;
    const next = take({do: 'continue'}, this.journey, checkedNow());
    if (next.faults.length > 0) return this.#go(next, summary);
    if (isLast(this.journey)) return this.#hands.send(this, language);
    this.#go(next, heading);
  }

  /** What picks a service on the page where the person is, and the question that it is of. */
  get #pickingOn(): {picker: ServicePicker; question: string} | undefined {
    const question = currentPage(this.journey)?.questions.find(({kind}) => kind === 'service');
    return question && this.picker && {picker: this.picker, question: question.id};
  }

  /** Whether somebody typed what several services are called, and is shown these before they go on. */
  async #asksWhich({picker, question}: {picker: ServicePicker; question: string}): Promise<boolean> {
    if (this.#isSettling) return true;
    this.#isSettling = true;
    const {at} = this.journey;
    const position = await picker.settle().finally(() => (this.#isSettling = false));
    if (position !== undefined) this.attend(`#q-${question}-name-${position}`);
    return position !== undefined || this.journey.at !== at;
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
    // There is nothing left to change or to copy.
    this.delivery = this.left && delivery.is === 'failed' ? {is: 'kept', on: delivery.on ?? 'memory', isSlow: true} : delivery;
    this.copy = undefined;
    if (this.#isSent) this.turn += 1;
    if (this.#isSent && (this.left || this.#isLeftWhileSending)) this.#forget();
    this.#isLeftWhileSending = false;
    const attention = {unsent: undefined, sending: undefined, failed: summary, kept: heading, received: heading}[this.delivery.is];
    if (this.delivery.is !== 'received') return this.attend(attention);
    this.attend(undefined);
    // A move of the focus cuts off what is being said.
    setTimeout(() => this.attend(attention), timeToHear);
  }

  /**
   * Somebody leaves the page, and whoever presses Back on the same device may find it as it stood, code and all. So
   * what was sent is dropped, whether or not the code was kept: with it another could read, change and withdraw
   * everything, while its writer was asked before leaving. What is still written stays: it is nowhere else.
   */
  leave(): void {
    const {delivery} = this;
    if (delivery.is === 'sending') this.#isLeftWhileSending = true;
    if (delivery.is === 'sending' && delivery.on) return this.deliver({is: 'kept', on: delivery.on});
    if (!this.#isSent || this.left) return;
    this.#forget(true);
    this.turn += 1;
    this.element.redraw();
  }

  #forget(hadSeenCode = false): void {
    const {delivery} = this;
    const token = delivery.is === 'received' && delivery.receipt?.token;
    this.left ??= {hadSeenCode: hadSeenCode && Boolean(this.code ?? token)};
    if (delivery.is === 'received' && delivery.receipt) this.delivery = {...delivery, receipt: {...delivery.receipt, token: ''}};
    this.right = '';
    // Its id is still needed, to hear of its arrival.
    this.letter &&= {...this.letter, body: '', told: ''};
    this.journey = this.#newJourney();
    this.typedDates = {};
    this.picker = undefined;
    this.copy = undefined;
    this.codeKeeping = 'no';
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
  #hear(listed: Awaited<Opening['directory']>): void {
    const {about, tag} = this.opening;
    if (!listed || about?.kind !== 'service' || this.journey.told.about !== about || this.letter) return;
    if (listed === 'unknown') return this.#askAnew();
    this.journey = take({do: 'say-about', about: aboutFrom(tag, listed), kinds: listed.kinds}, this.journey, checkedNow());
    this.element.redraw();
  }

  /** The endpoint has no service of the tag's id, and said so only now. Who has begun is asked for it before they send. */
  #askAnew(): void {
    const about = aboutFrom(this.opening.tag, 'unknown');
    if (!this.#canAskWhich || about?.kind === 'service') return;
    const asking = about ? take({do: 'say-about', about}, this.journey, checkedNow()) : take({do: 'ask-about'}, this.journey, checkedNow());
    const isUntouched = !this.startedAt && this.journey.trail.length === 0;
    this.journey = isUntouched ? startJourney(asking.set, asking.told) : asking;
    if (isUntouched) this.turn += 1;
    this.element.redraw();
  }
}
