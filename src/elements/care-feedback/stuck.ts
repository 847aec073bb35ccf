import {html, nothing, type TemplateResult} from 'lit';
import {isoText, isPossible, now} from '../../delivery/clock.js';
import type {Outbox} from '../../delivery/outbox.js';
import type {Outcome} from '../../delivery/outcome.js';
import type {Waiting} from '../../delivery/waiting.js';
import {dateInWords} from '../../locale/dates-in-words.js';
import {str, type Words} from '../../locale/words.js';
import {codeInFormWords} from '../../questionnaire/words/code-words.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {FeedbackReceivedEvent} from './events.js';
import type {FeedbackForm} from './feedback-form.js';
import type {StuckLetters} from './keeper.js';
import {wayBack} from './way-back.js';

/** Something from an earlier visit, which its writer decides about. */
interface Stuck {
  waiting: Waiting;
  became?: 'sending' | 'removed' | Outcome;
}

/** What an earlier visit left, and is not sent by itself any more. Few ever see it, so it loads where there is some. */
export function stuckLetters(form: FeedbackForm, outbox: Outbox, waiting: readonly Waiting[]): StuckLetters {
  const all: Stuck[] = waiting.map((each) => ({waiting: each}));

  function turn(stuck: Stuck, became: Stuck['became']): void {
    stuck.became = became;
    form.element.redraw();
  }

  async function send(stuck: Stuck): Promise<void> {
    turn(stuck, 'sending');
    const outcome = await outbox.sendStuck(stuck.waiting.id);
    turn(stuck, outcome);
    if (outcome.kind === 'received' || outcome.kind === 'accepted') form.element.fire(new FeedbackReceivedEvent());
  }

  async function remove(stuck: Stuck): Promise<void> {
    await outbox.remove(stuck.waiting.id).then(() => turn(stuck, 'removed'), () => undefined);
  }

  function drawn(stuck: Stuck, words: Words): TemplateResult {
    const {waits, waitsSince, sendNow, removeIt, removed, arrived} = stuckWords(words);
    const ending = endingWords(words);
    const {became} = stuck;
    if (became === 'removed') return html`<p>${removed}</p>`;
    if (became === 'sending') return html`<p>${ending.sending}</p>`;
    if (became?.kind === 'received') return html`<p>${arrived} ${ending.reference}: <strong dir="ltr">${became.receipt.reference}</strong></p>${became.receipt.token ? wayBack(became.receipt, form.opening.endpoint!, words) : html`<p>${codeInFormWords(words).codeWasShown}</p>`}`;
    if (became?.kind === 'accepted') return html`<p>${ending.accepted}</p>`;
    return html`
      <p>${became ? ending.notSent : nothing} ${isPossible(stuck.waiting.createdAt, now()) ? waits(dateInWords(isoText(stuck.waiting.createdAt).slice(0, 10), words.lang)) : waitsSince}</p>
      <p class="buttons">
        <button type="button" class="secondary" @click=${() => void send(stuck)}>${sendNow}</button>
        <button type="button" class="secondary" @click=${() => void remove(stuck)}>${removeIt}</button>
      </p>
    `;
  }

  return {draw: (words) => all.map((stuck) => html`<section class="inset" aria-live="polite">${drawn(stuck, words)}</section>`)};
}

function stuckWords({msg}: Words) {
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
