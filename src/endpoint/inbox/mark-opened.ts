import type {Unopened} from '../../contract/handling.js';
import type {Scope} from '../access/access.js';
import {isServiceView} from '../access/authorise.js';
import type {Dependencies} from '../dependencies.js';
import {StoreUnavailable, type Store} from '../store/store.js';

/**
 * Keeps that somebody has opened a submission. One that cannot be kept is read all
 * the same, since a full disk must not hide it, and goes on being alerted of.
 */
export async function markOpened(id: string, label: string, request: Request, {store, clock, log}: Pick<Dependencies, 'store' | 'clock' | 'log'>): Promise<void> {
  if (!isByPerson(request)) return;
  try {
    await store.markOpened(id, {label, openedAt: clock().toISOString()});
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log(`an opening could not be kept: ${error.message}`);
  }
}

/** Urgent submissions that have stood unopened for too long, of those within the limits. The service itself learns of no times. */
export async function overdue({store, alerts, clock}: Pick<Dependencies, 'alerts' | 'clock'> & {store: Pick<Store, 'unopened'>}, scope: Scope = {}): Promise<Unopened> {
  return isServiceView(scope) ? {count: 0} : store.unopened(new Date(clock().getTime() - alerts.overdueAfter).toISOString(), scope);
}

/** Browsers fetch ahead what somebody may open next, and what other websites make them fetch; nobody has seen that. */
function isByPerson({method, headers}: Request): boolean {
  if (method === 'HEAD' || /\bpre(?:fetch|render)\b/.test(`${headers.get('Sec-Purpose')} ${headers.get('Purpose')}`)) return false;
  const [site, into, byHand] = ['Sec-Fetch-Site', 'Sec-Fetch-Dest', 'Sec-Fetch-User'].map((name) => headers.get(name));
  if (site === null || site === 'same-origin' || site === 'none') return true;
  // A link in somebody's webmail leads here too.
  return into === 'document' && byHand === '?1';
}
