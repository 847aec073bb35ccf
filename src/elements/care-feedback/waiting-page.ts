import {html, nothing, type TemplateResult} from 'lit';
import type {Delivery} from '../../domain/questionnaire/form-session/delivery.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {codePart} from './code-part.js';
import {waitingWords} from './waiting-words.js';
import {prose} from './prose-template.js';
import {copying} from './sending-problem.js';
import {page} from './form-shell.js';
import type {RenderContext} from './render-context.js';

/** That it waits, where, and what to do meanwhile. */
export function waitingPage(context: RenderContext, {on, isSlow, isTrying}: Extract<Delivery, {is: 'kept'}>): TemplateResult {
  const {session: {left}, opening, draft, receiver, step} = context;
  const words = waitingWords(context.words);
  const {sending, sendAgain} = endingWords(context.words);
  const isKept = on === 'device';
  const wait = isKept ? words.comeBack : words.stay;
  // For an action the key lies beside it; what waits for an endpoint is sealed to the receiver alone.
  const open = isKept && opening.isAction ? [words.readable] : [];
  const isAtRisk = draft.answers['risk'] === 'yes' || draft.answers['risk'] === 'unsure';
  return page(context, {
    back: isTrying || left ? undefined : () => step({do: 'reconsider'}),
    lang: context.words.lang,
    title: isKept ? words.kept : words.notKept,
    questions: html`
      ${isAtRisk ? html`<div class="inset">${prose(receiver.phone ? words.dangerOrPhone : words.danger, context)}</div>` : nothing}
      ${prose(left ? [isSlow ? words.mayNotArrive : wait, ...open, words.left] : [...(isSlow ? [words.slow] : []), wait, ...open, words.unreadable], context)}
      ${codePart(context, {hasArrived: false})}
      ${left ? nothing : copying(context)}
    `,
    end: html`
      <button type="button" part="button" aria-disabled=${isTrying ? 'true' : nothing} @click=${() => step({do: 'retry'})}>${isTrying ? sending : sendAgain}</button>
      <p class="visually-hidden" role="status">${isTrying ? sending : nothing}</p>
    `,
  });
}
