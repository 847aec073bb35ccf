import {findPage, findPath} from './pages/find-page.js';
import {addressOf} from './pages/inbox-frame.js';
import {isServiceView} from '../access/authorise.js';
import {seenBy} from './read-submissions.js';
import {readForm} from '../http/form-body.js';
import {withSignedInReader, frameOf, notFound, refused} from './require-sign-in.js';
import {redirectTo, inboxResponse} from './inbox-response.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';
import {hashOfReference, nobodysId, readReference} from '../access/reference.js';
import type {Route} from '../http/route.js';

const findBytes = 16 * 1024;

const form: Route = {
  method: 'GET',
  path: findPath,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, (principal) => Promise.resolve(isServiceView(principal.access.scope) ? notFound(dependencies) : inboxResponse(findPage(frameOf(dependencies))))),
};

const find: Route = {
  method: 'POST',
  path: findPath,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    if (isCrossSiteRequest(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    // A reference is the person's own; the service is not told which of what it sees goes by it.
    if (isServiceView(principal.access.scope)) return notFound(dependencies);
    const body = await readForm(routeRequest.request, findBytes);
    const typed = 'fields' in body ? (body.fields.get('reference') ?? '').trim() : '';
    const reference = readReference(typed);
    if (reference === undefined) return inboxResponse(findPage(frameOf(dependencies), typed, 'none'), 400);
    const id = (await dependencies.store.idOfReference(hashOfReference(reference))) ?? nobodysId;
    const submission = await seenBy(principal, id, dependencies);
    if (!submission) return inboxResponse(findPage(frameOf(dependencies), typed, 'nothing'), 404);
    return redirectTo(addressOf(submission.id));
  }),
};

/** Finding by reference, as pages for the team. Stands before what takes any name in its place. */
export const inboxFindRoutes: readonly Route[] = [form, find];
