import type {Service, ServiceList} from '../../contract/service.js';
import type {ReceiverFile} from '../../contract/receiver.js';
import {cachedJson} from '../http/cached-response.js';
import {problem} from '../http/problem-response.js';
import {mustBeIsolated} from '../receiver/receiver-file.js';
import type {Route} from '../http/route.js';

const mostServices = 50;
const servicesUnlessAsked = 10;
const secondsOfService = 300;

const find: Route = {
  method: 'GET',
  path: '/v1/services',
  operation: {
    summary: 'The services that somebody may mean by what they typed, best first',
    query: [
      {name: 'q', description: 'Words of a name or town, a postcode, an id; the first 200 characters count. Left out, nothing is found', schema: {type: 'string'}},
      {name: 'limit', description: 'How many at most', schema: {type: 'integer', minimum: 1, maximum: mostServices, default: servicesUnlessAsked}},
    ],
    answers: {
      200: {description: 'The services; not to be stored', schema: 'ServiceList'},
      400: {description: '`limit` is no number that is taken'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({url}, {directory, receiver}) {
    const limit = limitIn(url);
    if (limit === undefined) return problem(400, 'malformed-query', `The query parameter "limit" is not a whole number from 1 to ${mostServices}`);

    const found = await directory.search(url.searchParams.get('q') ?? '', limit);
    const list: ServiceList = {services: found.map((service) => withIsolation(service, receiver))};
    // The address holds what somebody typed before they sent anything: no cache of a shared device, or on the way, may keep it.
    return Response.json(list, {headers: {'Cache-Control': 'no-store'}});
  },
};

const show: Route = {
  method: 'GET',
  path: '/v1/services/:id',
  operation: {
    summary: 'One service, by location id, provider id or ODS code',
    answers: {
      200: {description: 'The service', schema: 'Service', headers: ['ETag']},
      304: {description: 'What the asker holds still stands', headers: ['ETag']},
      404: {description: 'Not in the directory'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, parameters}, {directory, receiver}) {
    const service = await directory.service(parameters['id'] ?? '');
    if (!service) return problem(404, 'not-found', 'This service is not in the directory');

    return cachedJson(request, withIsolation(service, receiver), secondsOfService);
  },
};

const rating: Route = {
  method: 'GET',
  path: '/v1/services/:id/rating',
  operation: {
    summary: 'How CQC rates one service, by location id, provider id or ODS code; a provider with each of its locations',
    answers: {
      200: {description: 'The rating', schema: 'ServiceRating', headers: ['ETag']},
      304: {description: 'What the asker holds still stands', headers: ['ETag']},
      404: {description: 'Not in the directory; or, with a `type` that ends in `no-rating`, there and nothing is known of its rating, which does not mean that it has none'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, parameters}, {store}) {
    const found = await store.rating(parameters['id'] ?? '');
    if (!found) return problem(404, 'not-found', 'This service is not in the directory');
    if (!found.rating) return problem(404, 'no-rating', 'Nothing is known here of how this service is rated', {detail: 'It may have a rating: see www.cqc.org.uk.'});

    return cachedJson(request, found.rating, secondsOfService);
  },
};

export const serviceRoutes: readonly Route[] = [find, show, rating];

/** The number asked for, or `undefined` when it is none that is taken. */
function limitIn(url: URL): number | undefined {
  const asked = url.searchParams.get('limit');
  if (asked === null) return servicesUnlessAsked;
  const limit = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  return limit >= 1 && limit <= mostServices ? limit : undefined;
}

/** Whether a service must be written about in the frame is the owner's to say, not an import's. */
function withIsolation({isolated: _imported, ...service}: Service, receiver: ReceiverFile): Service {
  return mustBeIsolated(receiver, service.id, service) ? {...service, isolated: true} : service;
}
