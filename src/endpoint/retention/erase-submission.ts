import {alertsOfErasure} from '../alerts/alert-plan.js';
import type {Scope} from '../access/access.js';
import type {Dependencies} from '../dependencies.js';
import {logPages} from '../access/log-pages.js';
import {hashOfReference} from '../access/reference.js';
import type {LogEntry} from '../store/access-store.js';
import {startOfMinute} from '../store/log-moment.js';
import type {ErasedRow} from '../store/retention-store.js';
import {StoreUnavailable, type Store} from '../store/store.js';

/** What was erased, and which exports may still hold it. */
export interface ErasedSubmission {
  versions: ErasedRow[];
  copies: LogEntry[];
}

/**
 * Erases what has the reference, with every version linked to it, while the endpoint runs; `undefined` where
 * nothing within the limits has it.
 */
export async function eraseSubmission({who, scope}: {who: string; scope?: Scope}, reference: string, {store, clock, alerts, log}: Pick<Dependencies, 'store' | 'clock' | 'alerts' | 'log'>): Promise<ErasedSubmission | undefined> {
  const versions = await store.erase(hashOfReference(reference), {who, at: clock().toISOString(), ...(scope && {scope}), alerts: alertsOfErasure(alerts.plan)});
  if (versions === undefined) return undefined;
  alerts.wake();
  // Erased it is; whoever runs the endpoint hears where something still stands beside the database.
  await store.forget().catch((error: unknown) => log(`After erasing: ${error instanceof StoreUnavailable ? error.message : 'the files of the database could not be rewritten'}`));
  return {versions, copies: await copiesThatMayHold(versions, store)};
}

/** The exports since the first of the versions arrived, as the log has them. */
export async function copiesThatMayHold(versions: readonly {receivedAt: string}[], store: Pick<Store, 'log'>): Promise<LogEntry[]> {
  const first = versions.map(({receivedAt}) => receivedAt).sort()[0];
  const copies: LogEntry[] = [];
  if (first === undefined) return copies;
  // The log has the minute alone: one in the same minute may have come after it.
  const since = startOfMinute(first);
  for await (const entries of logPages({what: 'exported', since}, store)) copies.push(...entries);
  return copies;
}
