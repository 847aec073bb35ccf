import {html} from '../../html/html.js';
import {inboxPage, inboxPath, type InboxFrame} from './inbox-frame.js';
import {inboxWords} from './inbox-words.js';
import {factList} from './marks.js';
import {serviceAddress, concernMark, type ServiceOverview} from './service-page.js';
import {serviceOverviewWords} from './service-overview-words.js';
import {visibly} from './visible-characters.js';

export const concernsPath = `${inboxPath}/services`;

/** The services that are raised now. */
export interface ConcernedServices {
  services: readonly (Pick<ServiceOverview, 'id' | 'name' | 'people' | 'concerned'> & {colour: 'red' | 'amber'})[];
  /** Over how many days the rules look back. */
  days: number;
  /** How many were looked at, where more could be raised. */
  lookedAt?: number;
}

/** Every service that is raised, with the counts behind it. For the team alone. */
export function concernsPage(frame: InboxFrame, {services, days, lookedAt}: ConcernedServices): string {
  const words = serviceOverviewWords(frame.words);
  return inboxPage(frame, {
    kind: words.raised,
    main: html`<p><a href="${inboxPath}">${inboxWords(frame.words).toList}</a></p>
<h1>${words.raised}</h1>
${services.length === 0 ? html`<p>${lookedAt === undefined ? words.noneRaised : words.noneRaisedOf(lookedAt)}</p>` : html`<p>${words.counts(days)}</p>${lookedAt !== undefined && html`<p>${words.lookedAt(lookedAt)}</p>`}`}
<ol class="threads">${services.map(({id, name, colour, people, concerned}) => html`<li><h2><a href="${serviceAddress(id)}"><bdi>${visibly(name)}</bdi></a></h2>
${concernMark(colour, frame.words)}
${factList([[words.people, String(people)], [words.concerned, String(concerned)]])}</li>`)}</ol>`,
  });
}
