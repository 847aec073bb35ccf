import {pointer} from '../../../contract/problem.js';
import type {Place} from '../../../contract/place.js';
import {ServiceRating} from '../../../contract/rating.js';
import {Service} from '../../../contract/service.js';
import {shortLineIn} from '../../../domain/ratings/json-record.js';
import {ratingFromRecord} from '../../../domain/ratings/rating-from-record.js';
import {serviceFromRecord} from '../../../domain/ratings/service-from-record.js';
import {visibleText} from '../../../domain/ratings/visible-text.js';
import type {RowSource, FoundRows} from './found-rows.js';
import {placeNamed} from '../../../domain/ratings/place-named.js';

// Our own schemas let texts and lists be of any length, and some hundred are in memory at once. A provider with a thousand locations has as much.
const longestOwn = 512 * 1024;
const tooLong = `has more than ${longestOwn.toLocaleString('en-GB')} characters, and nothing that this endpoint answers has`;

const source = 'Care Quality Commission, by its API';

/** What one record says: CQC's of a location or a provider, a line of its lists, or a Service or ServiceRating in the contract's own shape. */
export function foundInRecord(record: unknown, where: string, {asOf}: RowSource): FoundRows[] {
  const ours = ourOwn(record, where, asOf);
  if (ours.length > 0) return ours;

  const read = serviceFromRecord(record);
  if ('fault' in read) return [{of: 'services', where, fault: read.fault}];
  const place = areaIn(record);
  const service: FoundRows = {service: {service: read.service, ...(place && {place}), asOf, ...(read.statusKnown ? {} : {isPartial: true})}};
  if (!read.statusKnown) return [service];

  const rated = ratingFromRecord(record, {asOf, source});
  return [service, 'fault' in rated ? {of: 'ratings', where, fault: rated.fault} : {rating: {rating: rated.rating, source: 'record'}}];
}

function ourOwn(record: unknown, where: string, asOf: string): FoundRows[] {
  if (typeof record !== 'object' || record === null) return [];
  if ('service' in record && !('locationId' in record) && !('providerId' in record)) {
    const rating = ServiceRating.safeParse(record);
    if (rating.success && isTooLong(rating.data)) return [{of: 'ratings', where, fault: tooLong}];
    if (rating.success) return [{service: serviceOf(rating.data)}, {rating: {rating: {...rating.data, service: asSeen(rating.data.service)}, source: 'record'}}];
    const at = pointer(rating.error.issues[0]?.path ?? []);
    return [{of: 'ratings', where, fault: `is no rating in our own words${at && `: ${at} is missing or wrong`}`}];
  }
  const service = Service.safeParse(record);
  if (service.success && isTooLong(service.data)) return [{of: 'services', where, fault: tooLong}];
  if (!service.success) return [];
  // The area is no part of a Service, and may stand beside it as in CQC's records.
  const place = areaIn(record);
  return [{service: {service: asSeen(service.data), ...(place && {place}), asOf}}];
}

function areaIn(record: unknown): Place | undefined {
  return placeNamed(shortLineIn((record as {localAuthority?: unknown}).localAuthority, 300));
}

function isTooLong(own: Service | ServiceRating): boolean {
  return JSON.stringify(own).length > longestOwn;
}

function serviceOf({service, status, asOf}: ServiceRating) {
  return {service: asSeen({...service, status}), asOf, isPartial: true};
}

/** Without what shows nothing in its names. Character references are left: what was exported from an endpoint has none that are not meant. */
function asSeen<Named extends Pick<Service, 'name' | 'provider'>>(service: Named): Named {
  const {name, provider} = service;
  return {...service, name: visibleText(name), ...(provider?.name !== undefined && {provider: {...provider, name: visibleText(provider.name)}})};
}
