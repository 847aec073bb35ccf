import {ServiceId} from '../../contract/identifiers.js';
import {detailPage} from '../../pages/inbox/detail-page.js';
import {wrongPickPage} from '../../pages/inbox/filter-form.js';
import {inboxPath, inboxStylesheet, signInPath, signInScript, signOutPath} from '../../pages/inbox/frame.js';
import {listPage} from '../../pages/inbox/list-page.js';
import {raisedPage, raisedPath} from '../../pages/inbox/raised-page.js';
import {servicePage} from '../../pages/inbox/service-page.js';
import {asksForOne, signInCode, signInPage} from '../../pages/inbox/sign-in-page.js';
import {inboxStyles} from '../html/page-styles.js';
import {mayDo, mayHandle} from '../access/authorise.js';
import {listFor, openContactFor, openFor, seenBy} from '../access/reading.js';
import {accessByToken} from '../access/authenticate.js';
import {readForm} from '../http/form-body.js';
import {cursorOf, positionOf} from '../inbox-cursor.js';
import {detailFor} from '../inbox-pages/detail.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {forReaders, frameOf, notFound, refused, withoutRight} from '../inbox-pages/for-readers.js';
import {pickingIn} from '../inbox-pages/picking.js';
import {goTo, reply, signInReply} from '../inbox-pages/replies.js';
import {mayBeForged} from '../inbox-pages/same-origin.js';
import {beginSession, endSession} from '../inbox-pages/session.js';
import {raisedServices, serviceStanding} from '../inbox-pages/service.js';
import {threadsOf} from '../inbox-pages/threads.js';
import {overdue} from '../mark-opened.js';
import type {Route} from '../http/route.js';
import {isFromHere} from '../http/sending-site.js';

const perPage = 25;
const signInBytes = 16 * 1024;

const list: Route = {
  method: 'GET',
  path: inboxPath,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    const order = routeRequest.url.searchParams.get('order') === 'arrived' ? 'arrived' : 'urgent';
    const after = positionOf(order, routeRequest.url.searchParams.get('after') ?? '', dependencies.keys);
    const {picking, filter} = await pickingIn(routeRequest.url.searchParams, principal, dependencies);
    if (Object.keys(picking.faults).length > 0) return reply(wrongPickPage(frameOf(dependencies), picking, order), 400);
    const {submissions, next} = await listFor(principal, {order, limit: perPage, ...(after && {after}), ...(filter && {filter})}, dependencies);
    const {access: {scope}} = principal;
    const [threads, unopened, unopenedInAll] = await Promise.all([threadsOf(submissions, principal, dependencies, filter), overdue(dependencies, scope), mayHandle(principal.access) ? dependencies.store.unopenedInAll(scope) : undefined]);
    return reply(listPage(frameOf(dependencies), {threads, unopened, unopenedInAll, order, picking, isFirst: !after, next: next && cursorOf(order, next, dependencies.keys)}));
  }),
};

const detail: Route = {
  method: 'GET',
  path: `${inboxPath}/:id`,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    const id = submissionIdIn(routeRequest.parameters);
    const submission = id === undefined ? undefined : await openFor(principal, id, routeRequest.request, dependencies);
    if (!submission) return notFound(dependencies);
    return reply(detailPage(frameOf(dependencies), await detailFor(submission, principal, dependencies)));
  }),
};

const openContact: Route = {
  method: 'POST',
  path: `${inboxPath}/:id/contact`,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    if (mayBeForged(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    if (!mayDo('contact', principal.access)) return withoutRight(dependencies);
    const id = submissionIdIn(routeRequest.parameters);
    const submission = id === undefined ? undefined : await seenBy(principal, id, dependencies);
    const openedAt = dependencies.clock().toISOString();
    const details = submission && (await openContactFor(principal, submission.id, routeRequest.request, dependencies));
    if (!submission || !details) return notFound(dependencies);
    return reply(detailPage(frameOf(dependencies), {...(await detailFor(submission, principal, dependencies)), contact: {details, openedAt}}));
  }),
};

const service: Route = {
  method: 'GET',
  path: `${inboxPath}/services/:id`,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    const id = ServiceId.safeParse(routeRequest.parameters['id']);
    const standing = id.success ? await serviceStanding(id.data, principal, dependencies) : undefined;
    if (!standing) return notFound(dependencies);
    return reply(servicePage(frameOf(dependencies), standing));
  }),
};

const raised: Route = {
  method: 'GET',
  path: raisedPath,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    const services = await raisedServices(principal, dependencies);
    return services ? reply(raisedPage(frameOf(dependencies), services)) : notFound(dependencies);
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
    const to = asksForOne(fields.get('to'));
    const label = code === null ? (await accessByToken(fields.get('token')?.trim() ?? '', dependencies))?.name : dependencies.inbox.oneTimeCodes.redeem(code) ? 'link' : undefined;
    if (label === undefined) return signInReply(signInPage(frameOf(dependencies), {fault: code === null ? 'token' : 'code', to}));
    return goTo(to ?? inboxPath, beginSession(label, request, dependencies));
  },
};

const signOut: Route = {
  method: 'POST',
  path: signOutPath,
  async handle({request, url}, dependencies) {
    if (!isFromHere(request, url)) return refused(dependencies);
    const body = await readForm(request, signInBytes);
    const everywhere = 'fields' in body && body.fields.get('where') === 'everywhere';
    return goTo(inboxPath, await endSession(request, {everywhere}, dependencies));
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
export const inboxPageRoutes: readonly Route[] = [list, signIn, signOut, script, styles, raised, service, detail, openContact];
