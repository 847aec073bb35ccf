import {html, nothing, type TemplateResult} from 'lit';
import {hintLines} from '../prose-template.js';
import type {QuestionView} from '../view-context.js';

/**
 * Several controls that answer one question: the question is the group's name.
 * As a heading it stands before the group: within, whoever comes to it would
 * hear it as the group's name and once more as the heading.
 */
export function group(view: QuestionView, controls: unknown): TemplateResult {
  const {id, isHeading, label, error} = view;
  return html`
    <div class="field" ?data-faulty=${error !== undefined}>
      ${isHeading ? html`<h2 id="${id}-title" class="title" part="heading" tabindex="-1" aria-describedby=${describedBy(view)}>${label}</h2>` : nothing}
      <fieldset id=${id} aria-labelledby=${isHeading ? `${id}-title` : nothing} aria-describedby=${describedBy(view)}>
        ${isHeading ? nothing : html`<legend>${label}</legend>`}
        ${hintAndError(view)}
        ${controls}
      </fieldset>
    </div>
  `;
}

/** The ids of what belongs to a question's control: its hint and its error. */
export function describedBy({id, text: {hint}, error}: Pick<QuestionView, 'id' | 'error'> & {text: {hint?: string | undefined}}): string | typeof nothing {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
}

/** A question's hint, and what is wrong with its answer. */
export function hintAndError({id, text: {hint}, context, error}: QuestionView): TemplateResult {
  return html`
    ${hint ? html`<div id="${id}-hint">${hintLines(hint, context)}</div>` : nothing}
    ${error ? html`<span id="${id}-error" class="error-message">${context.formWords.error(error)}</span>` : nothing}
  `;
}
