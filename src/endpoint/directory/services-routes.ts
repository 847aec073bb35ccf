import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import type {Service, ServiceList} from '../../contract/service.js';
import type {ReceiverFile} from '../../contract/receiver.js';
import {cachedJson} from '../http/cached-response.js';
import type {EndpointEnvironment} from '../http/environment.js';
import {askAgain, jsonAnswer, query, refusal, unchanged} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';
import {mustBeIsolated} from '../receiver/receiver-file.js';

const mostServices = 50;
const servicesUnlessAsked = 10;
const secondsOfService = 300;

export const serviceRoutes = new Hono<EndpointEnvironment>()
  .get(
    '/v1/services',
    describeRoute({
      summary: 'The services that somebody may mean by what they typed, best first',
      parameters: [
        query('q', 'Words of a name or town, a postcode, an id; the first 200 characters count. Left out, nothing is found', {type: 'string'}),
        query('limit', 'How many at most', {type: 'integer', minimum: 1, maximum: mostServices, default: servicesUnlessAsked}),
      ],
      responses: {200: jsonAnswer('The services; not to be stored', 'ServiceList'), 400: refusal('`limit` is no number that is taken'), 503: askAgain},
    }),
    async ({req, env: {directory, receiver}}) => {
      const limit = limitIn(req.query('limit'));
      if (limit === undefined) return problem(400, 'malformed-query', `The query parameter "limit" is not a whole number from 1 to ${mostServices}`);

      const found = await directory.search(req.query('q') ?? '', limit);
      const list: ServiceList = {services: found.map((service) => withIsolation(service, receiver))};
      // The address holds what somebody typed before they sent anything: no cache of a shared device, or on the way, may keep it.
      return Response.json(list, {headers: {'Cache-Control': 'no-store'}});
    },
  )
  .get(
    '/v1/services/:id',
    describeRoute({
      summary: 'One service, by location id, provider id or ODS code',
      responses: {200: jsonAnswer('The service', 'Service', 'ETag'), 304: unchanged, 404: refusal('Not in the directory'), 503: askAgain},
    }),
    async ({req, env: {directory, receiver}}) => {
      const service = await directory.service(req.param('id'));
      if (!service) return problem(404, 'not-found', 'This service is not in the directory');

      return cachedJson(req.raw, withIsolation(service, receiver), secondsOfService);
    },
  )
  .get(
    '/v1/services/:id/rating',
    describeRoute({
      summary: 'How CQC rates one service, by location id, provider id or ODS code; a provider with each of its locations',
      responses: {
        200: jsonAnswer('The rating', 'ServiceRating', 'ETag'),
        304: unchanged,
        404: refusal('Not in the directory; or, with a `type` that ends in `no-rating`, there and nothing is known of its rating, which does not mean that it has none'),
        503: askAgain,
      },
    }),
    async ({req, env: {store}}) => {
      const found = await store.rating(req.param('id'));
      if (!found) return problem(404, 'not-found', 'This service is not in the directory');
      if (!found.rating) return problem(404, 'no-rating', 'Nothing is known here of how this service is rated', {detail: 'It may have a rating: see www.cqc.org.uk.'});

      return cachedJson(req.raw, found.rating, secondsOfService);
    },
  );

/** The number asked for, or `undefined` when it is none that is taken. */
function limitIn(typed: string | undefined): number | undefined {
  if (typed === undefined) return servicesUnlessAsked;
  const limit = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return limit >= 1 && limit <= mostServices ? limit : undefined;
}

/** Whether a service must be written about in the frame is the owner's to say, not an import's. */
function withIsolation({isolated: _imported, ...service}: Service, receiver: ReceiverFile): Service {
  return mustBeIsolated(receiver, service.id, service) ? {...service, isolated: true} : service;
}
