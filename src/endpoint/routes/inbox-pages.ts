import {ServiceId, SubmissionId} from '../../contract/identifiers.js';
import type {InboxEntry} from '../../contract/inbox.js';
import {words} from '../../locale/words.js';
import {detailPage} from '../../pages/inbox/detail-page.js';
import {inboxMessage, inboxPath, inboxStylesheet, signInPath, signInScript, signOutPath, type InboxFrame} from '../../pages/inbox/frame.js';
import {inboxWords} from '../../pages/inbox/inbox-words.js';
import {listPage} from '../../pages/inbox/list-page.js';
import {servicePage} from '../../pages/inbox/service-page.js';
import {signInCode, signInPage} from '../../pages/inbox/sign-in-page.js';
import {inboxStyles} from '../../pages/styles.js';
import type {Dependencies} from '../dependencies.js';
import {readForm} from '../form-body.js';
import {goTo, reply, signInReply} from '../inbox-pages/replies.js';
import {isFromHere} from '../inbox-pages/same-origin.js';
import {newSession, noSessionCookie, readerOf, sessionCookie} from '../inbox-pages/session.js';
import {serviceStanding} from '../inbox-pages/service.js';
import {known, olderThan, threadsOf} from '../inbox-pages/threads.js';
import type {Call, Route} from '../route.js';
import {StoreUnavailable, type InboxPosition} from '../store/store.js';

const perPage = 25;
const signInBytes = 16 * 1024;

const list: Route = {
  method: 'GET',
  path: inboxPath,
  handle: (call, dependencies) => forReaders(call, dependencies, async () => {
    const order = call.url.searchParams.get('order') === 'arrived' ? 'arrived' : 'urgent';
    const after = positionIn(call.url.searchParams.get('after'));
    const {submissions, next} = await dependencies.store.inbox({order, limit: perPage, ...(after && {after})});
    const threads = await threadsOf(submissions, dependencies);
    return reply(listPage(frameOf(dependencies), {threads, order, isFirst: !after, next: next && `${next.rank}.${next.row}`}));
  }),
};

const detail: Route = {
  method: 'GET',
  path: `${inboxPath}/:id`,
  handle: (call, dependencies) => forReaders(call, dependencies, async () => {
    const submission = await submissionOf(call, dependencies);
    if (!submission) return notFound(dependencies);
    return reply(detailPage(frameOf(dependencies), {known: await known(submission, dependencies), older: await olderThan(submission, dependencies)}));
  }),
};

const openContact: Route = {
  method: 'POST',
  path: `${inboxPath}/:id/contact`,
  handle: (call, dependencies) => forReaders(call, dependencies, async (label) => {
    if (!isFromHere(call.request, call.url)) return refused(dependencies);
    const submission = await submissionOf(call, dependencies);
    const openedAt = dependencies.clock().toISOString();
    const details = submission && (await dependencies.store.openContact(submission.id, {label, openedAt}));
    if (!submission || !details) return notFound(dependencies);
    return reply(detailPage(frameOf(dependencies), {known: await known(submission, dependencies), older: await olderThan(submission, dependencies), contact: {details, openedAt}}));
  }),
};

const service: Route = {
  method: 'GET',
  path: `${inboxPath}/services/:id`,
  handle: (call, dependencies) => forReaders(call, dependencies, async () => {
    const id = ServiceId.safeParse(call.parameters['id']);
    const standing = id.success ? await serviceStanding(id.data, dependencies) : undefined;
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
    const label = code === null ? dependencies.inbox.labelOf(fields.get('token') ?? '') : dependencies.inbox.oneTimeCodes.redeem(code) ? 'link' : undefined;
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
async function forReaders({request}: Call, dependencies: Dependencies, answer: (label: string) => Promise<Response>): Promise<Response> {
  const label = readerOf(request, dependencies);
  if (label === undefined) return signInReply(signInPage(frameOf(dependencies)));
  try {
    return await answer(label);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    dependencies.log(`${request.method} ${inboxPath}: the store does not answer: ${error.message}`);
    const {unavailable, unavailableAdvice} = inboxWords(words('en'));
    return reply(inboxMessage(frameOf(dependencies), unavailable, unavailableAdvice), 503, {'Retry-After': '10'});
  }
}

async function submissionOf({parameters}: Call, {store}: Dependencies): Promise<InboxEntry | undefined> {
  const id = SubmissionId.safeParse(parameters['id']);
  return id.success ? store.submission(id.data.toLowerCase()) : undefined;
}

function notFound(dependencies: Dependencies): Response {
  const {notFound: heading, notFoundAdvice} = inboxWords(words('en'));
  return reply(inboxMessage(frameOf(dependencies), heading, notFoundAdvice), 404);
}

function refused(dependencies: Dependencies): Response {
  const {refused: heading, refusedAdvice} = inboxWords(words('en'));
  return reply(inboxMessage(frameOf(dependencies), heading, refusedAdvice), 403);
}

function frameOf({receiver}: Dependencies): InboxFrame {
  return {words: words('en'), banner: receiver.name};
}

function positionIn(cursor: string | null): InboxPosition | undefined {
  const [, rank, row] = /^([0-2])\.(\d{1,15})$/.exec(cursor ?? '') ?? [];
  return rank === undefined ? undefined : {rank: Number(rank), row: Number(row)};
}
