import type {Words} from '../../../locale/words.js';
import {html, type Html} from '../../html/html.js';
import {addressOf, inboxPage, inboxPath, type InboxFrame} from './inbox-frame.js';
import {relatedListWords} from './related-list-words.js';
import {inboxWords} from './inbox-words.js';
import {factList} from './marks.js';
import {listAddress} from './filter-links.js';
import {serviceOverviewWords} from './service-overview-words.js';
import {visibly} from './visible-characters.js';

/** How a service stands, as its page shows it. */
export interface ServiceOverview {
  id: string;
  name: string;
  /** Where it is registered more than once: each registration, with who is registered. All of them are counted. */
  registrations?: readonly {id: string; provider: string | undefined}[];
  colour: 'red' | 'amber' | 'green' | 'too-few';
  fewestPeople: number;
  days: number;
  people: number;
  concerned: number;
  setApart: number;
  /** Each rule; `answer` in words, where it counts for one answer. */
  reasons: readonly {colour: 'red' | 'amber'; needed: number; days: number; answer?: string; people: number; holds: boolean}[];
  /** The ids of what was counted, newest first. */
  counted: readonly string[];
}

// A shape beside the word, so that nothing hangs on seeing a colour.
const shapes: Readonly<Record<ServiceOverview['colour'], string>> = {red: '▲', amber: '◆', green: '●', 'too-few': '○'};
const mostShown = 100;

/** How a service stands by the rules, with the counts behind it. For the team alone. */
export function servicePage(frame: InboxFrame, standing: ServiceOverview): string {
  const words = serviceOverviewWords(frame.words);
  const {id, name, registrations, colour, fewestPeople, days, people, concerned, setApart, reasons, counted} = standing;
  return inboxPage(frame, {
    kind: words.oneService,
    main: html`<p><a href="${inboxPath}">${inboxWords(frame.words).toList}</a></p>
<h1><bdi>${visibly(words.concernsAbout(name))}</bdi></h1>
${concernMark(colour, frame.words)}
${registrations && html`<p><bdi>${visibly(words.registrations(registrations.map((each) => (each.provider === undefined ? each.id : `${each.id} (${each.provider})`)).join(', ')))}</bdi></p>`}
<p>${words.fewest(fewestPeople)}</p>
<p><a href="${listAddress('urgent', {service: id})}"><bdi>${visibly(relatedListWords(frame.words).listOf(name))}</bdi></a></p>
<h2>${words.counts(days)}</h2>
${factList([[words.people, String(people)], [words.concerned, String(concerned)], [words.setApart, String(setApart)]])}
<p>${words.howCounted}</p>
<h2>${words.rules}</h2>
<ul>${reasons.map((reason) => html`<li>${ruleInWords(reason, frame.words)}</li>`)}</ul>
${counted.length > 0 && html`<h2>${words.counted}</h2>
<ol>${counted.slice(0, mostShown).map((each) => html`<li><a href="${addressOf(each)}">${each}</a></li>`)}</ol>
${counted.length > mostShown && html`<p>${words.others(counted.length - mostShown)}</p>`}`}`,
  });
}

/** How a service stands: a word, a shape and a colour. */
export function concernMark(colour: ServiceOverview['colour'], words: Words): Html {
  return html`<p class="standing" data-colour="${colour}"><span aria-hidden="true">${shapes[colour]}</span> ${serviceOverviewWords(words).colours[colour]}</p>`;
}

/** The page of a service. */
export function serviceAddress(id: string): string {
  return `${inboxPath}/services/${encodeURIComponent(id)}`;
}

function ruleInWords({colour, needed, days, answer, people, holds}: ServiceOverview['reasons'][number], locale: Words): Html {
  const words = serviceOverviewWords(locale);
  const named = words.ruleColours[colour];
  const rule = answer === undefined ? words.rule(named, needed, days, people) : words.ruleAbout(named, answer, needed, days, people);
  return holds ? html`${rule} <strong>${words.holds}</strong>` : html`${rule}`;
}
