import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {placeBehind} from '../../questionnaire/journey.js';
import {help} from './help.js';
import {page} from './page.js';
import type {View} from './view.js';
import {elementWords} from './words.js';

/** All that a person sees of an open form. */
export function surface(view: View): TemplateResult {
  const {form, words} = view;
  const isReceived = form.delivery.is === 'received';
  const place = isReceived ? 'receipt' : form.journey.at;
  // The marks are those by which the common session recorders leave words out.
  return html`
    <div
      class="surface rr-block rr-mask ph-no-capture fs-mask sentry-mask highlight-mask no-mouseflow" part="surface" lang=${words.lang}
      data-private data-hj-suppress data-dd-privacy="mask" data-clarity-mask="true" data-sl="mask">
      <form novalidate autocomplete="off" @submit=${(event: SubmitEvent) => goOn(event, view)}>
        ${keyed(`${form.id} ${place}`, isReceived ? view.later?.receiptPage(view) : asking(view))}
      </form>
      <p role="status">${form.hold === 'waiting' ? view.around.openingRest : nothing}</p>
      ${help(view)}
    </div>
  `;
}

function asking(view: View): TemplateResult {
  const {form, around} = view;
  return html`
    ${placeBehind(form.journey) ? html`<button type="button" class="link back" @click=${() => form.back()}>${around.back}</button>` : nothing}
    ${problems(view)}
    ${page(view)}
  `;
}

function problems(view: View): unknown {
  const {form, words, around} = view;
  if (form.hold === 'given-up') {
    return html`
      <div class="error-summary" role="alert" tabindex="-1">
        <h2>${around.thereIsAProblem}</h2>
        <p>${elementWords(words).restMissing}</p>
      </div>
    `;
  }
  return view.later?.problems(view) ?? nothing;
}

function goOn(event: SubmitEvent, {form, words}: View): void {
  event.preventDefault();
  // The page's own scripts need not know that somebody goes on.
  event.stopPropagation();
  void form.goOn(words.lang);
}
