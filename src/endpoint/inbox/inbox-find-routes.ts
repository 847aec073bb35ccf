import {Hono} from 'hono';
import {findPage, findPath} from './pages/find-page.js';
import {addressOf} from './pages/inbox-frame.js';
import {isServiceView} from '../access/authorise.js';
import {seenBy} from './read-submissions.js';
import {readForm} from '../http/form-body.js';
import type {InboxEnvironment, InboxMiddleware} from './inbox-environment.js';
import {frameOf, notFound, requireSignIn, unavailablePage} from './require-sign-in.js';
import {inboxResponse} from './inbox-response.js';
import {hashOfReference, nobodysId, readReference} from '../access/reference.js';

const findBytes = 16 * 1024;

/** A reference is the person's own; the service is not told which of what it sees goes by it. */
const refuseService: InboxMiddleware = async ({env, var: {principal}}, next) => (isServiceView(principal.access.scope) ? notFound(env) : next());

/** Finding by reference, as pages for the team. Stands before what takes any name in its place. */
export const inboxFindRoutes = new Hono<InboxEnvironment>()
  .get(findPath, requireSignIn, refuseService, ({env}) => inboxResponse(findPage(frameOf(env))))
  .post(findPath, requireSignIn, refuseService, async ({req, env, redirect, var: {principal}}) => {
    const body = await readForm(req.raw, findBytes);
    const typed = 'fields' in body ? (body.fields.get('reference') ?? '').trim() : '';
    const reference = readReference(typed);
    if (reference === undefined) return inboxResponse(findPage(frameOf(env), typed, 'none'), 400);
    const id = (await env.store.idOfReference(hashOfReference(reference))) ?? nobodysId;
    const submission = await seenBy(principal, id, env);
    if (!submission) return inboxResponse(findPage(frameOf(env), typed, 'nothing'), 404);
    return redirect(addressOf(submission.id), 303);
  })
  .onError(unavailablePage);
