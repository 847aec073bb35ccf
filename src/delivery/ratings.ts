import {isRecord, isText} from '../contract/guarding.js';
import type {ServiceRating} from '../contract/rating.js';
import {serviceRatingFault} from '../contract/rating-guard.js';
import {isServiceId} from '../contract/service-id.js';
import {below} from './addresses.js';
import {askFor} from './asking.js';
import {withGoodLinks} from './good-links.js';
import {Unusable} from './unusable.js';

/** Reads a record of CQC's own. Few pages have one, so what is needed for it is loaded only there. */
export type ReadRecord = (record: unknown, about: {asOf: string; source: string}) => Promise<{rating: ServiceRating} | {fault: string}>;

/**
 * How a service is rated, as the endpoint knows it, checked against the contract.
 *
 * @throws Unusable when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchRating(endpoint: URL, id: string, signal?: AbortSignal): Promise<ServiceRating> {
  if (!isServiceId(id)) throw new Unusable(`${id} is not a CQC id or an ODS code.`);
  const address = below(endpoint, `v1/services/${id}/rating`);
  const {status, value} = await askFor(address, signal, [404]);
  if (status === 404) throw new Unusable(`${address.href} answered 404: the endpoint knows no rating of ${id}.`);
  return ratingIn(value, address);
}

/**
 * How a service is rated, as JSON at an address of the page's own: as an endpoint
 * answers it or, with `readRecord`, a record of CQC's own. A record does not say when
 * it was fetched: it is taken to be as old as the file.
 *
 * @throws Unusable when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function ratingAt(address: URL, signal?: AbortSignal, readRecord?: ReadRecord): Promise<ServiceRating> {
  const {value, headers} = await askFor(address, signal);
  if (!readRecord || !isRecordOfCqc(value)) return ratingIn(value, address);
  const read = await readRecord(value, {asOf: dayOf(headers), source: 'CQC’s own record'});
  if ('fault' in read) throw new Unusable(`${plain(address)} is not a record of CQC’s: it ${read.fault}.`);
  return read.rating;
}

function ratingIn(value: unknown, address: URL): ServiceRating {
  const rating = withGoodLinks(value);
  const fault = serviceRatingFault(rating);
  if (fault) throw new Unusable(`${plain(address)} is not a rating: ${fault}.`);
  return rating as ServiceRating;
}

function isRecordOfCqc(value: unknown): boolean {
  return isRecord(value) && (isText(value['locationId']) || isText(value['providerId']));
}

/** The day in England on which the answer was last changed, or today where it does not say. */
function dayOf(headers: Headers): string {
  const changed = Date.parse(headers.get('Last-Modified') ?? '');
  const day = Number.isNaN(changed) || changed > Date.now() ? new Date() : new Date(changed);
  return day.toLocaleDateString('en-CA', {timeZone: 'Europe/London'});
}

function plain(address: URL): string {
  return `${address.origin}${address.pathname}`;
}
