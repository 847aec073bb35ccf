import {html, type HtmlPart} from './html.js';
import type {LocalisedSet} from './localised-set.js';
import {formPage} from './form-page.js';

/** A page that says one thing, with the same help as every other. */
export function messagePage(localised: LocalisedSet, {heading, sentences, more}: {heading: string; sentences: readonly string[]; more?: HtmlPart}): string {
  return formPage(localised, {answers: {}}, {
    heading,
    main: html`<h1>${heading}</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}${more}`,
  });
}
