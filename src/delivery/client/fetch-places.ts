import type {Place, PlaceList, PlaceRatings, RatedService, RatedServiceList} from '../../contract/place.js';
import {isPlaceId, placeListFault, placeRatingsFault, ratedServiceListFault} from '../../contract/place-guard.js';
import {below} from './endpoint-addresses.js';
import {getJson} from './api-client.js';
import {InvalidResponseError} from './invalid-response-error.js';

/**
 * The areas that the endpoint knows, by name.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchPlaces(endpoint: URL, signal?: AbortSignal): Promise<Place[]> {
  const value = await checked(below(endpoint, 'v1/places'), 'a list of places', placeListFault, signal);
  return (value as PlaceList).places;
}

/**
 * How the services of an area are rated, as the endpoint knows it.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchPlace(endpoint: URL, id: string, signal?: AbortSignal): Promise<PlaceRatings> {
  return placeAt(below(endpoint, `v1/places/${placeId(id)}`), signal);
}

/**
 * How the services of an area are rated, as JSON at an address of the page's own.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function placeAt(address: URL, signal?: AbortSignal): Promise<PlaceRatings> {
  return (await checked(address, 'the ratings of a place', placeRatingsFault, signal)) as PlaceRatings;
}

/**
 * The services of an area with their ratings, by name.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function fetchPlaceServices(endpoint: URL, id: string, signal?: AbortSignal): Promise<RatedService[]> {
  return placeServicesAt(below(endpoint, `v1/places/${placeId(id)}/services`), signal);
}

/**
 * The services of an area with their ratings, as JSON at an address of the page's own.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function placeServicesAt(address: URL, signal?: AbortSignal): Promise<RatedService[]> {
  const value = await checked(address, 'a list of rated services', ratedServiceListFault, signal);
  return (value as RatedServiceList).services;
}

async function checked(address: URL, what: string, faultOf: (value: unknown) => string | undefined, signal?: AbortSignal): Promise<unknown> {
  const {status, value} = await getJson(address, signal, {alsoFine: [404]});
  const plain = `${address.origin}${address.pathname}`;
  if (status === 404) throw new InvalidResponseError(`${plain} answered 404: no such place is known there.`);
  const fault = faultOf(value);
  if (fault) throw new InvalidResponseError(`${plain} is not ${what}: ${fault}.`);
  return value;
}

function placeId(id: string): string {
  if (!isPlaceId(id)) throw new InvalidResponseError(`${id} is not the id of a place.`);
  return id;
}
