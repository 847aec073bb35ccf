import {cors} from 'hono/cors';
import {secureHeaders} from 'hono/secure-headers';
import type {Dependencies} from '../dependencies.js';
import type {Middleware} from './environment.js';

const forAnyPage = {
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST'],
  // The date, as the clock of whoever writes may be wrong.
  exposeHeaders: ['Retry-After', 'ETag', 'Date'],
  maxAge: 7200,
};

/** What the elements send of themselves. */
const ownHeaders = ['Content-Type', 'Idempotency-Key'];

/** Lets every website read what is for everybody; the inbox, and what shows what somebody wrote or is writing, is for no script of another website. */
export const allowOtherWebsites: Middleware = async (context, next) => {
  if (!isForEverybody(context.req.path)) return next();
  if (context.req.method === 'OPTIONS') return cors({...forAnyPage, allowHeaders: allowedHeaders(context.req.header('Access-Control-Request-Headers'))})(context, next);
  // Once there is an answer: one that has to be joined with headers from before is made anew, its body as a stream.
  await next();
  await toAnyPage(context, nothingMore);
};
const toAnyPage = cors(forAnyPage);
const nothingMore = () => Promise.resolve();

// Many sites add a header of their own to whatever their pages ask for, such as `X-CSRF-Token` or `Authorization`. Nothing
// here that another website may read does anything else for one, so each is allowed that it names; as names and not as
// `*`, which leaves out `Authorization`. A proxy in front may refuse an answer whose headers are longer than 4 KiB.
function allowedHeaders(wanted = ''): string[] {
  const names = wanted.slice(0, 2048).split(',').map((name) => name.trim());
  const others = names.filter((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !ownHeaders.some((own) => own.toLowerCase() === name.toLowerCase()));
  return [...ownHeaders, ...new Set(others)];
}

const nobody = "'none'";
const own = "'self'";
const pagePolicy = {defaultSrc: [nobody], styleSrc: [own], formAction: [own], baseUri: [nobody], frameAncestors: [nobody]};
const dataPolicy = {defaultSrc: [nobody], frameAncestors: [nobody]};

// What an older browser would need of these the policy says, and whether a page may be framed as well.
const unneeded = {crossOriginEmbedderPolicy: false, originAgentCluster: false, xDnsPrefetchControl: false, xDownloadOptions: false, xFrameOptions: false, xPermittedCrossDomainPolicies: false, xXssProtection: false};

/** Sets the headers of safety that every answer has. What a route has set itself stays. */
export function setSecurityHeaders({origin}: Pick<Dependencies, 'origin'>): Middleware {
  const shared = {
    ...unneeded,
    overwrite: false,
    // A year, as browsers' own lists want it.
    strictTransportSecurity: origin?.startsWith('https:') ? 'max-age=31536000' : false,
  };
  // A page of ours that somebody opens from another website cannot be reached from there. One without any referrer sends
  // no origin either, not even home; an older browser could then not show where its POST comes from.
  const page = {...shared, contentSecurityPolicy: pagePolicy, referrerPolicy: 'same-origin'};
  const data = {...shared, contentSecurityPolicy: dataPolicy, crossOriginOpenerPolicy: false};
  const readableFrom = (crossOriginResourcePolicy: 'cross-origin' | 'same-origin') => ({
    page: secureHeaders({...page, crossOriginResourcePolicy}),
    data: secureHeaders({...data, crossOriginResourcePolicy}),
  });
  const [forEverybody, ours] = [readableFrom('cross-origin'), readableFrom('same-origin')];
  return async (context, next) => {
    await next();
    const kind = context.res.headers.get('Content-Type')?.startsWith('text/html') ? 'page' : 'data';
    await (isForEverybody(context.req.path) ? forEverybody : ours)[kind](context, nothingMore);
  };
}

/** Lets nobody on the way keep what no route lets them keep, and never what is the team's. */
export const forbidCaching: Middleware = async (context, next) => {
  await next();
  if (isOperators(context.req.path) || !context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
};

function isForEverybody(path: string): boolean {
  return !isOperators(path) && !/^\/feedback(\/|$)/.test(path);
}

/** The inbox is no other website's to ask for, whatever is answered under it. */
function isOperators(path: string): boolean {
  return /^\/(v1\/)?inbox(\/|$)/.test(path);
}
