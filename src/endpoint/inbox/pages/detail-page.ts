import type {InboxEntry, OpenedContact} from '../../../contract/inbox.js';
import type {Words} from '../../../locale/words.js';
import {askingWords} from '../../../domain/questionnaire/words/asking-words.js';
import {endingWords} from '../../../domain/questionnaire/words/ending-words.js';
import {contactLines, type AnswerInWords} from '../../../domain/questionnaire/words/answers-in-words.js';
import {momentInWords} from '../../../locale/dates-in-words.js';
import {html, type Html} from '../../html/html.js';
import {claimLine, claimList, othersList, versionList, type RelatedSubmissions} from './related-list.js';
import {shownAnswersOf, facts, languageName, momentOf, subject, type Fact, type ShownSubmission} from './description.js';
import {statusPart, nextLink, stateMark, unsavedSummary, type ShownHandling} from './status-form.js';
import {statusWords} from './status-words.js';
import {eraseAddress} from './erase-pages.js';
import {eraseWords} from './erase-words.js';
import {addressOf, inboxPage, inboxPath, type InboxFrame} from './inbox-frame.js';
import {inboxWords, type InboxWords} from './inbox-words.js';
import {dangerMark, factList, faultList, quarantineMark, urgencyMark} from './marks.js';
import {block, hasHidden} from './visible-characters.js';

/** What one submission's page shows. */
export interface Detail {
  shown: ShownSubmission;
  related: RelatedSubmissions;
  /** Whether the reader has the right to open contact details. */
  opensContact: boolean;
  /** Whether the reader may erase it. */
  erases: boolean;
  /** How far the team has come, for whoever may see it. */
  handling?: ShownHandling;
  /** The contact details, where they were just opened, and when. */
  contact?: {details: OpenedContact; openedAt: string};
}

/** One submission whole: every answer in words, and how it came. */
export function detailPage(frame: InboxFrame, {shown, related, opensContact, erases, contact, handling}: Detail): string {
  const {submission} = shown;
  const words = inboxWords(frame.words);
  const answers = shownAnswersOf(shown);
  const newest = related.versions.at(-1);
  return inboxPage(frame, {
    kind: `${words.received}: ${momentOf(shown, submission.receivedAt, frame.words)}`,
    main: html`${handling && unsavedSummary(handling, frame.words)}<p class="paging"><a href="${inboxPath}">${words.toList}</a> ${handling && nextLink(statusWords(frame.words))}</p>
<h1><bdi>${subject(submission, words)}</bdi></h1>
${newest !== undefined && newest.id !== submission.id && html`<p class="inset"><a href="${addressOf(newest.id)}">${words.newerVersion}</a></p>`}
${claimLine(submission, frame.words)}
${urgencyMark(submission.urgency, words)}${handling && stateMark(handling.state, statusWords(frame.words))}${quarantineMark(submission, words)}${dangerMark(submission, words)}
${factList(facts(shown, frame.words))}
${faultList(submission, words)}
<h2>${words.answers}</h2>
${answerList(answers.known, submission, frame.words)}
${answers.unknown.length > 0 && html`<h2>${words.otherAnswers}</h2>${answerList(answers.unknown, submission, frame.words)}`}
${'whole' in submission && submission.whole !== '' && html`<h2>${words.asItCame}</h2>${block(submission.whole)}`}
${[...Object.values(submission.answers).flat(), 'whole' in submission ? submission.whole : ''].some(hasHidden) && html`<p class="hint">${words.markedCharacters}</p>`}
${submission.hasContact !== undefined && html`<h2>${words.contact}</h2>
${contactPart(submission, {opensContact, contact}, frame.words)}`}
${handling && statusPart(submission.id, handling, frame.words)}
${versionList(related, shown, frame.words)}
${claimList(related, shown, frame.words)}
${othersList(related, frame.words)}
<h2>${words.aboutIt}</h2>
${factList(circumstances(shown, frame.words, words))}
${erases && html`<p><a href="${eraseAddress(submission.id)}">${eraseWords(frame.words).erase}</a></p>`}`,
  });
}

function answerList(answers: readonly AnswerInWords[], {language}: InboxEntry, words: Words): Html {
  const {notAnswered} = endingWords(words);
  return html`<dl class="answers">${answers.map(({label, lines}) => html`<div><dt>${label}</dt>
${lines.length === 0 ? html`<dd class="hint">${notAnswered}</dd>` : lines.map((line) => html`<dd>${block(line, language)}</dd>`)}</div>`)}</dl>`;
}

function contactPart({id, hasContact}: InboxEntry, {opensContact, contact}: Pick<Detail, 'opensContact' | 'contact'>, locale: Words): Html {
  const words = inboxWords(locale);
  if (!hasContact) return html`<p>${words.noContact}</p>`;
  if (!contact && !opensContact) return html`<p>${words.contactGiven} ${words.cannotOpenContact}</p>`;
  if (!contact) {
    return html`<p>${words.contactGiven} ${words.openingRecorded}</p>
<form method="post" action="${addressOf(id)}/contact" class="buttons"><button type="submit">${words.openContact}</button></form>`;
  }
  return html`${openedDetails(contact.details, locale)}
<p class="hint">${words.openedNow(momentInWords(contact.openedAt, locale.lang))}</p>`;
}

function openedDetails(details: OpenedContact, locale: Words): Html {
  const words = inboxWords(locale);
  if ('sealed' in details) return html`<p>${words.contactSealed}</p>${block(details.sealed)}`;
  if ('whole' in details) return html`<p>${words.contactUnread}</p>${block(details.whole)}`;
  return html`<dl class="answers">${contactLines(details, askingWords(locale)).map(([name, value]) => html`<div><dt>${name}</dt><dd>${block(value)}</dd></div>`)}</dl>`;
}

function circumstances(shown: ShownSubmission, locale: Words, words: InboxWords): Fact[] {
  const {submission} = shown;
  const {startedAt, finishedAt, questionSet, source, consent, helper, extensions = {}} = submission;
  const each: (readonly [string, string | undefined])[] = [
    [words.id, submission.id],
    [words.started, startedAt && momentOf(shown, startedAt, locale)],
    [words.finished, finishedAt && momentOf(shown, finishedAt, locale)],
    [words.questions, questionSet && `${questionSet.id} ${questionSet.version}`],
    [words.language, languageName(submission.language, locale.lang)],
    [words.way, source && `${words.ways[source.mode]} (${source.element} ${source.version})`],
    [words.site, source?.site],
    [words.notice, consent && [consent.notice, consent.version].filter(Boolean).join(' · ')],
    [words.helper, helper && `${helper.kind}, ${helper.agreed ? words.helperAgreed : words.helperNotAgreed}`],
    ...Object.entries(extensions).map(([key, value]) => [`${words.extensions}: ${key}`, value] as const),
  ];
  return each.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
