import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import {momentInWords} from '../../locale/dates-in-words.js';
import {sourceLanguage, type Words} from '../../locale/words.js';
import {askingWords} from '../../domain/questionnaire/words/asking-words.js';
import {answersInWords, contactLines} from '../../domain/questionnaire/words/answers-in-words.js';
import {codeWords} from '../../domain/questionnaire/words/code-words.js';
import {formWords} from '../../domain/questionnaire/words/form-words.js';
import type {DraftResponse} from '../../domain/questionnaire/draft-response.js';
import {errorSummary, faultLinks} from '../error-summary.js';
import {attributes, html, type Html} from '../html.js';
import {notStored} from '../not-stored.js';
import {formPage} from '../plain-form/frame.js';
import {messagePage} from '../plain-form/message-page.js';
import {summary} from '../plain-form/summary.js';
import {readingOf, type SpokenSet} from '../spoken-set.js';
import {ownWords, type OwnWords} from './own-words.js';

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

/** The page that asks for the code. */
export function askPage(spoken: SpokenSet, {isWrong = false}: {isWrong?: boolean} = {}): string {
  const words = ownWords(spoken.words);
  const {thereIsAProblem, error} = formWords(spoken.words);
  const field = (name: string, label: string, hint: string, isWrong = false): Html => html`<div class="field" ${attributes({'data-faulty': isWrong})}>
<label class="label" for="${name}">${label}</label>
<div class="hint" id="${name}-hint">${hint}</div>
${isWrong && html`<p class="error-message" id="${name}-error">${error(words.wrong)}</p>`}
<input ${attributes({type: 'text', id: name, name, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', 'aria-describedby': isWrong ? `${name}-hint ${name}-error` : `${name}-hint`, 'aria-invalid': isWrong ? 'true' : undefined})}>
</div>`;
  return formPage(spoken, {answers: {}}, {
    heading: words.heading,
    isFaulty: isWrong,
    main: html`${isWrong && errorSummary(thereIsAProblem, faultLinks([{control: 'code', words: words.wrong}]))}
<h1>${words.heading}</h1>
<p>${words.howTo}</p>
<form method="post" action="${ownAddress(spoken.words)}">${notStored}
${field('code', words.code, words.codeHint, isWrong)}
<details><summary>${words.olderReceipt}</summary>
${field('reference', words.reference, words.referenceHint)}
</details>
<div class="buttons"><button type="submit" name="_do" value="show">${words.show}</button></div>
</form>`,
  });
}

/** What is kept of a submission, for who sent it. */
export interface Kept {
  entry: InboxEntry;
  draft: DraftResponse;
  contact: OpenedContact | undefined;
  /** Whether it fits a form that is here, so that it can be opened in it. */
  canCorrect: boolean;
}

/** The answers and contact details that are kept, and what somebody can do about them. */
export function keptPage(spoken: SpokenSet, {entry, draft, contact, canCorrect}: Kept, ticket: string): string {
  const words = ownWords(spoken.words);
  const answers = canCorrect ? answersInWords(readingOf(spoken, draft), draft).filter(({lines}) => lines.length > 0) : [];
  const shown = new Set(answers.map(({question}) => question));
  const others = Object.entries(entry.answers).filter(([id]) => !shown.has(id)).map(([question, answer]) => ({question: `other-${question}`, label: question, lines: [answer].flat()}));
  const isWhole = 'whole' in entry && entry.whole !== '';
  return formPage(spoken, draft, {
    heading: words.whatYouSent,
    main: html`<h1>${words.whatYouSent}</h1>
<p>${words.receivedAt(momentInWords(entry.receivedAt, spoken.words.lang))}</p>
${entry.replacedBy !== undefined && html`<p class="inset">${words.hasNewer}</p>`}
${summary(spoken, answers, false)}
${others.length > 0 && html`<h2>${words.alsoKept}</h2>${summary(spoken, others, false)}`}
${isWhole && html`<h2>${words.asItCame}</h2><p class="words" dir="auto">${entry.whole}</p>`}
${contactPart(contact, shown, spoken, words)}
${canCorrect && html`${button('correct', words.correct, ticket, spoken)}<p class="hint">${words.correctHint}${contact && 'sealed' in contact && ` ${words.contactAgain}`}</p>`}
${button('withdraw', words.withdraw, ticket, spoken)}<p class="hint">${words.withdrawHint}</p>`,
  });
}

/** Asks once more before anything is erased. */
export function surePage(spoken: SpokenSet, ticket: string): string {
  const words = ownWords(spoken.words);
  return messagePage(spoken, {heading: words.sure, sentences: [words.sureAdvice], more: html`${button('erase', words.yesWithdraw, ticket, spoken)}${button('show', words.noKeep, ticket, spoken)}`});
}

/** What the receipt shows of the way back to this page; its address is written out for whoever prints it. Without a code, the one from before opens it. */
export function wayBack(spoken: SpokenSet, {code, ticket}: {code: string | undefined; ticket: string}, endpoint: string): Html {
  const words = ownWords(spoken.words);
  const {yourCode, keepCode} = codeWords(spoken.words);
  return html`${code === undefined ? html`<p>${words.earlierCode}</p>` : html`<p>${yourCode}<br><code class="reference" dir="ltr">${code}</code></p>
<p>${keepCode}</p>`}
<p>${words.whereToUse}<br><code dir="ltr">${`${endpoint}${ownPath}`}</code></p>
${code !== undefined && button('show', words.heading, ticket, spoken)}`;
}

function contactPart(contact: OpenedContact | undefined, shown: ReadonlySet<string>, spoken: SpokenSet, words: OwnWords): Html | undefined {
  if (contact === undefined || shown.has('contact')) return undefined;
  if ('sealed' in contact) return html`<p>${words.contactSealed}</p>`;
  const lines = 'whole' in contact ? [contact.whole] : contactLines(contact, askingWords(spoken.words)).map(([name, value]) => `${name} ${value}`);
  return summary(spoken, [{question: 'kept-contact', label: words.contactKept, lines}], false);
}

/** A button that stands for the code for some minutes, so that no page carries the code itself. */
function button(deed: string, words: string, ticket: string, spoken: SpokenSet): Html {
  return html`<form class="screen-only" method="post" action="${ownAddress(spoken.words)}">${notStored}<input type="hidden" name="ticket" value="${ticket}"><p class="buttons"><button type="submit" class="secondary" name="_do" value="${deed}">${words}</button></p></form>`;
}
