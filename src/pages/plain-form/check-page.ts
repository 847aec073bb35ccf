import {placeBehind, type Journey} from '../../domain/questionnaire/journey.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import {responseToSend} from '../../domain/questionnaire/submission-of.js';
import {answersInWords} from '../../domain/questionnaire/words/answers-in-words.js';
import {errorSummary} from '../error-summary.js';
import {attributes, html, type Html} from '../html.js';
import {webLink} from '../links.js';
import {readingOf, type SpokenSet} from '../spoken-set.js';
import {dataComplaintPart} from './data-complaint.js';
import {carryingForm, formPage, notice} from './frame.js';
import {leavingPart, pointingOn} from './pointing.js';
import {saidBefore} from './question-page.js';
import {summary} from './summary.js';

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
export function checkPage(spoken: SpokenSet, journey: Journey, {carried, notices = [], trouble}: CheckShown): string {
  const words = endingWords(spoken.words);
  const answers = answersInWords(readingOf({...spoken, set: journey.set}, journey.draft), responseToSend(journey.draft, journey.set));
  const [given, others] = [answers.filter(({lines}) => lines.length > 0), answers.filter(({lines}) => lines.length === 0)];
  return formPage(spoken, journey.draft, {
    heading: words.checkAnswers,
    isFaulty: trouble !== undefined,
    main: html`${trouble && errorSummary(trouble.heading, html`<p>${trouble.advice}</p>`)}${leavingPart(spoken, journey.draft, journey)}${notice(notices)}${saidBefore(spoken, journey)}
<h1>${words.checkAnswers}</h1>
${carryingForm(carried, html`
${summary(spoken, given, true)}
${others.length > 0 && html`<details><summary>${words.leftOut}</summary>${summary(spoken, others, true)}</details>`}
${beforeSending(spoken)}
${trap(spoken)}
<div class="buttons">
<button type="submit" name="_do" value="send">${trouble ? words.sendAgain : words.send}</button>
${placeBehind(journey) !== undefined && html`<button type="submit" class="secondary" name="_do" value="back" formnovalidate>${formWords(spoken.words).back}</button>`}
</div>`)}${pointingOn(spoken, journey)}`,
  });
}

/** A field that nobody sees and machines fill in; whoever sees it all the same reads that it stays empty. */
function trap({words: {msg}}: SpokenSet): Html {
  return html`<div class="trap" aria-hidden="true"><label for="${trapField}">${msg('Leave this empty')}</label><input ${attributes({type: 'text', id: trapField, name: trapField, tabindex: '-1', autocomplete: 'off'})}></div>`;
}

function beforeSending(spoken: SpokenSet): Html {
  const {receiver} = spoken;
  const own = attributes(receiverLanguage(receiver));
  const words = endingWords(spoken.words);
  return html`<div class="before-sending">
<p>${words.privacy(receiver.name)} ${webLink(receiver.privacyNotice, words.receiverNotice(receiver.name))}</p>
<details><summary>${words.privacyMore}</summary>
<dl><dt>${words.lawfulBasis}</dt><dd ${own}>${receiver.lawfulBasis}</dd><dt>${words.retention}</dt><dd ${own}>${receiver.retention}</dd></dl>
${dataComplaintPart(spoken)}
</details>
</div>`;
}
