import type {Receipt} from '../../contract/receipt.js';
import {responseToSend} from '../../domain/questionnaire/submission-of.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {answersInWords} from '../../domain/questionnaire/words/answers-in-words.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {momentInWords} from '../../locale/dates-in-words.js';
import {attributes, html} from '../html.js';
import {wayBack} from '../own-feedback/own-pages.js';
import {readingOf, type SpokenSet} from '../spoken-set.js';
import {dataComplaintSection} from './data-complaint.js';
import {formPage} from './frame.js';
import {anotherFormAddress} from './opening.js';
import {plainWords} from './plain-words.js';
import {endingPart, leavingPart} from './pointing.js';
import {summary} from './summary.js';
import type {Opening} from './visit.js';

/** What a person gets once it is kept: the reference, what happens next, and a copy of their words. */
export function receiptPage(spoken: SpokenSet, draft: DraftResponse, {receipt, code, ticket, isCorrection, opening, endpoint}: {receipt: Receipt; code: string | undefined; ticket: string; isCorrection: boolean; opening: Opening; endpoint: string}): string {
  const words = endingWords(spoken.words);
  const plain = plainWords(spoken.words);
  const {receiver} = spoken;
  const own = attributes(receiverLanguage(receiver));
  return formPage(spoken, draft, {
    heading: words.received,
    main: html`${leavingPart(spoken, draft)}<div class="panel">
<h1>${words.received}</h1>
<p>${words.reference}<br><strong class="reference">${receipt.reference}</strong></p>
<p>${words.receivedAt(momentInWords(receipt.receivedAt, spoken.words.lang))}</p>
</div>
${isCorrection && html`<p>${plain.correction}</p>`}
<p>${words.keepReference}</p>
${wayBack(spoken, {code, ticket}, endpoint)}
<h2>${words.whatNext}</h2>
<p ${own}>${receiver.whatHappens}</p>
<h3>${plain.whenYouHear}</h3>
<p ${own}>${receiver.replyWithin}</p>
${endingPart(spoken, draft)}
${dataComplaintSection(spoken)}
<p class="screen-only"><a href="${anotherFormAddress(opening)}">${words.another}</a></p>
<h2>${words.copyToKeep}</h2>
<p class="screen-only">${plain.printThis} ${code === undefined ? words.sharedDevice : words.sharedDeviceAndCode}</p>
${summary(spoken, answersInWords(readingOf(spoken, draft), responseToSend(draft, spoken.set)), false)}`,
  });
}
