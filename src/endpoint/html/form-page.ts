import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import {helpSection} from './help-section.js';
import {attributes, html, type Html, type HtmlPart} from './html.js';
import {htmlPage} from './layout.js';
import {notStored} from './not-stored.js';
import {placeholdersOf, type LocalisedSet} from './localised-set.js';
import {quickExitLink} from './page-signposts.js';

/** The path of the form, and of its stylesheet. */
export const formPath = '/feedback';
export const formStylesheet = '/feedback.css';

interface FormPage {
  heading: string;
  /** Whether it is shown only after certain answers: then the title, which stays in the browser's history, does not say which page it is. */
  isForSome?: boolean;
  isFaulty?: boolean;
  main: HtmlPart;
}

/** One page of the plain form: the receiver's name above, the same help below. */
export function formPage(localised: LocalisedSet, draft: DraftResponse, {heading, isForSome = false, isFaulty = false, main}: FormPage): string {
  const {words, text, receiver} = localised;
  const title = heading === text.title || isForSome ? text.title : `${heading} – ${text.title}`;
  return htmlPage({
    language: words.lang,
    title: isFaulty ? formWords(words).error(title) : title,
    stylesheet: formStylesheet,
    banner: receiver.name,
    first: quickExitLink(localised, draft),
    main,
    footer: helpSection(receiver, placeholdersOf(localised, draft), words, localised.signposts),
  });
}

/** The form itself, with all that goes from page to page in `carried`, signed. */
export function carryingForm(carried: string, content: HtmlPart): Html {
  // The browser's own checks would stop Back, and speak the browser's language.
  return html`<form ${attributes({method: 'post', action: formPath, 'accept-charset': 'utf-8', novalidate: true})}>
<input type="hidden" name="_state" value="${carried}">${notStored}
${content}
</form>`;
}

/** Sentences above the page, for what the person should know before they go on. */
export function notice(sentences: readonly string[]): Html | undefined {
  return sentences.length === 0 ? undefined : html`<div class="inset notice" role="note">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}
