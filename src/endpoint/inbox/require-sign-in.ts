import {inboxMessage, inboxPath, type InboxFrame} from './pages/inbox-frame.js';
import {inboxWords} from './pages/inbox-words.js';
import {asksForOne, signInPage} from './pages/sign-in-page.js';
import {mayDo} from '../access/authorise.js';
import type {Dependencies} from '../dependencies.js';
import {StoreUnavailable} from '../store/store.js';
import type {InboxContext, InboxMiddleware} from './inbox-environment.js';
import {inboxResponse, signInReply} from './inbox-response.js';
import {readerOf} from './inbox-session.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';

/** Lets in who may read; everybody else gets the page to sign in. What may change something comes from no other website. */
export const requireSignIn: InboxMiddleware = async (context, next) => {
  const {req, env} = context;
  const principal = await readerOf(context);
  if (!principal) return signInReply(signInPage(frameOf(env), {to: asksForOne(req.path)}));
  if (!mayDo('read', principal.access)) return withoutRight(env);
  if (req.method === 'POST' && isCrossSiteRequest(principal, req)) return refused(env);
  context.set('principal', principal);
  return next();
};

/** A page where a program would get a problem in JSON: somebody of the team reads this. */
export function unavailablePage(error: Error, {req, env}: InboxContext): Response {
  if (!(error instanceof StoreUnavailable)) throw error;
  env.log(`${req.method} ${inboxPath}: the store does not answer: ${error.message}`);
  const {unavailable, unavailableAdvice, unsavedAdvice} = inboxWords(env.words.team);
  return inboxResponse(inboxMessage(frameOf(env), unavailable, req.method === 'POST' ? unsavedAdvice : unavailableAdvice), 503, {'Retry-After': '10'});
}

export function notFound(dependencies: Dependencies): Response {
  const {notFound: heading, notFoundAdvice} = inboxWords(dependencies.words.team);
  return inboxResponse(inboxMessage(frameOf(dependencies), heading, notFoundAdvice), 404);
}

export function withoutRight(dependencies: Dependencies): Response {
  const {lacksRight: heading, lacksRightAdvice} = inboxWords(dependencies.words.team);
  return inboxResponse(inboxMessage(frameOf(dependencies), heading, lacksRightAdvice), 403);
}

/** For what another website sends. */
export function refused(dependencies: Dependencies): Response {
  const {refused: heading, refusedAdvice} = inboxWords(dependencies.words.team);
  return inboxResponse(inboxMessage(frameOf(dependencies), heading, refusedAdvice), 403);
}

/** For somebody who may not try to sign in for some seconds. */
export function signInSlowedDown(seconds: number, dependencies: Pick<Dependencies, 'words' | 'receiver'>): Response {
  return inboxResponse(signInPage(frameOf(dependencies), {fault: 'braked', to: undefined}), 429, {'Retry-After': String(seconds)});
}

export function frameOf({words, receiver}: Pick<Dependencies, 'words' | 'receiver'>): InboxFrame {
  return {words: words.team, banner: receiver.name};
}
