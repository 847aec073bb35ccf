import {placeBehind, type Journey} from '../../../domain/questionnaire/journey.js';
import {endingWords} from '../../../domain/questionnaire/words/ending-words.js';
import {receiverLanguage} from '../../../domain/questionnaire/words/receiver-language.js';
import {formWords} from '../../../domain/questionnaire/words/form-words.js';
import {responseToSend} from '../../../domain/questionnaire/submission-of.js';
import {answersInWords} from '../../../domain/questionnaire/words/answers-in-words.js';
import {errorSummary} from '../../html/error-summary.js';
import {attributes, html, type Html} from '../../html/html.js';
import {webLink} from '../../html/links.js';
import {answerContextOf, type LocalisedSet} from '../../html/localised-set.js';
import {dataComplaintPartHtml} from './data-complaint-part.js';
import {carryingForm, formPage, notice} from '../../html/form-page.js';
import {quickExitPart, signpostsOnPage} from '../../html/page-signposts.js';
import {answeredBefore} from './question-page.js';
import {answerSummary} from '../../html/answer-summary.js';

/** The name of a field that people leave empty. */
export const trapField = '_website';

/** What a page to check answers shows beside the answers. */
export interface CheckShown {
  carried: string;
  notices?: readonly string[];
  /** Why an earlier Send did not succeed: a heading and what to do. */
  trouble?: {heading: string; advice: string} | undefined;
}

/** All answers, each to be changed, and Send. */
export function checkAnswersPage(localised: LocalisedSet, journey: Journey, {carried, notices = [], trouble}: CheckShown): string {
  const words = endingWords(localised.words);
  const answers = answersInWords(answerContextOf({...localised, set: journey.set}, journey.draft), responseToSend(journey.draft, journey.set));
  const [given, others] = [answers.filter(({lines}) => lines.length > 0), answers.filter(({lines}) => lines.length === 0)];
  return formPage(localised, journey.draft, {
    heading: words.checkAnswers,
    isFaulty: trouble !== undefined,
    main: html`${trouble && errorSummary(trouble.heading, html`<p>${trouble.advice}</p>`)}${quickExitPart(localised, journey.draft, journey)}${notice(notices)}${answeredBefore(localised, journey)}
<h1>${words.checkAnswers}</h1>
${carryingForm(carried, html`
${answerSummary(localised, given, true)}
${others.length > 0 && html`<details><summary>${words.leftOut}</summary>${answerSummary(localised, others, true)}</details>`}
${beforeSending(localised)}
${trap(localised)}
<div class="buttons">
<button type="submit" name="_do" value="send">${trouble ? words.sendAgain : words.send}</button>
${placeBehind(journey) !== undefined && html`<button type="submit" class="secondary" name="_do" value="back" formnovalidate>${formWords(localised.words).back}</button>`}
</div>`)}${signpostsOnPage(localised, journey)}`,
  });
}

/** A field that nobody sees and machines fill in; whoever sees it all the same reads that it stays empty. */
function trap({words: {msg}}: LocalisedSet): Html {
  return html`<div class="trap" aria-hidden="true"><label for="${trapField}">${msg('Leave this empty')}</label><input ${attributes({type: 'text', id: trapField, name: trapField, tabindex: '-1', autocomplete: 'off'})}></div>`;
}

function beforeSending(localised: LocalisedSet): Html {
  const {receiver} = localised;
  const own = attributes(receiverLanguage(receiver));
  const words = endingWords(localised.words);
  return html`<div class="before-sending">
<p>${words.privacy(receiver.name)} ${webLink(receiver.privacyNotice, words.receiverNotice(receiver.name))}</p>
<details><summary>${words.privacyMore}</summary>
<dl><dt>${words.lawfulBasis}</dt><dd ${own}>${receiver.lawfulBasis}</dd><dt>${words.retention}</dt><dd ${own}>${receiver.retention}</dd></dl>
${dataComplaintPartHtml(localised)}
</details>
</div>`;
}
