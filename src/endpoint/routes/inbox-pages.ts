import {ServiceId, SubmissionId} from '../../contract/identifiers.js';
import {words} from '../../locale/words.js';
import {detailPage} from '../../pages/inbox/detail-page.js';
import {wrongPickPage} from '../../pages/inbox/filter-form.js';
import {inboxMessage, inboxPath, inboxStylesheet, signInPath, signInScript, signOutPath, type InboxFrame} from '../../pages/inbox/frame.js';
import {inboxWords} from '../../pages/inbox/inbox-words.js';
import {listPage} from '../../pages/inbox/list-page.js';
import {servicePage} from '../../pages/inbox/service-page.js';
import {signInCode, signInPage} from '../../pages/inbox/sign-in-page.js';
import {inboxStyles} from '../../pages/styles.js';
import type {Dependencies} from '../dependencies.js';
import {mayDo} from '../access/may-see.js';
import {listFor, openContactFor, openFor, seenBy} from '../access/reading.js';
import {accessByToken, type Asker} from '../access/who-asks.js';
import {readForm} from '../form-body.js';
import {cursorOf, positionOf} from '../inbox-cursor.js';
import {around} from '../inbox-pages/around.js';
import {pickingIn} from '../inbox-pages/picking.js';
import {goTo, reply, signInReply} from '../inbox-pages/replies.js';
import {isFromHere} from '../inbox-pages/same-origin.js';
import {newSession, noSessionCookie, readerOf, sessionCookie} from '../inbox-pages/session.js';
import {serviceStanding} from '../inbox-pages/service.js';
import {known, threadsOf} from '../inbox-pages/threads.js';
import {overdue} from '../mark-opened.js';
import type {Call, Route} from '../route.js';
import {StoreUnavailable} from '../store/store.js';

const perPage = 25;
const signInBytes = 16 * 1024;

const list: Route = {
  method: 'GET',
  path: inboxPath,
  handle: (call, dependencies) => forReaders(call, dependencies, async (asker) => {
    const order = call.url.searchParams.get('order') === 'arrived' ? 'arrived' : 'urgent';
    const after = positionOf(order, call.url.searchParams.get('after') ?? '', dependencies.keys);
    const {picking, filter} = await pickingIn(call.url.searchParams, asker, dependencies);
    if (Object.keys(picking.faults).length > 0) return reply(wrongPickPage(frameOf(dependencies), picking, order), 400);
    const {submissions, next} = await listFor(asker, {order, limit: perPage, ...(after && {after}), ...(filter && {filter})}, dependencies);
    const [threads, unopened] = await Promise.all([threadsOf(submissions, asker, dependencies, filter), overdue(dependencies, asker.access.limits)]);
    return reply(listPage(frameOf(dependencies), {threads, unopened, order, picking, isFirst: !after, next: next && cursorOf(order, next, dependencies.keys)}));
  }),
};

const detail: Route = {
  method: 'GET',
  path: `${inboxPath}/:id`,
  handle: (call, dependencies) => forReaders(call, dependencies, async (asker) => {
    const id = idIn(call);
    const submission = id === undefined ? undefined : await openFor(asker, id, call.request, dependencies);
    if (!submission) return notFound(dependencies);
    return reply(detailPage(frameOf(dependencies), {known: await known(submission, dependencies), around: await around(submission, asker, dependencies), opensContact: mayDo('contact', asker.access)}));
  }),
};

const openContact: Route = {
  method: 'POST',
  path: `${inboxPath}/:id/contact`,
  handle: (call, dependencies) => forReaders(call, dependencies, async (asker) => {
    if (!isFromHere(call.request, call.url)) return refused(dependencies);
    if (!mayDo('contact', asker.access)) return withoutRight(dependencies);
    const id = idIn(call);
    const submission = id === undefined ? undefined : await seenBy(asker, id, dependencies);
    const openedAt = dependencies.clock().toISOString();
    const details = submission && (await openContactFor(asker, submission.id, call.request, dependencies));
    if (!submission || !details) return notFound(dependencies);
    return reply(detailPage(frameOf(dependencies), {known: await known(submission, dependencies), around: await around(submission, asker, dependencies), opensContact: true, contact: {details, openedAt}}));
  }),
};

