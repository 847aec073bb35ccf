import {inboxMessage, inboxPath, type InboxFrame} from './pages/inbox-frame.js';
import {inboxWords} from './pages/inbox-words.js';
import {asksForOne, signInPage} from './pages/sign-in-page.js';
import {mayDo} from '../access/authorise.js';
import type {Principal} from '../access/authenticate.js';
import type {Dependencies} from '../dependencies.js';
import type {RouteRequest} from '../http/route.js';
import {StoreUnavailable} from '../store/store.js';
import {inboxResponse, signInReply} from './inbox-response.js';
import {readerOf} from './inbox-session.js';

/** Answers for who may read; everybody else gets the page to sign in. */
export async function withSignedInReader({request, url}: RouteRequest, dependencies: Dependencies, answer: (principal: Principal) => Promise<Response>): Promise<Response> {
  try {
    const principal = await readerOf(request, dependencies);
    if (!principal) return signInReply(signInPage(frameOf(dependencies), {to: asksForOne(url.pathname)}));
    return mayDo('read', principal.access) ? await answer(principal) : withoutRight(dependencies);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`${request.method} ${inboxPath}: the store does not answer: ${error.message}`);
    const {unavailable, unavailableAdvice, unsavedAdvice} = inboxWords(dependencies.words.team);
    return inboxResponse(inboxMessage(frameOf(dependencies), unavailable, request.method === 'POST' ? unsavedAdvice : unavailableAdvice), 503, {'Retry-After': '10'});
  }
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
