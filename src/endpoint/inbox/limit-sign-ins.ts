import type {Dependencies} from '../dependencies.js';
import {leastTokenLength} from '../access/inbox-access.js';
import {signInSlowedDown} from './require-sign-in.js';
import {tooMany} from '../http/problem-response.js';
import type {RouteRequest} from '../http/route.js';
import {StoreUnavailable} from '../store/store.js';
import {accessByToken, tokenIn} from '../access/authenticate.js';

type GuardDependencies = Pick<Dependencies, 'rateLimiter' | 'store' | 'clock' | 'log' | 'words' | 'receiver' | 'inbox'>;

/**
 * Answers a request for the inbox, unless too many sign-ins from the same place
 * have failed of late. One that fails is in the log, without the token.
 *
 * @param answer looks at the token, and answers 401 where it is none
 */
export async function limitSignIns({request, url, from}: Omit<RouteRequest, 'parameters'>, dependencies: GuardDependencies, answer: () => Promise<Response>): Promise<Response> {
  const way = wayIn(request, url);
  if (way === undefined) return answer();
  const seconds = dependencies.rateLimiter.waitToSignIn(from);
  if (seconds !== undefined && way === 'form') return signInSlowedDown(seconds, dependencies);
  if (seconds !== undefined && !(await isBeyondGuessing(request, dependencies))) return tooMany(seconds);
  const response = await answer();
  if (response.status === 401) await note(way, from, dependencies);
  return response;
}

/**
 * Whether it carries a right token that nobody finds by trying: then what fetches the inbox goes
 * on, whoever else behind the same address tries wrong ones. A short one can only be the owner's own choice.
 */
async function isBeyondGuessing(request: Request, dependencies: GuardDependencies): Promise<boolean> {
  const token = tokenIn(request);
  return token !== undefined && token.length >= leastTokenLength && (await accessByToken(token, dependencies)) !== undefined;
}

/** How somebody shows who they are, where they do. */
function wayIn(request: Request, {pathname}: URL): 'form' | 'token' | undefined {
  if (!/^\/(v1\/)?inbox(\/|$)/.test(pathname)) return undefined;
  if (request.method === 'POST' && pathname === '/inbox/sign-in') return 'form';
  return /^Bearer\b/i.test(request.headers.get('Authorization') ?? '') ? 'token' : undefined;
}

async function note(way: 'form' | 'token', from: string | undefined, {rateLimiter, store, clock, log}: GuardDependencies): Promise<void> {
  if (!rateLimiter.signInFailed(from)) return;
  const detail = rateLimiter.manySignInsFail() ? `by ${way}; of so many, not all are listed` : `by ${way}`;
  try {
    await store.record([{at: clock().toISOString(), who: 'unknown', what: 'failed-sign-in', detail}]);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log(`A sign-in failed and the access log took no line of it: ${error.message}`);
  }
}
