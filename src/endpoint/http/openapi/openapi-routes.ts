import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {cachedJson} from '../cached-response.js';
import type {EndpointEnvironment} from '../environment.js';
import {otherAnswer, unchanged} from './describe.js';
import {openApiDocument} from './document.js';

const seconds = 300;

/** The route that describes `routes`, and itself where they have it. */
export function openApiRoutes(routes: Hono<EndpointEnvironment>): Hono<EndpointEnvironment> {
  let document: ReturnType<typeof openApiDocument> | undefined;

  return new Hono<EndpointEnvironment>().get(
    '/v1/openapi.json',
    describeRoute({
      summary: 'This document',
      responses: {200: otherAnswer('application/json', 'OpenAPI 3.1', 'ETag'), 304: unchanged},
    }),
    async ({req, env: {version}}) => {
      document ??= openApiDocument(routes, version);
      return cachedJson(req.raw, await document, seconds);
    },
  );
}
