import {html, nothing, type TemplateResult} from 'lit';
import {dateInWords} from '../../locale/dates-in-words.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import type {Delivery} from './feedback-form.js';
import type {Stuck} from './keeper.js';
import {keptWords} from './kept-words.js';
import {prose} from './prose.js';
import {copying} from './sending-problem.js';
import {page} from './surface.js';
import type {View} from './view.js';

/** That it waits, where, and what to do meanwhile. */
export function keptPage(view: View, {on, isSlow, isTrying}: Extract<Delivery, {is: 'kept'}>): TemplateResult {
  const {form, told, receiver} = view;
  const words = keptWords(view.words);
  const {sending, sendAgain} = endingWords(view.words);
  const isKept = on === 'device';
  const isAtRisk = told.answers['risk'] === 'yes' || told.answers['risk'] === 'unsure';
  return page(view, {
    back: isTrying ? undefined : () => form.reconsider(),
    lang: view.words.lang,
    title: isKept ? words.kept : words.notKept,
    questions: html`
      ${isAtRisk ? html`<div class="inset">${prose(receiver.phone ? words.dangerOrPhone : words.danger, view)}</div>` : nothing}
      ${prose([...(isSlow ? [words.slow] : []), isKept ? words.comeBack : words.stay, words.unreadable], view)}
      ${copying(view)}
    `,
    end: html`
      <button type="button" part="button" aria-disabled=${isTrying ? 'true' : nothing} @click=${() => void form.keeping?.again()}>${isTrying ? sending : sendAgain}</button>
      <p class="visually-hidden" role="status">${isTrying ? sending : nothing}</p>
    `,
  });
}

/** What an earlier visit left, and is not sent by itself any more. */
export function stuckPart(view: View): TemplateResult[] {
  return (view.form.keeping?.stuck ?? []).map((stuck) => html`<section class="inset" aria-live="polite">${oneStuck(view, stuck)}</section>`);
}

function oneStuck(view: View, stuck: Stuck): TemplateResult {
  const {form, words} = view;
  const {waits, sendNow, remove, removed, arrived} = keptWords(words);
  const ending = endingWords(words);
  const {became, waiting} = stuck;
  if (became === 'removed') return html`<p>${removed}</p>`;
  if (became === 'sending') return html`<p>${ending.sending}</p>`;
  if (became?.kind === 'received') return html`<p>${arrived} ${ending.reference}: <strong>${became.receipt.reference}</strong></p>`;
  if (became?.kind === 'accepted') return html`<p>${ending.accepted}</p>`;
  return html`
    <p>${became ? ending.notSent : nothing} ${waits(dateInWords(new Date(waiting.createdAt).toISOString().slice(0, 10), words.lang))}</p>
    <p>
      <button type="button" class="secondary" @click=${() => void form.keeping?.sendStuck(stuck)}>${sendNow}</button>
      <button type="button" class="secondary" @click=${() => void form.keeping?.removeStuck(stuck)}>${remove}</button>
    </p>
  `;
}
