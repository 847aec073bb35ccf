import {Hono} from 'hono';
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
import type {InboxEnvironment, InboxMiddleware} from './inbox-environment.js';
import {cursorOf, positionOf} from './inbox-cursor.js';
import {detailFor} from './submission-detail.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {frameOf, notFound, refused, requireSignIn, unavailablePage, withoutRight} from './require-sign-in.js';
import {filterViewOf} from './pick-filter.js';
import {inboxResponse, signInReply} from './inbox-response.js';
import {beginInboxSession, endInboxSession} from './inbox-session.js';
import {concernedServices, serviceOverview} from './service-overview.js';
import {threadsOf} from './version-threads.js';
import {overdue} from './mark-opened.js';
import {isFromHere} from '../http/sending-site.js';

const perPage = 25;
const signInBytes = 16 * 1024;

/** Nobody is signed in or out by another website. */
const refuseElsewhere: InboxMiddleware = async ({req, env}, next) => (isFromHere(req) ? next() : refused(env));

/** The inbox as pages for the team, behind the token. Fixed paths stand before `:id`. */
export const inboxPageRoutes = new Hono<InboxEnvironment>()
  .get(inboxPath, requireSignIn, async ({req, env, var: {principal}}) => {
    const order = req.query('order') === 'arrived' ? 'arrived' : 'urgent';
    const after = positionOf(order, req.query('after') ?? '', env.keys);
    const {picking, filter} = await filterViewOf(new URL(req.url).searchParams, principal, env);
    if (Object.keys(picking.faults).length > 0) return inboxResponse(wrongFilterPage(frameOf(env), picking, order), 400);
    const {submissions, next} = await listFor(principal, {order, limit: perPage, ...(after && {after}), ...(filter && {filter})}, env);
    const {access: {scope}} = principal;
    const [threads, unopened, unopenedInAll] = await Promise.all([threadsOf(submissions, principal, env, filter), overdue(env, scope), mayHandle(principal.access) ? env.store.unopenedInAll(scope) : undefined]);
    return inboxResponse(listPage(frameOf(env), {threads, unopened, unopenedInAll, order, filterView: picking, isFirst: !after, next: next && cursorOf(order, next, env.keys)}));
  })
  .post(signInPath, refuseElsewhere, async (context) => {
    const {req, env} = context;
    const body = await readForm(req.raw, signInBytes);
    const fields = 'fields' in body ? body.fields : new URLSearchParams();
    const code = fields.get('code');
    const to = asksForOne(fields.get('to'));
    const label = code === null ? (await accessByToken(fields.get('token')?.trim() ?? '', env))?.name : env.inbox.oneTimeCodes.redeem(code) ? 'link' : undefined;
    if (label === undefined) return signInReply(signInPage(frameOf(env), {fault: code === null ? 'token' : 'code', to}));
    await beginInboxSession(label, context);
    return context.redirect(to ?? inboxPath, 303);
  })
  .post(signOutPath, refuseElsewhere, async (context) => {
    const body = await readForm(context.req.raw, signInBytes);
    const everywhere = 'fields' in body && body.fields.get('where') === 'everywhere';
    await endInboxSession(context, {everywhere});
    return context.redirect(inboxPath, 303);
  })
  .get(signInScript, ({body}) => body(signInCode, 200, {'Content-Type': 'text/javascript; charset=utf-8'}))
  .get(inboxStylesheet, ({body}) => body(inboxStyles, 200, {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600'}))
  .get(concernsPath, requireSignIn, async ({env, var: {principal}}) => {
    const services = await concernedServices(principal, env);
    return services ? inboxResponse(concernsPage(frameOf(env), services)) : notFound(env);
  })
  .get(`${inboxPath}/services/:id`, requireSignIn, async ({req, env, var: {principal}}) => {
    const id = ServiceId.safeParse(req.param('id'));
    const standing = id.success ? await serviceOverview(id.data, principal, env) : undefined;
    if (!standing) return notFound(env);
    return inboxResponse(servicePage(frameOf(env), standing));
  })
  .get(`${inboxPath}/:id`, requireSignIn, async ({req, env, var: {principal}}) => {
    const id = submissionIdIn(req.param('id'));
    const submission = id === undefined ? undefined : await openFor(principal, id, req.raw, env);
    if (!submission) return notFound(env);
    return inboxResponse(detailPage(frameOf(env), await detailFor(submission, principal, env)));
  })
  .post(`${inboxPath}/:id/contact`, requireSignIn, async ({req, env, var: {principal}}) => {
    if (!mayDo('contact', principal.access)) return withoutRight(env);
    const id = submissionIdIn(req.param('id'));
    const submission = id === undefined ? undefined : await seenBy(principal, id, env);
    const openedAt = env.clock().toISOString();
    const details = submission && (await openContactFor(principal, submission.id, req.raw, env));
    if (!submission || !details) return notFound(env);
    return inboxResponse(detailPage(frameOf(env), {...(await detailFor(submission, principal, env)), contact: {details, openedAt}}));
  })
  .onError(unavailablePage);
