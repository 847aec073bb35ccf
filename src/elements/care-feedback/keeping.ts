import type {Kept, Outbox} from '../../delivery/outbox.js';
import type {Outcome} from '../../delivery/outcome.js';
import {FeedbackKeptEvent, FeedbackReceivedEvent, FeedbackRefusedEvent} from './events.js';
import type {FeedbackForm} from './feedback-form.js';
import type {Keeper, StuckLetters} from './keeper.js';
import type {Letter} from './sending.js';

/** Milliseconds in which most answers come; a page that says "kept" would only flash past. */
const moment = 1000;

/** What a form and the page's outbox have to do with each other. */
export class Keeping implements Keeper {
  stuck: StuckLetters | undefined;
  readonly #form: FeedbackForm;
  readonly #outbox: Outbox;
  readonly #told = new Set<string>();

  constructor(form: FeedbackForm, outbox: Outbox) {
    this.#form = form;
    this.#outbox = outbox;
    void this.#look().catch(() => undefined);
  }

  async send(letter: Letter): Promise<void> {
    const form = this.#form;
    // Nothing that lasts holds on to the words: the form drops them when the page is left.
    const {id} = letter;
    const on = await this.#outbox.keep(letter, form.opening.receiver.keys ?? [], {
      hear: (outcome, where) => this.#hear(id, outcome, where),
      lose: () => this.#lose(id),
    });
    if (on === 'device' && !this.#told.has(id)) {
      this.#told.add(id);
      form.element.fire(new FeedbackKeptEvent());
    }
    form.delivery = {is: 'sending', on};
    form.element.redraw();
    const isSlow = setTimeout(() => this.#wait(id, true), moment);
    await this.#outbox.send(id).catch(() => undefined);
    clearTimeout(isSlow);
    this.#wait(id);
  }

  async again(): Promise<void> {
    const {letter, delivery} = this.#form;
    if (!letter || delivery.is !== 'kept' || delivery.isTrying) return;
    this.#turn({...delivery, isTrying: true});
    await this.#outbox.send(letter.id).catch(() => undefined);
    if (this.#form.delivery.is === 'kept') this.#turn({...this.#form.delivery, isTrying: false});
  }

  #hear(id: string, outcome: Outcome, on: Kept): void {
    const form = this.#form;
    const {delivery} = form;
    // Somebody who went back to change an answer is not called away from it.
    const isShown = form.letter?.id === id && (delivery.is === 'sending' || delivery.is === 'kept');
    if (outcome.kind === 'received' || outcome.kind === 'accepted') {
      if (isShown) form.deliver({is: 'received', receipt: outcome.kind === 'received' ? outcome.receipt : undefined});
      form.element.fire(new FeedbackReceivedEvent());
      return;
    }
    if (outcome.kind !== 'not-yet') {
      console.error(`<care-feedback> could not send: ${outcome.reason}`);
      form.element.fire(new FeedbackRefusedEvent());
    }
    if (!isShown) return;
    if (outcome.kind === 'not-taken') form.deliver({is: 'failed', outcome, on});
    else this.#turn({is: 'kept', on, isSlow: outcome.kind === 'misconfigured'});
  }

  // Somebody may leave at any time: what they read, and whether they are asked first, must be true by then.
  #lose(id: string): void {
    const form = this.#form;
    const {delivery} = form;
    if (form.letter?.id !== id || !('on' in delivery)) return;
    this.#turn({...delivery, on: 'memory'});
  }

  #wait(id: string, isTrying = false): void {
    const {letter, delivery} = this.#form;
    if (letter?.id === id && delivery.is === 'sending' && delivery.on) this.#turn({is: 'kept', on: delivery.on, isTrying});
  }

  // Only the first time does it move the focus: later tries go on behind whatever somebody does.
  #turn(delivery: FeedbackForm['delivery']): void {
    const form = this.#form;
    if (form.delivery.is !== delivery.is) return form.deliver(delivery);
    form.delivery = delivery;
    form.element.redraw();
  }

  async #look(): Promise<void> {
    const stuck = await this.#outbox.stuck();
    if (stuck.length === 0) return;
    const {stuckLetters} = await import('./stuck.js');
    this.stuck = stuckLetters(this.#form, this.#outbox, stuck);
    this.#form.element.redraw();
  }
}
