import {Hono} from 'hono';
import {methodNotAllowed} from 'hono/method-not-allowed';
import {matchedRoutes} from 'hono/route';
import {isKeepable} from '../contract/characters.js';
import type {Dependencies} from './dependencies.js';
import type {EndpointContext, EndpointEnvironment, Middleware} from './http/environment.js';
import {problem, unavailable} from './http/problem-response.js';
import {allowOtherWebsites, forbidCaching, setSecurityHeaders} from './http/response-headers.js';
import {limitSignIns} from './inbox/limit-sign-ins.js';
import type {Answered} from './metrics/metrics.js';
import {routes} from './routes.js';
import {StoreUnavailable} from './store/store.js';

/** A request, and the address that it came from where that is known, to its answer. */
export type Handler = (request: Request, from?: string) => Promise<Response>;

/** The endpoint as a function: everything over HTTP goes through it, and is told to `observe` once it is answered. Never rejects. */
export function createHandler(dependencies: Dependencies, observe: (answered: Answered) => void = () => undefined): Handler {
  const app = new Hono<EndpointEnvironment>();
  app
    .use(timeFor(observe), setSecurityHeaders(dependencies), forbidCaching, allowOtherWebsites, throwErrors)
    .use('/inbox/*', limitSignIns)
    .use('/v1/inbox/*', limitSignIns)
    .use(refuseUnkeepable, methodNotAllowed({app, onMethodNotAllowed: (_context, methods) => problem(405, 'wrong-method', 'This address does not take this method', {headers: {Allow: methods.join(', ')}})}))
    .route('/', routes)
    .notFound(nothingHere)
    .onError(failure);
  return async (request, from) => app.fetch(request, {...dependencies, from});
}

function timeFor(observe: (answered: Answered) => void): Middleware {
  return async (context, next) => {
    const began = performance.now();
    await next();
    observe({method: context.req.method, route: routeOf(context), status: context.res.status, seconds: (performance.now() - began) / 1000});
  };
}

/** The path of the route that is asked, as it is described, also where something before it answers; none where there is no such route. */
function routeOf(context: EndpointContext): string | undefined {
  return matchedRoutes(context).find(({method}) => method !== 'ALL')?.path;
}

/** What is thrown and is no error would go past all that makes an answer of one. */
const throwErrors: Middleware = async (_context, next) => {
  try {
    await next();
  } catch (thrown) {
    throw thrown instanceof Error ? thrown : new Error('What was thrown is no error');
  }
};

// What no store can keep names nothing, and PostgreSQL cannot even be asked for it.
const refuseUnkeepable: Middleware = (context, next) => (isKeepable(context.req.path) ? next() : Promise.resolve(nothingHere()));

function nothingHere(): Response {
  return problem(404, 'not-found', 'There is nothing at this address');
}

function failure(error: Error, context: EndpointContext): Response {
  const {req, env: {log}} = context;
  const at = `${req.method} ${routeOf(context) ?? ''}`;
  if (error instanceof StoreUnavailable) {
    log(`${at}: the store does not answer: ${error.message}`);
    return unavailable();
  }
  // An error's message may quote what somebody wrote; where it happened does not.
  const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  log([`${at}: failed: ${error.name}`, ...where].join('\n'));
  return problem(500, 'failed', 'The endpoint failed', {detail: 'It has been written down for the operator. Nothing was kept; try again.'});
}
