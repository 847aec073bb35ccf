import {html, type HtmlPart} from '../html.js';
import type {SpokenSet} from '../spoken-set.js';
import {formPage} from './frame.js';

/** A page that says one thing, with the same help as every other. */
export function messagePage(spoken: SpokenSet, {heading, sentences, more}: {heading: string; sentences: readonly string[]; more?: HtmlPart}): string {
  return formPage(spoken, {answers: {}}, {
    heading,
    main: html`<h1>${heading}</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}${more}`,
  });
}
