import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import type {Dependencies} from '../dependencies.js';
import type {ExportOrder} from './export/export-feedback.js';
import {markOpened} from './mark-opened.js';
import type {LogEntry} from '../store/access-store.js';
import type {InboxFilter} from '../store/submission-filter.js';
import type {SubmissionVersion} from '../store/submission-versions.js';
import {StoreUnavailable, type InboxQuery, type InboxRows} from '../store/store.js';
import type {Scope} from '../access/access.js';
import {redactFor, isServiceView, monthOf} from '../access/authorise.js';
import type {Principal} from '../access/authenticate.js';

type ReadingDependencies = Pick<Dependencies, 'store' | 'clock' | 'log' | 'keys'>;
type BesideDependencies = Pick<Dependencies, 'store' | 'keys'>;

/** One page of what somebody may see, with a line in the log where there is anything on it. */
export async function listFor(principal: Principal, query: Omit<InboxQuery, 'scope'>, dependencies: ReadingDependencies): Promise<InboxRows> {
  const {submissions, next} = await dependencies.store.inbox({...query, scope: principal.access.scope});
  const seen = submissions.flatMap((submission) => redactFor(submission, principal.access, dependencies.keys.idsForService) ?? []);
  if (seen.length > 0) await recordAccess(principal, {what: 'listed', detail: String(seen.length)}, dependencies);
  return {submissions: seen, ...(next && {next})};
}

/** One submission as somebody sees it, where it is what they ask for, for what stands beside another; nothing is recorded. */
export async function seenBy({access}: Principal, id: string, {store, keys}: BesideDependencies, filter?: InboxFilter): Promise<InboxEntry | undefined> {
  const submission = await store.submission(ownId(id, access.scope, keys), access.scope, filter);
  return submission && redactFor(submission, access, keys.idsForService);
}

/** Every version of a story that somebody sees, oldest first; nothing is recorded. */
export async function versionsFor({access: {scope}}: Principal, id: string, {store, keys}: BesideDependencies): Promise<SubmissionVersion[]> {
  return asSeenBy(scope, await store.versions(ownId(id, scope, keys), scope), keys);
}

/** What somebody sees of all that says it corrects this one without having proven it; nothing is recorded. */
export async function claimsFor({access: {scope}}: Principal, id: string, {store, keys}: BesideDependencies): Promise<SubmissionVersion[]> {
  return asSeenBy(scope, await store.claims(ownId(id, scope, keys), scope), keys);
}

function asSeenBy(scope: Scope, versions: SubmissionVersion[], {idsForService}: Dependencies['keys']): SubmissionVersion[] {
  return isServiceView(scope) ? versions.map((version) => ({id: idsForService.hide(version.id), receivedAt: monthOf(version.receivedAt)})) : versions;
}

/** The id of what somebody asks for by the id under which they know it. */
function ownId(id: string, scope: Scope, {idsForService}: Dependencies['keys']): string {
  return isServiceView(scope) ? idsForService.find(id) : id;
}

/** One submission as somebody sees it, with a line in the log. What they may not see is not there, like what never was. */
export async function openFor(principal: Principal, id: string, request: Request, dependencies: ReadingDependencies): Promise<InboxEntry | undefined> {
  const submission = await dependencies.store.submission(ownId(id, principal.access.scope, dependencies.keys), principal.access.scope);
  const seen = submission && redactFor(submission, principal.access, dependencies.keys.idsForService);
  if (seen) {
    await recordAccess(principal, {what: 'opened', submission: submission.id}, dependencies);
    await countAsOpened(principal, submission.id, request, dependencies);
  }
  return seen;
}

/** The contact details, where there are any, recorded before anybody sees them. */
export async function openContactFor(principal: Principal, id: string, request: Request, dependencies: ReadingDependencies): Promise<OpenedContact | undefined> {
  const {store, clock} = dependencies;
  const details = await store.openContact(id, {label: principal.who, openedAt: clock().toISOString()}, principal.access.scope);
  if (details) await countAsOpened(principal, id, request, dependencies);
  return details;
}

/** That copies go out, recorded before any does; resolves to the moment. Rejects with `StoreUnavailable` where the log takes no line. */
export async function recordExport({who}: Pick<Principal, 'who'>, {format, withContact}: ExportOrder, {store, clock}: Pick<Dependencies, 'store' | 'clock'>): Promise<string> {
  const at = clock().toISOString();
  await store.record([{at, who, what: 'exported', detail: withContact ? `${format}, with contact details` : format}]);
  return at;
}

/** The service that somebody tells about is not the one who is told that they may be in danger. */
async function countAsOpened({access, who}: Principal, id: string, request: Request, dependencies: ReadingDependencies): Promise<void> {
  if (!isServiceView(access.scope)) await markOpened(id, who, request, dependencies);
}

/**
 * On a disk that takes nothing more the team must still read who is in danger, so
 * that a look which cannot be recorded is told to the operator and goes on.
 */
export async function recordAccess({who}: Principal, look: Pick<LogEntry, 'what' | 'submission' | 'detail'>, {store, clock, log}: Pick<Dependencies, 'store' | 'clock' | 'log'>): Promise<void> {
  try {
    await store.record([{at: clock().toISOString(), who, ...look}]);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log(`The inbox was read and the access log took no line of it: ${error.message}`);
  }
}
