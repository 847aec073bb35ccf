import * as z from 'zod/mini';
import type {PlaceList} from '../../contract/place.js';
import {ServiceKind} from '../../contract/service.js';
import {cachedJson} from '../http/cached-response.js';
import {answerEncoded} from '../http/encoded-response.js';
import {problem} from '../http/problem-response.js';
import type {Route} from '../http/route.js';

const seconds = 300;
const kept = {type: 'application/json', cacheControl: `public, max-age=${seconds}`};

const Kind = z.union([ServiceKind, z.literal('other')]);
const kinds = [...ServiceKind.options, 'other'];

const unchanged = {description: 'What the asker holds still stands', headers: ['ETag']};
const again = {description: 'Ask again', headers: ['Retry-After']};
const unknown = {description: 'No service in the directory is in such an area'};

const list: Route = {
  method: 'GET',
  path: '/v1/places',
  operation: {
    summary: 'The areas of local authorities that services are in, by name',
    answers: {200: {description: 'The areas', schema: 'PlaceList', headers: ['ETag']}, 304: unchanged, 503: again},
  },
  async handle({request}, {places}) {
    const answer: PlaceList = {places: await places.list()};
    return cachedJson(request, answer, seconds);
  },
};

const show: Route = {
  method: 'GET',
  path: '/v1/places/:id',
  operation: {
    summary: 'How the services of an area are rated, counted. Nothing is averaged, and services that have closed are not counted',
    answers: {200: {description: 'The counts', schema: 'PlaceRatings', headers: ['ETag']}, 304: unchanged, 404: unknown, 503: again},
  },
  async handle({request, parameters}, {places}) {
    const ratings = await places.ratings(parameters['id'] ?? '');
    return ratings ? answerEncoded(request, ratings, kept) : notFound();
  },
};

const services: Route = {
  method: 'GET',
  path: '/v1/places/:id/services',
  operation: {
    summary: 'The services of an area that have not closed with their ratings, by name',
    query: [{name: 'kind', description: 'Of this kind alone; `other` are those of none', schema: {type: 'string', enum: kinds}}],
    answers: {
      200: {description: 'The services', schema: 'RatedServiceList', headers: ['ETag']},
      304: unchanged,
      400: {description: '`kind` is none'},
      404: unknown,
      503: again,
    },
  },
  async handle({request, url, parameters}, {places}) {
    const kind = z.safeParse(z.optional(Kind), url.searchParams.get('kind') || undefined);
    if (!kind.success) return problem(400, 'malformed-query', `The query parameter "kind" is none of ${kinds.join(', ')}`);

    const found = await places.services(parameters['id'] ?? '', kind.data);
    return found ? answerEncoded(request, found, kept) : notFound();
  },
};

export const placeRoutes: readonly Route[] = [list, show, services];

function notFound(): Response {
  return problem(404, 'not-found', 'No service in the directory is in such an area');
}
