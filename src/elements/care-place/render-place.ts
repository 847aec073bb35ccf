import {html, nothing, type TemplateResult} from 'lit';
import type {PlaceRatings} from '../../contract/place.js';
import {keyQuestionIds, ratingAges} from '../../contract/rating-words.js';
import {freshness} from '../../domain/ratings/freshness.js';
import {profileAddress} from '../../domain/ratings/profile-address.js';
import {ratingMark} from '../shared/rating-mark/rating-mark.js';
import {countTable} from './place-counts.js';
import type {Kind, PlaceWords} from './place-words.js';

export interface PlaceContext {
  own: PlaceWords;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The kind that somebody has chosen. */
  kind: Kind | undefined;
  choose: (kind: Kind | undefined) => void;
  /** What stands under "Compare services" once somebody has opened it. */
  comparison: unknown;
  openComparison: () => void;
}

/** How the services of an area are rated, as counts. */
export function renderPlace(ratings: PlaceRatings, context: PlaceContext): TemplateResult {
  const {own, today} = context;
  const {place, asOf} = ratings;
  const age = freshness(asOf, today);
  return html`
    <h2 class="title" part="heading">${own.title(place.name)}</h2>
    ${age === 'too-old' ? nothing : counted(ratings, context)}
    ${age === 'fresh' ? nothing : html`<p>${own.checked(asOf)}</p>`}
    <p><a href="https://www.cqc.org.uk/" rel="noopener noreferrer">${own.site}</a></p>
    <p class="hint">${own.attribution}</p>
  `;
}

function counted(ratings: PlaceRatings, context: PlaceContext): TemplateResult {
  const {services, kinds, changed} = ratings;
  const {own, kind, comparison, openComparison} = context;
  return html`
    <p>${own.services(services)}</p>
    ${kinds.length > 1 ? kindFilter(kinds, context) : nothing}
    ${kinds.filter((each) => !kind || each.kind === kind).map((each) => kindCounts(each, context))}
    ${ageTable(ratings, own)}
    ${changed.length > 0 ? changes(ratings, context) : nothing}
    <details @toggle=${openComparison}>
      <summary>${own.compare}</summary>
      ${comparison}
    </details>
  `;
}

function kindFilter(kinds: PlaceRatings['kinds'], {own, kind, choose}: PlaceContext): TemplateResult {
  return html`
    <label for="kind" class="label">${own.kind}</label>
    <select id="kind" @change=${(event: Event) => choose(((event.target as HTMLSelectElement).value || undefined) as Kind | undefined)}>
      <option value="" ?selected=${!kind}>${own.allKinds}</option>
      ${kinds.map((each) => html`<option value=${each.kind} ?selected=${kind === each.kind}>${own.ofKind(own.kinds[each.kind], each.services)}</option>`)}
    </select>
  `;
}

function kindCounts({kind, services, overall, keyQuestions}: PlaceRatings['kinds'][number], {own, kind: chosen}: PlaceContext): TemplateResult {
  const name = own.kinds[kind];
  return html`
    <h3>${own.ofKind(name, services)}</h3>
    ${countTable(own.whole(name), overall, own)}
    <details ?open=${kind === chosen}>
      <summary>${own.byQuestion(name)}</summary>
      <div class="tables">${keyQuestionIds.map((id) => countTable(own[id], keyQuestions[id], own))}</div>
    </details>
  `;
}

function ageTable({ages, services}: PlaceRatings, own: PlaceWords): TemplateResult {
  const rated = ratingAges.reduce((sum, each) => sum + ages[each], 0);
  const rows = [...ratingAges.map((each) => [own[each], ages[each]] as const), [own.notRated, services - rated] as const];
  return html`
    <table>
      <caption><h3>${own.ages}</h3></caption>
      <thead><tr><th scope="col" class="unseen">${own.age}</th><th scope="col" class="unseen">${own.count}</th></tr></thead>
      <tbody>${rows.map(([label, count]) => html`<tr><th scope="row">${label}</th><td>${count}</td></tr>`)}</tbody>
    </table>
  `;
}

function changes({changed}: PlaceRatings, {own, today}: PlaceContext): TemplateResult {
  return html`
    <h3>${own.changed}</h3>
    <ul>${changed.map(({service, overall, before}) => html`
      <li>
        <a href=${profileAddress({...service, level: 'location'})} rel="noopener noreferrer">${service.name}</a><br>
        ${own.now}: ${ratingMark(overall, own)} <small>${overall.published ? own.published(overall.published, today) : nothing}</small>
        ${own.before}: ${ratingMark(before, own)}
      </li>
    `)}</ul>
  `;
}