const service: Route = {
  method: 'GET',
  path: `${inboxPath}/services/:id`,
  handle: (call, dependencies) => forReaders(call, dependencies, async (asker) => {
    const id = ServiceId.safeParse(call.parameters['id']);
    const standing = id.success ? await serviceStanding(id.data, asker, dependencies) : undefined;
    if (!standing) return notFound(dependencies);
    return reply(servicePage(frameOf(dependencies), standing));
  }),
};

const signIn: Route = {
  method: 'POST',
  path: signInPath,
  async handle({request, url}, dependencies) {
    if (!isFromHere(request, url)) return refused(dependencies);
    const body = await readForm(request, signInBytes);
    const fields = 'fields' in body ? body.fields : new URLSearchParams();
    const code = fields.get('code');
    const label = code === null ? (await accessByToken(fields.get('token')?.trim() ?? '', dependencies))?.name : dependencies.inbox.oneTimeCodes.redeem(code) ? 'link' : undefined;
    if (label === undefined) return signInReply(signInPage(frameOf(dependencies), code === null ? 'token' : 'code'));
    return goTo(inboxPath, sessionCookie(newSession(label, dependencies), request));
  },
};

const signOut: Route = {
  method: 'POST',
  path: signOutPath,
  handle({request, url}, dependencies) {
    if (!isFromHere(request, url)) return refused(dependencies);
    return goTo(inboxPath, noSessionCookie(request));
  },
};

const script: Route = {
  method: 'GET',
  path: signInScript,
  handle: () => new Response(signInCode, {headers: {'Content-Type': 'text/javascript; charset=utf-8'}}),
};

const styles: Route = {
  method: 'GET',
  path: inboxStylesheet,
  handle: () => new Response(inboxStyles, {headers: {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600'}}),
};

/** The inbox as pages for the team, behind the token. Fixed paths stand before `:id`. */
export const inboxPageRoutes: readonly Route[] = [list, signIn, signOut, script, styles, service, detail, openContact];

/** Answers for who may read; everybody else gets the page to sign in. */
export async function forReaders({request}: Call, dependencies: Dependencies, answer: (asker: Asker) => Promise<Response>): Promise<Response> {
  try {
    const asker = await readerOf(request, dependencies);
    if (!asker) return signInReply(signInPage(frameOf(dependencies)));
    return mayDo('read', asker.access) ? await answer(asker) : withoutRight(dependencies);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`${request.method} ${inboxPath}: the store does not answer: ${error.message}`);
    const {unavailable, unavailableAdvice} = inboxWords(words('en'));
    return reply(inboxMessage(frameOf(dependencies), unavailable, unavailableAdvice), 503, {'Retry-After': '10'});
  }
}

function idIn({parameters}: Call): string | undefined {
  const id = SubmissionId.safeParse(parameters['id']);
  return id.success ? id.data.toLowerCase() : undefined;
}

export function notFound(dependencies: Dependencies): Response {
  const {notFound: heading, notFoundAdvice} = inboxWords(words('en'));
  return reply(inboxMessage(frameOf(dependencies), heading, notFoundAdvice), 404);
}

function withoutRight(dependencies: Dependencies): Response {
  const {lacksRight: heading, lacksRightAdvice} = inboxWords(words('en'));
  return reply(inboxMessage(frameOf(dependencies), heading, lacksRightAdvice), 403);
}

export function refused(dependencies: Dependencies): Response {
  const {refused: heading, refusedAdvice} = inboxWords(words('en'));
  return reply(inboxMessage(frameOf(dependencies), heading, refusedAdvice), 403);
}

export function frameOf({receiver}: Dependencies): InboxFrame {
  return {words: words('en'), banner: receiver.name};
}
