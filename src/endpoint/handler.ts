import {limitSignIns} from './inbox/limit-sign-ins.js';
import type {Dependencies} from './dependencies.js';
import type {Answered} from './metrics/metrics.js';
import {problem, unavailable} from './http/problem-response.js';
import type {RouteRequest, Route} from './http/route.js';
import {matcherFor, type RouteMatch} from './http/route-table.js';
import {withHeaders} from './http/response-headers.js';
import {StoreUnavailable} from './store/store.js';

/** The endpoint as a function: everything over HTTP goes through it, and is told to `observe` once it is answered. Never rejects. */
export function createHandler(routes: readonly Route[], dependencies: Dependencies, observe: (answered: Answered) => void = () => undefined): (request: Request, from?: string) => Promise<Response> {
  const match = matcherFor(routes);

  return async function handle(request: Request, from?: string): Promise<Response> {
    const began = performance.now();
    const url = new URL(request.url);
    const matched = match(url.pathname);
    const found = matched.find(request.method);
    const response = await limitSignIns({request, url, from}, dependencies, () => answer({request, url, from}, matched.methods, found, dependencies));
    observe({method: request.method, route: found?.route.path, status: response.status, seconds: (performance.now() - began) / 1000});
    return withHeaders(response, {path: url.pathname, wanted: request.headers.get('Access-Control-Request-Headers'), withoutBody: request.method === 'HEAD', isHttpsAlone: dependencies.origin?.startsWith('https:') ?? false});
  };
}

async function answer({request, url, from}: Omit<RouteRequest, 'parameters'>, methods: RouteMatch['methods'], found: ReturnType<RouteMatch['find']>, dependencies: Dependencies): Promise<Response> {
  if (methods.length === 0) return problem(404, 'not-found', 'There is nothing at this address');
  if (request.method === 'OPTIONS') return new Response(null, {status: 204, headers: {Allow: methods.join(', ')}});

  if (!found) return problem(405, 'wrong-method', 'This address does not take this method', {headers: {Allow: methods.join(', ')}});
  try {
    return await found.route.handle({request, url, from, parameters: found.parameters}, dependencies);
  } catch (error) {
    return failure(error, found.route, dependencies);
  }
}

function failure(error: unknown, {method, path}: Route, {log}: Dependencies): Response {
  if (error instanceof StoreUnavailable) {
    log(`${method} ${path}: the store does not answer: ${error.message}`);
    return unavailable();
  }
  // An error's message may quote what somebody wrote; where it happened does not.
  const [name, frames] = error instanceof Error ? [error.name, error.stack ?? ''] : ['unknown', ''];
  const where = frames.split('\n').filter((line) => /^\s+at /.test(line));
  log([`${method} ${path}: failed: ${name}`, ...where].join('\n'));
  return problem(500, 'failed', 'The endpoint failed', {detail: 'It has been written down for the operator. Nothing was kept; try again.'});
}
