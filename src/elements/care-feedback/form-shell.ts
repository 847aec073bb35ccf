import {html, nothing, type TemplateResult} from 'lit';
import {directionOf} from '../../locale/direction.js';
import {fillLine} from '../../domain/questionnaire/words/placeholders.js';
import type {Form, FormHost} from './form-host.js';
import {help} from './help-part.js';
import {prose} from './prose-template.js';
import {hearFields, readFields} from './questions/read-live-fields.js';
import type {ViewContext} from './view-context.js';

/** Whose shell it is. */
export interface ShellOwner {
  form: Pick<Form, 'submitPage'>;
  host: Pick<FormHost, 'above'>;
}

interface Shell extends ShellOwner {
  content: unknown;
  /** Grows with every change of place. */
  turn: number;
  /** What a person waits for, or does not get. */
  note?: string;
  /** What is heard and stands on the page already. */
  heard?: string | undefined;
  /** How else than by calling help is reached in danger. */
  emergency?: unknown;
}

/** All that a person sees of an open form. */
export function formShell(context: ViewContext, {form, host, content, turn, note, heard, emergency}: Shell): TemplateResult {
  const {lang, msg} = context.words;
  const submit = (event: Event) => {
    event.preventDefault();
    // The page's own scripts need not know that somebody goes on.
    event.stopPropagation();
    readFields(event.currentTarget as HTMLFormElement);
    void form.submitPage(lang);
  };
  // It is buttons whose clicks are heard, and keys make those as well.
  // eslint-disable-next-line lit-a11y/click-events-have-key-events
  const fields = html`<form novalidate autocomplete="off" @submit=${submit} @input=${hearFields} @change=${hearFields} @click=${hearFields}>${turn % 2 === 0 ? even(content) : odd(content)}</form>`;
  // The marks are those by which the common session recorders leave words out.
  return html`
    <div
      class="surface rr-block ph-no-capture fs-mask sentry-mask" part="surface" lang=${lang} dir=${directionOf(lang)}
      @keyup=${bringIntoView}
      data-private data-hj-suppress data-dd-privacy="mask" data-clarity-mask="true">
      ${parent === window ? nothing : html`<p class="elsewhere">${msg('This form works on the published page.')}</p>`}
      ${host.above?.(context.words, turn)}
      ${fields}
      <p role="status">${note}${heard ? html`<span class="visually-hidden">${heard}</span>` : nothing}</p>
      ${help(context, emergency)}
    </div>
  `;
}

// Browsers scroll to a field's first line alone, and the page may have a footer there.
function bringIntoView({key, target}: KeyboardEvent): void {
  if (key === 'Tab') (target as Element).scrollIntoView({block: 'nearest'});
}

// Two templates for two pages that follow each other: Lit would otherwise lend
// the controls of one page to the next, with what the browser remembers of them.
const even = (content: unknown) => html`${content}`;
const odd = (content: unknown) => html`${content}`;

interface Page {
  /** What Back does, where there is anything behind. */
  back?: (() => void) | undefined;
  problems?: unknown;
  /** The language of the questions, which a set of the endpoint's own may not have in the page's. */
  lang: string;
  isBusy?: boolean;
  title?: string | undefined;
  body?: readonly string[] | undefined;
  /** A line that says what it is about. */
  subject?: unknown;
  questions?: unknown;
  /** What stands under the questions, where it is not Continue. */
  end?: unknown;
}

/** One page: Back, a heading, what it says, its questions, and Continue. */
export function page(context: ViewContext, {back, problems, lang, isBusy = false, title, body, subject, questions, end}: Page): TemplateResult {
  const {formWords: around, placeholders: blanks} = context;
  return html`
    ${back ? html`<button type="button" class="link" @click=${back}>${around.back}</button>` : nothing}
    ${problems}
    <div lang=${lang} dir=${directionOf(lang)} ?inert=${isBusy}>
      ${title ? html`<h2 class="title" part="heading" tabindex="-1">${fillLine(title, blanks)}</h2>` : nothing}
      ${prose(body, context)}
      ${subject}
      ${questions}
    </div>
    ${end ?? html`<button part="button">${around.continue}</button>`}
  `;
}
