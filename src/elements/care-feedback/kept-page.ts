import {html, nothing, type TemplateResult} from 'lit';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {codePart} from './code-part.js';
import type {Delivery} from './delivery-state.js';
import {keptWords} from './kept-words.js';
import {prose} from './prose.js';
import {copying} from './sending-problem.js';
import {page} from './surface.js';
import type {View} from './view.js';

/** That it waits, where, and what to do meanwhile. */
export function keptPage(view: View, {on, isSlow, isTrying}: Extract<Delivery, {is: 'kept'}>): TemplateResult {
  const {form, told, receiver} = view;
  const {left} = form;
  const words = keptWords(view.words);
  const {sending, sendAgain} = endingWords(view.words);
  const isKept = on === 'device';
  const wait = isKept ? words.comeBack : words.stay;
  // For an action the key lies beside it; what waits for an endpoint is sealed to the receiver alone.
  const open = isKept && form.opening.isAction ? [words.readable] : [];
  const isAtRisk = told.answers['risk'] === 'yes' || told.answers['risk'] === 'unsure';
  return page(view, {
    back: isTrying || left ? undefined : () => form.reconsider(),
    lang: view.words.lang,
    title: isKept ? words.kept : words.notKept,
    questions: html`
      ${isAtRisk ? html`<div class="inset">${prose(receiver.phone ? words.dangerOrPhone : words.danger, view)}</div>` : nothing}
      ${prose(left ? [isSlow ? words.mayNotArrive : wait, ...open, words.left] : [...(isSlow ? [words.slow] : []), wait, ...open, words.unreadable], view)}
      ${codePart(view, {hasArrived: false})}
      ${left ? nothing : copying(view)}
    `,
    end: html`
      <button type="button" part="button" aria-disabled=${isTrying ? 'true' : nothing} @click=${() => void form.keeping?.again()}>${isTrying ? sending : sendAgain}</button>
      <p class="visually-hidden" role="status">${isTrying ? sending : nothing}</p>
    `,
  });
}
