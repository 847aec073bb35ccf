import type {InboxEntry} from '../../../contract/inbox.js';
import type {Words} from '../../../locale/words.js';
import {attributes, html, type Html} from '../../html/html.js';
import {relatedListWords} from './related-list-words.js';
import {momentOf, type ShownSubmission} from './description.js';
import {addressOf} from './inbox-frame.js';
import {factList} from './marks.js';
import {listAddress} from './filter-links.js';
import {serviceAddress} from './service-page.js';
import {serviceOverviewWords} from './service-overview-words.js';
import {visibly} from './visible-characters.js';

/** What stands around one submission. */
export interface RelatedSubmissions {
  /** Every version of it, oldest first. */
  versions: readonly {id: string; receivedAt: string}[];
  /** What says that it corrects this, and cannot be told to be of the same person, oldest first. */
  claims: readonly {id: string; receivedAt: string}[];
  /** For each service that it names, what others told. */
  others: readonly Others[];
}

/** What others told about one service. */
export interface Others {
  id: string;
  name: string;
  days: number;
  people: number;
  /** How many of them had which experience; without those that nobody had. */
  experiences: readonly {label: string | undefined; people: number}[];
  /** The ids of what arrived before and after it. */
  before?: string;
  after?: string;
}

/** Every version, where there is more than one. */
export function versionList({versions}: RelatedSubmissions, shown: ShownSubmission, locale: Words): Html | false {
  const words = relatedListWords(locale);
  const newest = versions.at(-1)?.id;
  return versions.length > 1 && html`<h2 id="versions">${words.versions}</h2>
<ol class="versions" reversed>${versions.toReversed().map(({id, receivedAt}) => html`<li><a href="${addressOf(id)}" ${attributes({'aria-current': id === shown.submission.id && 'page'})}>${momentOf(shown, receivedAt, locale)}</a>
${id === newest && html` <strong>${words.newest}</strong>`}${id === shown.submission.id && html` <span>${words.shownHere}</span>`}</li>`)}</ol>`;
}

/** What says that it corrects this one, where nobody can tell whether the same person sent it. */
export function claimList({claims}: RelatedSubmissions, shown: ShownSubmission, locale: Words): Html | false {
  const words = relatedListWords(locale);
  return claims.length > 0 && html`<h2>${words.claims}</h2>
<p>${words.claimsAdvice}</p>
<ul>${claims.map(({id, receivedAt}) => html`<li><a href="${addressOf(id)}">${momentOf(shown, receivedAt, locale)}</a></li>`)}</ul>`;
}

/** That this one says so of another. */
export function claimLine({replaces, isReplacementProven}: InboxEntry, locale: Words): Html | false {
  const words = relatedListWords(locale);
  return replaces !== undefined && !isReplacementProven && html`<p class="inset">${words.isClaim} <a href="${addressOf(replaces)}">${words.claimed}</a></p>`;
}

/** Its place among others on each service that it names. */
export function othersList({others}: RelatedSubmissions, locale: Words): Html | false {
  const words = relatedListWords(locale);
  return others.length > 0 && html`<h2>${words.others}</h2>${others.map((service) => oneService(service, locale))}`;
}

function oneService({id, name, days, people, experiences, before, after}: Others, locale: Words): Html {
  const words = relatedListWords(locale);
  const counts = experiences.map(({label, people: had}) => [label ?? words.unsaid, String(had)] as const);
  return html`<h3><bdi>${visibly(words.othersAbout(name, days))}</bdi></h3>
${people === 0 ? html`<p>${words.nobodyElse}</p>` : factList([[words.people, String(people)], ...counts])}
<ul>
<li><a href="${listAddress('urgent', {service: id})}"><bdi>${visibly(words.listOf(name))}</bdi></a></li>
<li><a href="${serviceAddress(id)}"><bdi>${visibly(serviceOverviewWords(locale).concernsAbout(name))}</bdi></a></li>
${before !== undefined && html`<li><a href="${addressOf(before)}" rel="prev"><bdi>${visibly(words.before(name))}</bdi></a></li>`}
${after !== undefined && html`<li><a href="${addressOf(after)}" rel="next"><bdi>${visibly(words.after(name))}</bdi></a></li>`}
</ul>`;
}
