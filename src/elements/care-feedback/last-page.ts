import {html, type TemplateResult} from 'lit';
import {directionOf} from '../../locale/direction.js';
import type {Words} from '../../locale/words.js';

/**
 * The page that somebody was on, as it stood, when the form could not be
 * rendered any more: every word in it can still be read and copied. Nothing is
 * sent from it unseen: Continue only tries again to render.
 */
export function lastPage(page: readonly Element[], {lang, msg}: Words, tryAgain: () => void): TemplateResult {
  const submit = {
    capture: true,
    handleEvent(event: Event) {
      event.preventDefault();
      event.stopPropagation();
      tryAgain();
    },
  };
  return html`
    <div @submit=${submit}>${page}</div>
    <div class="surface could-not-start" lang=${lang} dir=${directionOf(lang)} role="alert">
      <p>${msg('Something on this page does not work. What you have written here is still in its place.')}</p>
      <p>${msg('Try once more. If that does not help, copy your words, and tell us another way:')}</p>
      <slot></slot>
    </div>
  `;
}
