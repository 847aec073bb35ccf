import type {InboxEntry} from '../../contract/inbox.js';
import type {Detail} from './pages/detail-page.js';
import {handlingBy} from './change-status.js';
import {mayDo, mayHandle} from '../access/authorise.js';
import type {Principal} from '../access/authenticate.js';
import type {Dependencies} from '../dependencies.js';
import {relatedSubmissions} from './related-submissions.js';
import {shownSubmission} from './version-threads.js';

/** What somebody's page of one submission shows, with the steps up to now. */
export async function detailFor(submission: InboxEntry, principal: Principal, dependencies: Dependencies): Promise<Detail> {
  return {
    shown: await shownSubmission(submission, principal, dependencies),
    related: await relatedSubmissions(submission, principal, dependencies),
    opensContact: mayDo('contact', principal.access),
    erases: mayDo('erase', principal.access),
    ...(mayHandle(principal.access) && {handling: handlingBy(await dependencies.store.steps(submission.id, principal.access.scope))}),
  };
}
