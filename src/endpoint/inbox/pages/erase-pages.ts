import type {Erasure} from '../../../contract/erasure.js';
import {momentInWords} from '../../../locale/dates-in-words.js';
import {html, type Html} from '../../html/html.js';
import {eraseWords} from './erase-words.js';
import {addressOf, inboxPage, inboxPath, type InboxFrame} from './inbox-frame.js';
import {inboxWords} from './inbox-words.js';
import {visibly} from './visible-characters.js';

/** The page of one submission on which somebody says that they want to erase it. */
export function eraseAddress(id: string): string {
  return `${addressOf(id)}/erase`;
}

/** Asks once more, with what erasing reaches and what not. */
export function eraseSurePage(frame: InboxFrame, id: string, erasure: Erasure): string {
  const words = eraseWords(frame.words);
  return inboxPage(frame, {
    kind: words.erase,
    main: html`<p><a href="${addressOf(id)}">${words.noKeep}</a></p>
<h1>${words.sure}</h1>
<p>${words.sureAdvice}</p>
<p>${words.dangerFirst}</p>
<p>${words.versions(String(erasure.versions.length))}</p>
${copyList(erasure, frame)}
<form method="post" action="${eraseAddress(id)}" class="buttons"><button type="submit">${words.yesErase}</button></form>`,
  });
}

/** Says that it is gone, and where it may still be. */
export function erasedPage(frame: InboxFrame, erasure: Erasure): string {
  const words = eraseWords(frame.words);
  return inboxPage(frame, {
    kind: words.erased,
    main: html`<h1>${words.erased}</h1>
<p>${words.erasedAdvice}</p>
<p>${words.versions(String(erasure.versions.length))}</p>
${copyList(erasure, frame)}
<p><a href="${inboxPath}">${inboxWords(frame.words).toList}</a></p>`,
  });
}

function copyList({copies}: Erasure, frame: InboxFrame): Html {
  const words = eraseWords(frame.words);
  if (copies.length === 0) return html`<h2>${words.copies}</h2><p>${words.noCopies}</p>`;
  return html`<h2>${words.copies}</h2>
<ul>${copies.map(({who, at, what}) => html`<li>${visibly(words.exportAt(momentInWords(at, frame.words.lang), what))}${who !== undefined && html` · ${words.takenOutBy} <bdi>${visibly(who)}</bdi>`}</li>`)}</ul>
<p>${words.copiesAdvice}</p>`;
}
