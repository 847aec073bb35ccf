import {charactersIn} from '../../../contract/characters.js';
import type {Unopened} from '../../../contract/handling.js';
import type {InboxEntry} from '../../../contract/inbox.js';
import type {Urgency} from '../../../contract/submission.js';
import type {Words} from '../../../locale/words.js';
import {momentInWords} from '../../../locale/dates-in-words.js';
import {attributes, html, type Html} from '../../html/html.js';
import {claimLine} from './related-list.js';
import {facts, momentOf, storyOf, subject, type ShownSubmission} from './description.js';
import {waysToFind, whatHolds} from './filter-form.js';
import {filterWords} from './filter-words.js';
import {stateMark, unopenedInAllLine} from './status-form.js';
import {statusWords} from './status-words.js';
import {addressOf, inboxPage, type InboxFrame} from './inbox-frame.js';
import {inboxWords, type InboxWords} from './inbox-words.js';
import {dangerMark, factList, quarantineMark, urgencyMark} from './marks.js';
import {listAddress, type Order, type FilterView} from './filter-links.js';
import {concernsPath} from './concerns-page.js';
import {serviceOverviewWords} from './service-overview-words.js';
import {beginning, block, visibly} from './visible-characters.js';

/** One entry: a submission with the versions that it replaces, newest first. */
export interface SubmissionThread {
  shown: ShownSubmission;
  older: readonly InboxEntry[];
}

/** One page of the inbox. */
export interface InboxList {
  threads: readonly SubmissionThread[];
  /** Urgent ones that nobody has opened for too long. */
  unopened: Unopened;
  /** All that nobody has opened, for whoever may see it. */
  unopenedInAll: Unopened | undefined;
  order: Order;
  filterView: FilterView;
  isFirst: boolean;
  /** The cursor of the next page; none at the end. */
  next: string | undefined;
}

const shownAtOnce = 300;
// Some hundred stories of the usual length, or ten of the longest.
const charactersOnAPage = 200_000;

/** What has arrived: each with what helps to choose, the story's beginning, and the story itself to open. */
export function listPage(frame: InboxFrame, {threads, unopened, unopenedInAll, order, filterView, isFirst, next}: InboxList): string {
  const words = inboxWords(frame.words);
  const {typed} = filterView;
  const count = (urgency: Urgency) => threads.filter(({shown}) => shown.submission.urgency === urgency).length;
  let room = charactersOnAPage;
  return inboxPage(frame, {
    main: html`<h1>${words.heading}</h1>
${unopenedLine(unopened, frame.words)}
${unopenedInAll && unopenedInAllLine(unopenedInAll, frame.words)}
${unopenedInAll && html`<p><a href="${concernsPath}">${serviceOverviewWords(frame.words).raised}</a></p>`}
${waysToFind(filterView, order, frame.words)}
${whatHolds(filterView, order, frame.words)}
<nav aria-label="${words.order}"><ul class="in-a-row">
<li><a href="${listAddress('urgent', typed)}" ${attributes({'aria-current': order === 'urgent' && 'true'})}>${words.urgentFirst}</a></li>
<li><a href="${listAddress('arrived', typed)}" ${attributes({'aria-current': order === 'arrived' && 'true'})}>${words.oldestFirst}</a></li>
</ul></nav>
${threads.length === 0 ? html`<p>${whyNothing(filterView, isFirst, frame.words)}</p>` : html`<p>${words.counts(threads.length, count('immediate'), count('concern'))}</p>`}
<ol class="threads">${threads.map((thread) => {
      const story = storyOf(thread.shown) ?? '';
      const isWhole = story.length <= room;
      if (isWhole) room -= story.length;
      return html`<li ${attributes({'data-state': thread.shown.submission.state})}>${entry(thread, {story, isWhole}, frame.words)}</li>`;
    })}</ol>
<p class="paging">${!isFirst && html`<a href="${listAddress(order, typed)}">${words.toStart}</a> `}${next !== undefined && html`<a href="${listAddress(order, typed, next)}">${words.more}</a>`}</p>`,
  });
}

function whyNothing({fitting}: FilterView, isFirst: boolean, words: Words): string {
  const {nothingYet, nothingMore} = inboxWords(words);
  if (!isFirst) return nothingMore;
  return fitting === undefined ? nothingYet : filterWords(words).nothingFits;
}

function unopenedLine({count, oldest}: Unopened, locale: Words): Html | undefined {
  const words = inboxWords(locale);
  return oldest && html`<p class="overdue"><span aria-hidden="true">▲</span> ${words.unopened(count, momentInWords(oldest.receivedAt, locale.lang))} <a href="${addressOf(oldest.id)}">${words.openOldest}</a></p>`;
}

function entry({shown, older}: SubmissionThread, {story, isWhole}: {story: string; isWhole: boolean}, locale: Words): Html {
  const {submission} = shown;
  const words = inboxWords(locale);
  return html`<article aria-labelledby="about-${submission.id}">
<h2 id="about-${submission.id}"><a href="${addressOf(submission.id)}"><bdi>${visibly(subject(submission, words))}</bdi></a></h2>
${urgencyMark(submission.urgency, words)}${submission.state && stateMark(submission.state, statusWords(locale))}${quarantineMark(submission, words)}${dangerMark(submission, words)}
${factList(facts(shown, locale))}
${story !== '' && storyPart(submission, {story, isWhole}, words)}
${submission.hasContact && html`<p>${words.contactGiven}</p>`}
${claimLine(submission, locale)}
${submission.replacedBy !== undefined && html`<p><a href="${addressOf(submission.replacedBy)}">${words.newerVersion}</a></p>`}
${older.length > 0 && html`<p>${words.earlierVersions}</p><ul>${older.map((each) => html`<li><a href="${addressOf(each.id)}">${momentOf(shown, each.receivedAt, locale)}</a></li>`)}</ul>`}
</article>`;
}

function storyPart({id, language}: InboxEntry, {story, isWhole}: {story: string; isWhole: boolean}, words: InboxWords): Html {
  const start = beginning(story, shownAtOnce);
  if (start.length === story.length) return block(story, language);
  const shown = html`${block(start, language)}<p aria-hidden="true">…</p>`;
  if (!isWhole) return html`${shown}<p><a href="${addressOf(id)}">${words.openStory}</a></p>`;
  return html`${shown}<details><summary>${words.wholeStory(charactersIn(story))}</summary>${block(story, language)}</details>`;
}
