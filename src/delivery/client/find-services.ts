import {isService} from '../../contract/guards.js';
import type {Service} from '../../contract/service.js';
import {below} from './endpoint-addresses.js';
import {getJson} from './api-client.js';
import {InvalidResponseError} from './invalid-response-error.js';

/**
 * The services that fit what somebody typed, best first; at most ten.
 *
 * @throws InvalidResponseError when there is no such answer; what `signal` was aborted with, when it was.
 */
export async function findServices(endpoint: URL, query: string, signal?: AbortSignal): Promise<Service[]> {
  const address = below(endpoint, 'v1/services', {q: query, limit: '10'});
  // What somebody typed before they sent anything stays out of the browser's cache, whatever the endpoint allows.
  const {value} = await getJson(address, signal, {cache: 'no-store'});
  const services = (value as {services?: unknown} | null)?.services;
  if (!Array.isArray(services)) throw new InvalidResponseError(`${below(endpoint, 'v1/services').href} did not answer with a list of services.`);
  return services.filter(isService);
}
