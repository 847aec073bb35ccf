import {findPage, findPath} from '../../pages/inbox/find-page.js';
import {addressOf} from '../../pages/inbox/frame.js';
import {isServiceView} from '../access/authorise.js';
import {seenBy} from '../access/reading.js';
import {readForm} from '../http/form-body.js';
import {forReaders, frameOf, notFound, refused} from '../inbox-pages/for-readers.js';
import {goTo, reply} from '../inbox-pages/replies.js';
import {mayBeForged} from '../inbox-pages/same-origin.js';
import {hashOfReference, nobodysId, readReference} from '../access/reference.js';
import type {Route} from '../http/route.js';

const findBytes = 16 * 1024;

const form: Route = {
  method: 'GET',
  path: findPath,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, (principal) => Promise.resolve(isServiceView(principal.access.scope) ? notFound(dependencies) : reply(findPage(frameOf(dependencies))))),
};

const find: Route = {
  method: 'POST',
  path: findPath,
  handle: (routeRequest, dependencies) => forReaders(routeRequest, dependencies, async (principal) => {
    if (mayBeForged(principal, routeRequest.request, routeRequest.url)) return refused(dependencies);
    // A reference is the person's own; the service is not told which of what it sees goes by it.
    if (isServiceView(principal.access.scope)) return notFound(dependencies);
    const body = await readForm(routeRequest.request, findBytes);
    const typed = 'fields' in body ? (body.fields.get('reference') ?? '').trim() : '';
    const reference = readReference(typed);
    if (reference === undefined) return reply(findPage(frameOf(dependencies), typed, 'none'), 400);
    const id = (await dependencies.store.idOfReference(hashOfReference(reference))) ?? nobodysId;
    const submission = await seenBy(principal, id, dependencies);
    if (!submission) return reply(findPage(frameOf(dependencies), typed, 'nothing'), 404);
    return goTo(addressOf(submission.id));
  }),
};

/** Finding by reference, as pages for the team. Stands before what takes any name in its place. */
export const inboxFindRoutes: readonly Route[] = [form, find];
