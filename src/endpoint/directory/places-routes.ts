import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import * as z from 'zod/mini';
import type {PlaceList} from '../../contract/place.js';
import {ServiceKind} from '../../contract/service.js';
import {cachedJson} from '../http/cached-response.js';
import {answerEncoded} from '../http/encoded-response.js';
import type {EndpointEnvironment} from '../http/environment.js';
import {askAgain, jsonAnswer, query, refusal, unchanged} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';

const seconds = 300;
const kept = {type: 'application/json', cacheControl: `public, max-age=${seconds}`};

const Kind = z.union([ServiceKind, z.literal('other')]);
const kinds = [...ServiceKind.options, 'other'];

const unknown = refusal('No service in the directory is in such an area');

export const placeRoutes = new Hono<EndpointEnvironment>()
  .get(
    '/v1/places',
    describeRoute({
      summary: 'The areas of local authorities that services are in, by name',
      responses: {200: jsonAnswer('The areas', 'PlaceList', 'ETag'), 304: unchanged, 503: askAgain},
    }),
    async ({req, env: {places}}) => {
      const list: PlaceList = {places: await places.list()};
      return cachedJson(req.raw, list, seconds);
    },
  )
  .get(
    '/v1/places/:id',
    describeRoute({
      summary: 'How the services of an area are rated, counted. Nothing is averaged, and services that have closed are not counted',
      responses: {200: jsonAnswer('The counts', 'PlaceRatings', 'ETag'), 304: unchanged, 404: unknown, 503: askAgain},
    }),
    async ({req, env: {places}}) => {
      const ratings = await places.ratings(req.param('id'));
      return ratings ? answerEncoded(req.raw, ratings, kept) : notFound();
    },
  )
  .get(
    '/v1/places/:id/services',
    describeRoute({
      summary: 'The services of an area that have not closed with their ratings, by name',
      parameters: [query('kind', 'Of this kind alone; `other` are those of none', {type: 'string', enum: kinds})],
      responses: {200: jsonAnswer('The services', 'RatedServiceList', 'ETag'), 304: unchanged, 400: refusal('`kind` is none'), 404: unknown, 503: askAgain},
    }),
    async ({req, env: {places}}) => {
      const kind = z.safeParse(z.optional(Kind), req.query('kind') || undefined);
      if (!kind.success) return problem(400, 'malformed-query', `The query parameter "kind" is none of ${kinds.join(', ')}`);

      const services = await places.services(req.param('id'), kind.data);
      return services ? answerEncoded(req.raw, services, kept) : notFound();
    },
  );

function notFound(): Response {
  return problem(404, 'not-found', 'No service in the directory is in such an area');
}
