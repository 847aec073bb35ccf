import {Hono} from 'hono';
import {eraseSurePage, erasedPage} from './pages/erase-pages.js';
import {inboxPath} from './pages/inbox-frame.js';
import {erasureOf, eraseAs} from './erase-submissions.js';
import {mayDo} from '../access/authorise.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import type {InboxEnvironment} from './inbox-environment.js';
import {frameOf, notFound, requireSignIn, unavailablePage, withoutRight} from './require-sign-in.js';
import {inboxResponse} from './inbox-response.js';

const path = `${inboxPath}/:id/erase` as const;

/** What one of the team erases, after being asked once more. */
export const inboxErasePageRoutes = new Hono<InboxEnvironment>()
  .get(path, requireSignIn, async ({req, env, var: {principal}}) => {
    if (!mayDo('erase', principal.access)) return withoutRight(env);
    const id = submissionIdIn(req.param('id'));
    const erasure = id === undefined ? undefined : await erasureOf(principal, id, env);
    if (id === undefined || !erasure) return notFound(env);
    return inboxResponse(eraseSurePage(frameOf(env), id, erasure));
  })
  .post(path, requireSignIn, async ({req, env, var: {principal}}) => {
    if (!mayDo('erase', principal.access)) return withoutRight(env);
    const id = submissionIdIn(req.param('id'));
    const erasure = id === undefined ? undefined : await eraseAs(principal, id, env);
    return erasure ? inboxResponse(erasedPage(frameOf(env), erasure)) : notFound(env);
  })
  .onError(unavailablePage);
