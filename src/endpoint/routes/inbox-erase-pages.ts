import {eraseSurePage, erasedPage} from '../../pages/inbox/erase-pages.js';
import {inboxPath} from '../../pages/inbox/frame.js';
import {erasureOf, eraseAs} from '../access/erasing.js';
import {mayDo} from '../access/authorise.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {forReaders, frameOf, notFound, refused, withoutRight} from '../inbox-pages/for-readers.js';
import {reply} from '../inbox-pages/replies.js';
import {mayBeForged} from '../inbox-pages/same-origin.js';
import type {Route} from '../http/route.js';

const path = `${inboxPath}/:id/erase`;

const ask: Route = {
  method: 'GET',
  path,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    if (!mayDo('erase', principal.access)) return withoutRight(dependencies);
    const id = submissionIdIn(routeRequest.parameters);
    const erasure = id === undefined ? undefined : await erasureOf(principal, id, dependencies);
    if (id === undefined || !erasure) return notFound(dependencies);
    return reply(eraseSurePage(frameOf(dependencies), id, erasure));
  }),
};

const erase: Route = {
  method: 'POST',
  path,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    if (mayBeForged(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    if (!mayDo('erase', principal.access)) return withoutRight(dependencies);
    const id = submissionIdIn(routeRequest.parameters);
    const erasure = id === undefined ? undefined : await eraseAs(principal, id, dependencies);
    return erasure ? reply(erasedPage(frameOf(dependencies), erasure)) : notFound(dependencies);
  }),
};

/** What one of the team erases, after being asked once more. */
export const inboxErasePageRoutes: readonly Route[] = [ask, erase];
