import {html, type TemplateResult} from 'lit';
import {help} from './help.js';
import {firstPage} from './page.js';
import type {View} from './view.js';

/** All that a person sees of an open form. */
export function surface(view: View): TemplateResult {
  const {form, later, words, around} = view;
  const content = later ? later.content(view) : firstPage(view);
  const told = {
    none: '',
    waiting: around.openingRest,
    'given-up': words.msg('The rest of this form has not come. Your answers are still here. Check your connection, then go on.'),
  };
  // The marks are those by which the common session recorders leave words out.
  return html`
    <div
      class="surface rr-block ph-no-capture fs-mask sentry-mask" part="surface" lang=${words.lang}
      data-private data-hj-suppress data-dd-privacy="mask" data-clarity-mask="true">
      <form novalidate autocomplete="off" @submit=${(event: SubmitEvent) => goOn(event, view)}>
        ${form.turn % 2 === 0 ? even(content) : odd(content)}
      </form>
      <p role="status">${told[form.hold]}</p>
      ${help(view)}
    </div>
  `;
}

// Two templates for two pages that follow each other: Lit would otherwise lend
// the controls of one page to the next, with what the browser remembers of them.
const even = (content: unknown) => html`${content}`;
const odd = (content: unknown) => html`${content}`;

function goOn(event: SubmitEvent, {form, words}: View): void {
  event.preventDefault();
  // The page's own scripts need not know that somebody goes on.
  event.stopPropagation();
  void form.goOn(words.lang);
}
