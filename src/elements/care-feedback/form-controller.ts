import type {TemplateResult} from 'lit';
import {takesKeysOf} from '../../contract/contract-version.js';
import type {Words} from '../../locale/words.js';
import {needsQuickExit} from '../../domain/questionnaire/needs-quick-exit.js';
import {hasUnsaved} from '../../domain/questionnaire/form-session/code-keeping.js';
import {asksWhichService, startSession, type FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import type {FocusTarget, SessionEffect, SessionStep} from '../../domain/questionnaire/form-session/session-steps.js';
import {takeStep} from '../../domain/questionnaire/form-session/take-step.js';
import {currentPage, isLast} from '../../domain/questionnaire/journey.js';
import {withOfferedShares} from '../../domain/questionnaire/offered-shares.js';
import {visiblePages} from '../../domain/questionnaire/visible-pages.js';
import {DeliveryController} from './delivery-controller.js';
import {FeedbackKeptEvent, FeedbackReceivedEvent, FeedbackRefusedEvent, FeedbackStartedEvent} from './events.js';
import type {FirstForm} from './first-form.js';
import {focusSelector} from './focus-selector.js';
import type {Form, FormHost} from './form-host.js';
import type {FormSignposts} from './form-signposts.js';
import {newId, newRight, sessionContext} from './client-time.js';
import {ServicePicker} from './questions/service-picker.js';
import type {Questions} from './localised-questions.js';
import type {RenderContext} from './render-context.js';
import {render} from './render.js';
import {aboutFromAttributes, type StartedForm} from './start-form.js';
import {submissionDetails} from './submission-details.js';
import {fittingAbout} from './tag-texts.js';
import {TypingPause} from './typing-pause.js';
import {viewContext} from './view-context.js';

/** Milliseconds from saying that it has arrived to moving the focus there. */
const timeToHear = 300;

const events = {started: FeedbackStartedEvent, kept: FeedbackKeptEvent, received: FeedbackReceivedEvent, refused: FeedbackRefusedEvent};

/** A form to its receipt: holds its session, takes every step, and does what follows from it. */
export class FormController implements Form {
  readonly #opening: StartedForm;
  readonly #questions: Questions;
  readonly #host: FormHost;
  readonly #typing: TypingPause;
  #session: FormSession;
  #picker: ServicePicker;
  #delivery: DeliveryController | undefined;
  #signposts: FormSignposts | undefined;
  /** What is to have the focus once it is rendered. */
  #focusOn: FocusTarget | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSettling = false;

  constructor(opening: StartedForm, questions: Questions, host: FormHost) {
    const {receiver, kinds, tag} = opening;
    const set = withOfferedShares(questions.set, receiver.share);
    // A set that cannot ask which service goes by what the tag says, known or not.
    const about = opening.about ?? (asksWhichService(set) ? undefined : aboutFromAttributes(tag));
    this.#opening = opening;
    this.#questions = questions;
    this.#host = host;
    this.#typing = new TypingPause(() => host.requestUpdate());
    this.#session = startSession({id: newId(), right: this.#newRight(), given: {about: about && fittingAbout(about), kinds}, set});
    this.#picker = this.#newPicker();
    void opening.directory.then((listed) => this.#hear(listed));
    // What waits from another visit is sent now, and what keeps submissions must be here before a connection is lost.
    void this.#fetchDelivery().catch(() => undefined);
    void this.#fetchSignposts().catch(() => undefined);
  }

  /** Goes on from where somebody was before the whole form had come. */
  resume({answers, startedAt}: Pick<FirstForm, 'answers' | 'startedAt'>): this {
    this.#step({do: 'resume', answers, startedAt});
    return this;
  }

  get hasUnsaved(): boolean {
    return hasUnsaved(this.#session);
  }

  get needsQuickExit(): boolean {
    return needsQuickExit(this.#session.journey.draft);
  }

  render(words: Words): TemplateResult {
    // On every page, so that what is asked for tells nobody what was answered.
    void this.#signposts?.learn(this.#host.language());
    return render(this.#context(words), {form: this, host: this.#host});
  }

  takeFocus(): string | undefined {
    const target = this.#focusOn;
    this.#focusOn = undefined;
    return target && focusSelector(target);
  }

  async submitPage(language: string): Promise<void> {
    const {journey, delivery} = this.#session;
    if (delivery.is === 'sending') return;
    const question = currentPage(journey)?.questions.find(({kind}) => kind === 'service');
    if (question && (await this.#asksWhich(question.id))) return;
    this.#step(isLast(this.#session.journey) ? {do: 'send', details: submissionDetails(this.#opening, language), nextId: newId()} : {do: 'continue'});
  }

  leave(): void {
    this.#step({do: 'leave'});
  }

  readonly #step = (step: SessionStep): void => {
    const [session, effects] = takeStep(step, this.#session, sessionContext());
    this.#session = session;
    for (const effect of effects) this.#perform(effect);
    this.#host.requestUpdate();
  };

  #perform(effect: SessionEffect): void {
    switch (effect.do) {
      case 'focus': return this.#focus(effect.on, effect.isHeard);
      case 'fire': return this.#host.dispatchEvent(new events[effect.event]());
      case 'submit': return void this.#submit(effect.submission);
      case 'retry': return void this.#delivery?.retry(effect.id);
      case 'forget': this.#picker = this.#newPicker();
    }
  }

  #focus(on: FocusTarget, isHeard = false): void {
    clearTimeout(this.#timer);
    this.#focusOn = isHeard ? undefined : on;
    if (isHeard) this.#timer = setTimeout(() => this.#focus(on), timeToHear);
    this.#host.requestUpdate();
  }

  async #submit(submission: {id: string; body: string}): Promise<void> {
    const delivery = await this.#fetchDelivery().catch(() => undefined);
    if (delivery) await delivery.submit(submission);
    else this.#step({do: 'fail', id: submission.id});
  }

  /** Rejects where it does not come. */
  async #fetchDelivery(): Promise<DeliveryController> {
    if (this.#delivery) return this.#delivery;
    const {endpoint, sendTo, isAction} = this.#opening;
    const {outboxFor} = await import('../../delivery/outbox/page-outbox.js');
    const outbox = outboxFor({address: isAction || !endpoint ? sendTo : endpoint, isAction});
    return (this.#delivery ??= new DeliveryController({outbox, opening: this.#opening, host: this.#host, step: this.#step}));
  }

  /** Asks for those who can help, whatever anybody will answer; a form without them still works. */
  async #fetchSignposts(): Promise<void> {
    const {endpoint, isAction} = this.#opening;
    const {FormSignposts} = await import('./form-signposts.js');
    this.#signposts = new FormSignposts(isAction ? undefined : endpoint, () => this.#host.requestUpdate());
    this.#host.wear(FormSignposts.styles);
    this.#host.requestUpdate();
  }

  #startAnother(): void {
    this.#step({do: 'start-another', id: newId(), right: this.#newRight()});
    this.#delivery?.look();
  }

  /** Whether somebody typed what several services are called, and is shown these before they go on. */
  async #asksWhich(question: string): Promise<boolean> {
    if (this.#isSettling) return true;
    const {at} = this.#session.journey;
    this.#isSettling = true;
    const position = await this.#picker.settle().finally(() => (this.#isSettling = false));
    if (position !== undefined) this.#focus({question, part: `name-${position}`});
    return position !== undefined || this.#session.journey.at !== at;
  }

  // What the directory knows may come after the form has opened. A name that
  // the page gives stays, as its readers know the service by it.
  #hear(listed: Awaited<StartedForm['directory']>): void {
    const about = listed && aboutFromAttributes(this.#opening.tag, listed);
    if (listed === 'unknown') this.#step({do: 'miss-service', about});
    else if (listed && about) this.#step({do: 'find-service', about: fittingAbout(about), kinds: listed.kinds});
  }

  #newPicker(): ServicePicker {
    return new ServicePicker({
      endpoint: this.#opening.endpoint,
      say: (about, kinds) => this.#step({do: 'say-about', about, kinds}),
      requestUpdate: () => this.#host.requestUpdate(),
    });
  }

  #newRight(): string | undefined {
    const {isAction, receiver} = this.#opening;
    return isAction || !takesKeysOf('1.1', receiver.contract) ? undefined : newRight();
  }

  #context(words: Words): RenderContext {
    const {draft} = visiblePages(this.#session.journey.set, this.#session.journey.draft);
    return {
      ...viewContext(this.#opening.receiver, draft.about, words),
      opening: this.#opening,
      session: this.#session,
      spoken: this.#questions.spoken(words),
      draft,
      languages: () => [this.#host.language(), ...navigator.languages],
      picker: this.#picker,
      typing: this.#typing,
      signposts: this.#signposts,
      undelivered: this.#delivery?.undelivered,
      step: this.#step,
      focus: (on) => this.#focus(on),
      startAnother: () => this.#startAnother(),
      current: () => this.#context(words),
    };
  }
}
