import {routes} from '../../../src/endpoint/routes.js';

/** One method of one address; a part that differs is written as `:id`. */
export interface ServedRoute {
  method: 'GET' | 'POST';
  path: string;
}

/** Everything that the endpoint answers, each once, whatever stands before it. */
export const servedRoutes: readonly ServedRoute[] = [...new Set(routes.routes.map(({method, path}) => `${method} ${path.replace(/\{.*\}$/, '')}`))].map((named) => {
  const [method, path] = named.split(' ') as [ServedRoute['method'], string];
  return {method, path};
});

/** How the OpenAPI document writes a path. */
export function documentedPath(path: string): string {
  return path.replace(/:([a-z]+)/g, '{$1}');
}
