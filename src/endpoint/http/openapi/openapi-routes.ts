import {cachedJson} from '../cached-response.js';
import {openApiDocument} from './document.js';
import type {Route} from '../route.js';

const seconds = 300;

/** The route that describes `routes` and itself. */
export function openApiRoutes(routes: readonly Route[]): readonly Route[] {
  let document: Readonly<Record<string, unknown>> | undefined;

  const show: Route = {
    method: 'GET',
    path: '/v1/openapi.json',
    operation: {
      summary: 'This document',
      answers: {200: {description: 'OpenAPI 3.1', type: 'application/json', headers: ['ETag']}, 304: {description: 'What the asker holds still stands', headers: ['ETag']}},
    },
    handle({request}, {version}) {
      document ??= openApiDocument([...routes, show], version);
      return cachedJson(request, document, seconds);
    },
  };
  return [show];
}
