import type {Receipt} from '../../../contract/receipt.js';
import {responseToSend} from '../../../domain/questionnaire/submission-of.js';
import type {DraftResponse} from '../../../domain/questionnaire/draft-response.js';
import {endingWords} from '../../../domain/questionnaire/words/ending-words.js';
import {answersInWords} from '../../../domain/questionnaire/words/answers-in-words.js';
import {receiverLanguage} from '../../../domain/questionnaire/words/receiver-language.js';
import {momentInWords} from '../../../locale/dates-in-words.js';
import {attributes, html} from '../../html/html.js';
import {wayBackHtml} from '../../html/own-feedback-link.js';
import {answerContextOf, type LocalisedSet} from '../../html/localised-set.js';
import {dataComplaintSectionHtml} from './data-complaint-part.js';
import {formPage} from '../../html/form-page.js';
import {anotherFormAddress} from './opening.js';
import {plainWords} from '../../html/plain-words.js';
import {endingPart, quickExitPart} from '../../html/page-signposts.js';
import {answerSummary} from '../../html/answer-summary.js';
import type {FormLink} from './plain-form-session.js';

/** What a person gets once it is kept: the reference, what happens next, and a copy of their words. */
export function receiptPageHtml(localised: LocalisedSet, draft: DraftResponse, {receipt, code, ticket, isCorrection, opening, endpoint}: {receipt: Receipt; code: string | undefined; ticket: string; isCorrection: boolean; opening: FormLink; endpoint: string}): string {
  const words = endingWords(localised.words);
  const plain = plainWords(localised.words);
  const {receiver} = localised;
  const own = attributes(receiverLanguage(receiver));
  return formPage(localised, draft, {
    heading: words.received,
    main: html`${quickExitPart(localised, draft)}<div class="panel">
<h1>${words.received}</h1>
<p>${words.reference}<br><strong class="reference">${receipt.reference}</strong></p>
<p>${words.receivedAt(momentInWords(receipt.receivedAt, localised.words.lang))}</p>
</div>
${isCorrection && html`<p>${plain.correction}</p>`}
<p>${words.keepReference}</p>
${wayBackHtml(localised, {code, ticket}, endpoint)}
<h2>${words.whatNext}</h2>
<p ${own}>${receiver.whatHappens}</p>
<h3>${plain.whenYouHear}</h3>
<p ${own}>${receiver.replyWithin}</p>
${endingPart(localised, draft)}
${dataComplaintSectionHtml(localised)}
<p class="screen-only"><a href="${anotherFormAddress(opening)}">${words.another}</a></p>
<h2>${words.copyToKeep}</h2>
<p class="screen-only">${plain.printThis} ${code === undefined ? words.sharedDevice : words.sharedDeviceAndCode}</p>
${answerSummary(localised, answersInWords(answerContextOf(localised, draft), responseToSend(draft, localised.set)), false)}`,
  });
}
