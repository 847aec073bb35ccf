import {sourceLanguage, type Words} from '../../locale/words.js';
import {codeWords} from '../../domain/questionnaire/words/code-words.js';
import {html, type Html} from './html.js';
import {notStored} from './not-stored.js';
import type {LocalisedSet} from './localised-set.js';
import {ownWords} from './own-words.js';

/** Where people come back to what they sent. */
export const ownPath = '/feedback/sent';

/** The same, in the language of a page that leads there. */
export function ownAddress({lang}: Pick<Words, 'lang'>): string {
  return lang === sourceLanguage ? ownPath : `${ownPath}?lang=${lang}`;
}

/** What somebody typed from their receipt. */
export interface FromReceipt {
  code: string;
  /** Only receipts from before codes were enough alone need it. */
  reference: string;
}

/** What the receipt shows of the way back to this page; its address is written out for whoever prints it. Without a code, the one from before opens it. */
export function wayBackHtml(localised: LocalisedSet, {code, ticket}: {code: string | undefined; ticket: string}, endpoint: string): Html {
  const words = ownWords(localised.words);
  const {yourCode, keepCode} = codeWords(localised.words);
  return html`${code === undefined ? html`<p>${words.earlierCode}</p>` : html`<p>${yourCode}<br><code class="reference" dir="ltr">${code}</code></p>
<p>${keepCode}</p>`}
<p>${words.whereToUse}<br><code dir="ltr">${`${endpoint}${ownPath}`}</code></p>
${code !== undefined && button('show', words.heading, ticket, localised)}`;
}

/** A button that stands for the code for some minutes, so that no page carries the code itself. */
export function button(deed: string, words: string, ticket: string, localised: LocalisedSet): Html {
  return html`<form class="screen-only" method="post" action="${ownAddress(localised.words)}">${notStored}<input type="hidden" name="ticket" value="${ticket}"><p class="buttons"><button type="submit" class="secondary" name="_do" value="${deed}">${words}</button></p></form>`;
}
