import {ServiceId} from '../../contract/identifiers.js';
import {detailPage} from './pages/detail-page.js';
import {wrongFilterPage} from './pages/filter-form.js';
import {inboxPath, inboxStylesheet, signInPath, signInScript, signOutPath} from './pages/inbox-frame.js';
import {listPage} from './pages/list-page.js';
import {concernsPage, concernsPath} from './pages/concerns-page.js';
import {servicePage} from './pages/service-page.js';
import {asksForOne, signInCode, signInPage} from './pages/sign-in-page.js';
import {inboxStyles} from '../html/page-styles.js';
import {mayDo, mayHandle} from '../access/authorise.js';
import {listFor, openContactFor, openFor, seenBy} from './read-submissions.js';
import {accessByToken} from '../access/authenticate.js';
import {readForm} from '../http/form-body.js';
import {cursorOf, positionOf} from './inbox-cursor.js';
import {detailFor} from './submission-detail.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {withSignedInReader, frameOf, notFound, refused, withoutRight} from './require-sign-in.js';
import {filterViewOf} from './pick-filter.js';
import {redirectTo, inboxResponse, signInReply} from './inbox-response.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';
import {beginInboxSession, endInboxSession} from './inbox-session.js';
import {concernedServices, serviceOverview} from './service-overview.js';
import {threadsOf} from './version-threads.js';
import {overdue} from './mark-opened.js';
import type {Route} from '../http/route.js';
import {isFromHere} from '../http/sending-site.js';

const perPage = 25;
const signInBytes = 16 * 1024;

const list: Route = {
  method: 'GET',
  path: inboxPath,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    const order = routeRequest.url.searchParams.get('order') === 'arrived' ? 'arrived' : 'urgent';
    const after = positionOf(order, routeRequest.url.searchParams.get('after') ?? '', dependencies.keys);
    const {picking, filter} = await filterViewOf(routeRequest.url.searchParams, principal, dependencies);
    if (Object.keys(picking.faults).length > 0) return inboxResponse(wrongFilterPage(frameOf(dependencies), picking, order), 400);
    const {submissions, next} = await listFor(principal, {order, limit: perPage, ...(after && {after}), ...(filter && {filter})}, dependencies);
    const {access: {scope}} = principal;
    const [threads, unopened, unopenedInAll] = await Promise.all([threadsOf(submissions, principal, dependencies, filter), overdue(dependencies, scope), mayHandle(principal.access) ? dependencies.store.unopenedInAll(scope) : undefined]);
    return inboxResponse(listPage(frameOf(dependencies), {threads, unopened, unopenedInAll, order, filterView: picking, isFirst: !after, next: next && cursorOf(order, next, dependencies.keys)}));
  }),
};

const detail: Route = {
  method: 'GET',
  path: `${inboxPath}/:id`,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    const id = submissionIdIn(routeRequest.parameters);
    const submission = id === undefined ? undefined : await openFor(principal, id, routeRequest.request, dependencies);
    if (!submission) return notFound(dependencies);
    return inboxResponse(detailPage(frameOf(dependencies), await detailFor(submission, principal, dependencies)));
  }),
};

const openContact: Route = {
  method: 'POST',
  path: `${inboxPath}/:id/contact`,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    if (isCrossSiteRequest(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    if (!mayDo('contact', principal.access)) return withoutRight(dependencies);
    const id = submissionIdIn(routeRequest.parameters);
    const submission = id === undefined ? undefined : await seenBy(principal, id, dependencies);
    const openedAt = dependencies.clock().toISOString();
    const details = submission && (await openContactFor(principal, submission.id, routeRequest.request, dependencies));
    if (!submission || !details) return notFound(dependencies);
    return inboxResponse(detailPage(frameOf(dependencies), {...(await detailFor(submission, principal, dependencies)), contact: {details, openedAt}}));
  }),
};

const service: Route = {
  method: 'GET',
  path: `${inboxPath}/services/:id`,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    const id = ServiceId.safeParse(routeRequest.parameters['id']);
    const standing = id.success ? await serviceOverview(id.data, principal, dependencies) : undefined;
    if (!standing) return notFound(dependencies);
    return inboxResponse(servicePage(frameOf(dependencies), standing));
  }),
};

const raised: Route = {
  method: 'GET',
  path: concernsPath,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    const services = await concernedServices(principal, dependencies);
    return services ? inboxResponse(concernsPage(frameOf(dependencies), services)) : notFound(dependencies);
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
    return redirectTo(to ?? inboxPath, beginInboxSession(label, request, dependencies));
  },
};

const signOut: Route = {
  method: 'POST',
  path: signOutPath,
  async handle({request, url}, dependencies) {
    if (!isFromHere(request, url)) return refused(dependencies);
    const body = await readForm(request, signInBytes);
    const everywhere = 'fields' in body && body.fields.get('where') === 'everywhere';
    return redirectTo(inboxPath, await endInboxSession(request, {everywhere}, dependencies));
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
