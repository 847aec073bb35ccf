import type {ServiceRating} from '../../contract/rating.js';
import {serviceRatingFault} from '../../contract/rating-guard.js';
import {readJsonResponse} from './read-response.js';
import {InvalidResponseError} from './invalid-response-error.js';

/** Reads what is no rating as we write them; `undefined` where it is no record of CQC's either. */
export type ReadRecord = (record: unknown, headers: Headers) => Promise<ServiceRating | undefined>;

/** Where an endpoint says how a service is rated; its base address may have a path of its own. */
export function ratingAddress(endpoint: string, id: string): URL {
  return new URL(`v1/services/${encodeURIComponent(id)}/rating`, endpoint.replace(/\/*$/, '/'));
}

/**
 * How a service is rated, as JSON at an address, checked against the contract.
 * With `readRecord` it may also be a record of CQC's own.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function ratingAt(address: URL, signal?: AbortSignal, readRecord?: ReadRecord): Promise<ServiceRating> {
  const {value, headers} = await readJsonResponse(address, signal);
  return (serviceRatingFault(value) && (await readRecord?.(value, headers))) || ratingIn(value);
}

/**
 * What should be a rating, checked against the contract as far as every rating goes.
 *
 * @throws InvalidResponseError when it is none.
 */
export function ratingIn(value: unknown): ServiceRating {
  const fault = serviceRatingFault(value);
  if (fault) throw new InvalidResponseError(`This is not a rating: ${fault}.`);
  return value as ServiceRating;
}
