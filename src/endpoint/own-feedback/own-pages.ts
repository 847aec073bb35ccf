import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import {momentInWords} from '../../locale/dates-in-words.js';
import {askingWords} from '../../domain/questionnaire/words/asking-words.js';
import {answersInWords, contactLines} from '../../domain/questionnaire/words/answers-in-words.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {errorSummary, faultLinks} from '../html/error-summary.js';
import {attributes, html, type Html} from '../html/html.js';
import {notStored} from '../html/not-stored.js';
import {formPage} from '../html/form-page.js';
import {messagePage} from '../html/message-page.js';
import {answerSummary} from '../html/answer-summary.js';
import {answerContextOf, type LocalisedSet} from '../html/localised-set.js';
import {ownWords, type OwnWords} from '../html/own-words.js';
import {ownAddress, button} from '../html/own-feedback-link.js';

/** The page that asks for the code. */
export function askPage(localised: LocalisedSet, {isWrong = false}: {isWrong?: boolean} = {}): string {
  const words = ownWords(localised.words);
  const {thereIsAProblem, error} = formWords(localised.words);
  const field = (name: string, label: string, hint: string, isWrong = false): Html => html`<div class="field" ${attributes({'data-faulty': isWrong})}>
<label class="label" for="${name}">${label}</label>
<div class="hint" id="${name}-hint">${hint}</div>
${isWrong && html`<p class="error-message" id="${name}-error">${error(words.wrong)}</p>`}
<input ${attributes({type: 'text', id: name, name, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', 'aria-describedby': isWrong ? `${name}-hint ${name}-error` : `${name}-hint`, 'aria-invalid': isWrong ? 'true' : undefined})}>
</div>`;
  return formPage(localised, {answers: {}}, {
    heading: words.heading,
    isFaulty: isWrong,
    main: html`${isWrong && errorSummary(thereIsAProblem, faultLinks([{control: 'code', words: words.wrong}]))}
<h1>${words.heading}</h1>
<p>${words.howTo}</p>
<form method="post" action="${ownAddress(localised.words)}">${notStored}
${field('code', words.code, words.codeHint, isWrong)}
<details><summary>${words.olderReceipt}</summary>
${field('reference', words.reference, words.referenceHint)}
</details>
<div class="buttons"><button type="submit" name="_do" value="show">${words.show}</button></div>
</form>`,
  });
}

/** What is kept of a submission, for who sent it. */
export interface KeptSubmission {
  entry: InboxEntry;
  draft: DraftResponse;
  contact: OpenedContact | undefined;
  /** Whether it fits a form that is here, so that it can be opened in it. */
  canCorrect: boolean;
}

/** The answers and contact details that are kept, and what somebody can do about them. */
export function keptSubmissionPage(localised: LocalisedSet, {entry, draft, contact, canCorrect}: KeptSubmission, ticket: string): string {
  const words = ownWords(localised.words);
  const answers = canCorrect ? answersInWords(answerContextOf(localised, draft), draft).filter(({lines}) => lines.length > 0) : [];
  const shown = new Set(answers.map(({question}) => question));
  const others = Object.entries(entry.answers).filter(([id]) => !shown.has(id)).map(([question, answer]) => ({question: `other-${question}`, label: question, lines: [answer].flat()}));
  const isWhole = 'whole' in entry && entry.whole !== '';
  return formPage(localised, draft, {
    heading: words.whatYouSent,
    main: html`<h1>${words.whatYouSent}</h1>
<p>${words.receivedAt(momentInWords(entry.receivedAt, localised.words.lang))}</p>
${entry.replacedBy !== undefined && html`<p class="inset">${words.hasNewer}</p>`}
${answerSummary(localised, answers, false)}
${others.length > 0 && html`<h2>${words.alsoKept}</h2>${answerSummary(localised, others, false)}`}
${isWhole && html`<h2>${words.asItCame}</h2><p class="words" dir="auto">${entry.whole}</p>`}
${contactPart(contact, shown, localised, words)}
${canCorrect && html`${button('correct', words.correct, ticket, localised)}<p class="hint">${words.correctHint}${contact && 'sealed' in contact && ` ${words.contactAgain}`}</p>`}
${button('withdraw', words.withdraw, ticket, localised)}<p class="hint">${words.withdrawHint}</p>`,
  });
}

/** Asks once more before anything is erased. */
export function surePage(localised: LocalisedSet, ticket: string): string {
  const words = ownWords(localised.words);
  return messagePage(localised, {heading: words.sure, sentences: [words.sureAdvice], more: html`${button('erase', words.yesWithdraw, ticket, localised)}${button('show', words.noKeep, ticket, localised)}`});
}

function contactPart(contact: OpenedContact | undefined, shown: ReadonlySet<string>, localised: LocalisedSet, words: OwnWords): Html | undefined {
  if (contact === undefined || shown.has('contact')) return undefined;
  if ('sealed' in contact) return html`<p>${words.contactSealed}</p>`;
  const lines = 'whole' in contact ? [contact.whole] : contactLines(contact, askingWords(localised.words)).map(([name, value]) => `${name} ${value}`);
  return answerSummary(localised, [{question: 'kept-contact', label: words.contactKept, lines}], false);
}
