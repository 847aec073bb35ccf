import {eraseSurePage, erasedPage} from './pages/erase-pages.js';
import {inboxPath} from './pages/inbox-frame.js';
import {erasureOf, eraseAs} from './erase-submissions.js';
import {mayDo} from '../access/authorise.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {withSignedInReader, frameOf, notFound, refused, withoutRight} from './require-sign-in.js';
import {inboxResponse} from './inbox-response.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';
import type {Route} from '../http/route.js';

const path = `${inboxPath}/:id/erase`;

const ask: Route = {
  method: 'GET',
  path,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    if (!mayDo('erase', principal.access)) return withoutRight(dependencies);
    const id = submissionIdIn(routeRequest.parameters);
    const erasure = id === undefined ? undefined : await erasureOf(principal, id, dependencies);
    if (id === undefined || !erasure) return notFound(dependencies);
    return inboxResponse(eraseSurePage(frameOf(dependencies), id, erasure));
  }),
};

const erase: Route = {
  method: 'POST',
  path,
  handle: (routeRequest, dependencies) => withSignedInReader(routeRequest, dependencies, async (principal) => {
    if (isCrossSiteRequest(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    if (!mayDo('erase', principal.access)) return withoutRight(dependencies);
    const id = submissionIdIn(routeRequest.parameters);
    const erasure = id === undefined ? undefined : await eraseAs(principal, id, dependencies);
    return erasure ? inboxResponse(erasedPage(frameOf(dependencies), erasure)) : notFound(dependencies);
  }),
};

/** What one of the team erases, after being asked once more. */
export const inboxErasePageRoutes: readonly Route[] = [ask, erase];
