import type {InboxEntry} from '../../contract/inbox.js';
import type {Detail} from '../../pages/inbox/detail-page.js';
import {handlingBy} from '../access/handling.js';
import {mayDo, mayHandle} from '../access/may-see.js';
import type {Asker} from '../access/who-asks.js';
import type {Dependencies} from '../dependencies.js';
import {around} from './around.js';
import {known} from './threads.js';

/** What somebody's page of one submission shows, with the steps up to now. */
export async function detailFor(submission: InboxEntry, asker: Asker, dependencies: Dependencies): Promise<Detail> {
  return {
    known: await known(submission, asker, dependencies),
    around: await around(submission, asker, dependencies),
    opensContact: mayDo('contact', asker.access),
    erases: mayDo('erase', asker.access),
    ...(mayHandle(asker.access) && {handling: handlingBy(await dependencies.store.steps(submission.id, asker.access.scope))}),
  };
}
