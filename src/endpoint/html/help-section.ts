import type {Receiver} from '../../contract/receiver.js';
import type {Words} from '../../locale/words.js';
import type {Placeholders} from '../../domain/questionnaire/words/placeholders.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import {otherWaysName} from '../../domain/questionnaire/words/other-ways.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {otherEmergencyWays} from '../../domain/signposting/emergency-ways.js';
import {whoCanHelp} from '../../domain/signposting/who-can-help.js';
import {attributes, html, type Html} from './html.js';
import {emailLink, phoneLink} from './links.js';
import {proseHtml} from './prose-html.js';
import {waysInLineHtml, type SignpostContext} from './signpost-list-html.js';

/** The help at the end of each page of the form, the same and in the same place: what to do in danger, and other ways to tell. */
export function helpSection(receiver: Receiver, blanks: Placeholders, locale: Words, signposts?: SignpostContext): Html {
  const words = formWords(locale);
  const own = attributes(receiverLanguage(receiver));
  const ways: readonly (readonly [string, Html | string | undefined])[] = [
    [words.phone, receiver.phone && phoneLink(receiver.phone)],
    [words.relay, receiver.relay && phoneLink(receiver.relay)],
    [words.bsl, receiver.bsl],
    [words.email, receiver.email && emailLink(receiver.email)],
    [words.post, receiver.post],
    [words.hours, receiver.readHours],
  ];
  return html`<div class="help">
<p class="emergency">${proseHtml(words.emergency, blanks)}${signposts && otherWaysInDanger(signposts, locale)}</p>
<details><summary>${otherWaysName(receiver, words)}</summary>
<dl>${ways.map(([name, way]) => way && html`<dt>${name}</dt><dd ${own}>${way}</dd>`)}</dl>
</details>
</div>`;
}

function otherWaysInDanger({directory, today}: SignpostContext, words: Words): Html[] {
  const signposts = whoCanHelp(directory, {danger: 'now'}, today);
  return waysInLineHtml(otherEmergencyWays(signposts), signposts[0]?.body.name ?? '', words);
}
