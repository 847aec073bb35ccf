import {html, nothing, type TemplateResult} from 'lit';
import {isoText, isPossible, now} from '../../delivery/client/clock.js';
import type {Outbox} from '../../delivery/outbox/outbox.js';
import type {DeliveryOutcome} from '../../delivery/outbox/outcome.js';
import type {QueuedSubmission} from '../../delivery/outbox/queued-submission.js';
import {dateInWords} from '../../locale/dates-in-words.js';
import {str, type Words} from '../../locale/words.js';
import {codeInFormWords} from '../../domain/questionnaire/words/code-words.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {FeedbackReceivedEvent} from './events.js';
import type {FormHost} from './form-host.js';
import {wayBack} from './way-back.js';

/** Something from an earlier visit, which its writer decides about. */
interface Undelivered {
  waiting: QueuedSubmission;
  became?: 'sending' | 'removed' | DeliveryOutcome;
}

interface UndeliveredDependencies {
  outbox: Outbox;
  endpoint: URL | undefined;
  host: Pick<FormHost, 'requestUpdate' | 'dispatchEvent'>;
}

/** What an earlier visit left, and is not sent by itself any more: its writer decides about each. Few ever see it, so it loads where there is some. */
export class UndeliveredList {
  readonly #all: Undelivered[];
  readonly #dependencies: UndeliveredDependencies;

  constructor(queued: readonly QueuedSubmission[], dependencies: UndeliveredDependencies) {
    this.#all = queued.map((each) => ({waiting: each}));
    this.#dependencies = dependencies;
  }

  render(words: Words): TemplateResult[] {
    return this.#all.map((each) => html`<section class="inset" aria-live="polite">${this.#one(each, words)}</section>`);
  }

  #one(undelivered: Undelivered, words: Words): TemplateResult {
    const {waits, waitsSince, sendNow, removeIt, removed, arrived} = undeliveredWords(words);
    const ending = endingWords(words);
    const {became, waiting: {createdAt}} = undelivered;
    if (became === 'removed') return html`<p>${removed}</p>`;
    if (became === 'sending') return html`<p>${ending.sending}</p>`;
    if (became?.kind === 'received') return html`<p>${arrived} ${ending.reference}: <strong dir="ltr">${became.receipt.reference}</strong></p>${became.receipt.token ? wayBack(became.receipt, this.#dependencies.endpoint!, words) : html`<p>${codeInFormWords(words).codeWasShown}</p>`}`;
    if (became?.kind === 'accepted') return html`<p>${ending.accepted}</p>`;
    return html`
      <p>${became ? ending.notSent : nothing} ${isPossible(createdAt, now()) ? waits(dateInWords(isoText(createdAt).slice(0, 10), words.lang)) : waitsSince}</p>
      <p class="buttons">
        <button type="button" class="secondary" @click=${() => void this.#send(undelivered)}>${sendNow}</button>
        <button type="button" class="secondary" @click=${() => void this.#remove(undelivered)}>${removeIt}</button>
      </p>
    `;
  }

  async #send(undelivered: Undelivered): Promise<void> {
    const {outbox, host} = this.#dependencies;
    this.#turn(undelivered, 'sending');
    const outcome = await outbox.sendUndelivered(undelivered.waiting.id);
    this.#turn(undelivered, outcome);
    if (outcome.kind === 'received' || outcome.kind === 'accepted') host.dispatchEvent(new FeedbackReceivedEvent());
  }

  async #remove(undelivered: Undelivered): Promise<void> {
    await this.#dependencies.outbox.remove(undelivered.waiting.id).then(() => this.#turn(undelivered, 'removed'), () => undefined);
  }

  #turn(undelivered: Undelivered, became: Undelivered['became']): void {
    undelivered.became = became;
    this.#dependencies.host.requestUpdate();
  }
}

function undeliveredWords({msg}: Words) {
  return {
    waits: (day: string) => msg(str`We did not get what you sent on ${day}. We have stopped trying.`),
    // Where its day is not known, as the clock was wrong.
    waitsSince: msg('We did not get something that you sent earlier. We have stopped trying.'),
    sendNow: msg('Send it now'),
    removeIt: msg('Delete it for good'),
    removed: msg('It is deleted.'),
    arrived: msg('We have got it now.'),
  };
}
