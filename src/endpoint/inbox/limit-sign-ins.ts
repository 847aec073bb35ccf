import type {HonoRequest} from 'hono';
import type {Dependencies} from '../dependencies.js';
import {leastTokenLength} from '../access/inbox-access.js';
import {signInPath} from './pages/inbox-frame.js';
import {signInSlowedDown} from './require-sign-in.js';
import type {Middleware} from '../http/environment.js';
import {tooMany} from '../http/problem-response.js';
import {StoreUnavailable} from '../store/store.js';
import {accessByToken, tokenIn} from '../access/authenticate.js';

/**
 * Lets requests for the inbox pass, unless too many sign-ins from the same place
 * have failed of late. One that fails is in the log, without the token.
 */
export const limitSignIns: Middleware = async (context, next) => {
  const {req, env} = context;
  const way = wayIn(req);
  if (way === undefined) return next();
  const seconds = env.rateLimiter.waitToSignIn(env.from);
  if (seconds !== undefined && way === 'form') return signInSlowedDown(seconds, env);
  if (seconds !== undefined && !(await isBeyondGuessing(req.raw, env))) return tooMany(seconds);
  await next();
  if (context.res.status === 401) await note(way, env.from, env);
};

/**
 * Whether it carries a right token that nobody finds by trying: then what fetches the inbox goes
 * on, whoever else behind the same address tries wrong ones. A short one can only be the owner's own choice.
 */
async function isBeyondGuessing(request: Request, dependencies: Dependencies): Promise<boolean> {
  const token = tokenIn(request);
  return token !== undefined && token.length >= leastTokenLength && (await accessByToken(token, dependencies)) !== undefined;
}

/** How somebody shows who they are, where they do. */
function wayIn(request: HonoRequest): 'form' | 'token' | undefined {
  if (request.method === 'POST' && request.path === signInPath) return 'form';
  return /^Bearer\b/i.test(request.header('Authorization') ?? '') ? 'token' : undefined;
}

async function note(way: 'form' | 'token', from: string | undefined, {rateLimiter, store, clock, log}: Dependencies): Promise<void> {
  if (!rateLimiter.signInFailed(from)) return;
  const detail = rateLimiter.manySignInsFail() ? `by ${way}; of so many, not all are listed` : `by ${way}`;
  try {
    await store.record([{at: clock().toISOString(), who: 'unknown', what: 'failed-sign-in', detail}]);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log(`A sign-in failed and the access log took no line of it: ${error.message}`);
  }
}
