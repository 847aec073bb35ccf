import {html, nothing, type TemplateResult} from 'lit';
import type {RatedLocation, RatedPart, ServiceRating} from '../../contract/rating.js';
import {freshness} from '../../domain/ratings/freshness.js';
import {profileAddress} from '../../domain/ratings/profile-address.js';
import {ratingMark} from '../shared/rating-mark/rating-mark.js';
import {rareWords} from './unusual-rating-words.js';
import {dated, type RatingContext, type More} from './render-rating.js';
import {markWords, type MarkWords} from '../shared/rating-mark/mark-words.js';

type Own = MarkWords & ReturnType<typeof rareWords>;

/** What most ratings do without: that a service has closed, whose rating it was, how old the data is, its parts and locations. */
export function rare(rating: ServiceRating, {words, today}: RatingContext): More {
  const {status, overall, services = [], locations = [], inherited, pending, asOf} = rating;
  const own = {...markWords(words), ...rareWords(words)};
  const age = freshness(asOf, today);
  const isTooOld = age === 'too-old';
  return {
    first: status.kind === 'registered' ? nothing : notice(rating, status.kind, own),
    ...(isTooOld && {instead: nothing}),
    ...(status.kind !== 'registered' && {overall: own.last}),
    about: html`
      ${overall?.rating && !overall.published ? html`<p>${own.undated}</p>` : nothing}
      ${inherited ? html`<p>${own.inherited(inherited.from?.name)}</p>` : nothing}
      ${pending ? html`<p>${own.pending(pending.visited)}</p>` : nothing}
    `,
    last: html`
      ${isTooOld || overall?.rating || services.length === 0 ? nothing : partList(services, today, own)}
      ${isTooOld || locations.length === 0 ? nothing : locationList(locations, today, own)}
      ${age === 'fresh' ? nothing : html`<p>${own.checked(asOf)}</p>`}
    `,
  };
}

/** Before all else: what there was said of the service is no longer so. */
function notice({service, status: {on, successor}}: ServiceRating, kind: 'closed' | 'moved', own: Own): TemplateResult {
  return html`
    <div>
      <p><strong>${own[kind](service.name, on)}</strong></p>
      ${successor ? html`<p>${own.successor}: <a href=${profileAddress({...successor, level: service.level})} rel="noreferrer">${successor.name ?? successor.id}</a></p>` : nothing}
    </div>
  `;
}

function partList(parts: readonly RatedPart[], today: string, own: Own): TemplateResult {
  return html`
    <h3>${own.parts}</h3>
    <ul>${parts.map(({name, overall}) => html`<li>${name}<br>${ratingMark(overall, own)} <small>${dated(overall, today, own)}</small></li>`)}</ul>
  `;
}

function locationList(locations: readonly RatedLocation[], today: string, own: Own): TemplateResult {
  return html`
    <h3>${own.locations}</h3>
    <ul>${locations.map(({service, status, overall}) => html`
      <li>
        <a href=${profileAddress({...service, level: 'location'})} rel="noreferrer">${service.name}</a>
        ${status.kind === 'closed' ? own.isClosed : status.kind === 'moved' ? own.isMoved : nothing}<br>
        ${ratingMark(overall, own)} <small>${dated(overall, today, own)}</small>
      </li>
    `)}</ul>
  `;
}
