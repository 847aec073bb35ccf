import type {Store} from './store.js';

/** Longer than one attempt may take, in milliseconds. */
const length = 60_000;

/**
 * Does `work` while no other tab, copy or version does the same under `name`:
 * two senders do no harm, but they waste.
 *
 * Resolves to `false` where another has the turn and nobody says when it ends.
 */
export async function inTurn(name: string, store: Store, now: () => number, work: () => Promise<void>): Promise<boolean> {
  if (navigator.locks) {
    let hasBegun = false;
    const begin = () => ((hasBegun = true), work());
    try {
      await navigator.locks.request(name, begin);
    } catch (error) {
      if (hasBegun) throw error;
      // Some frames may not lock. They may not store either, so nobody else sends what is theirs.
      await begin();
    }
    return true;
  }
  if (!(await store.lease(name, now(), length).catch(() => true))) return false;
  try {
    await work();
  } finally {
    await store.release(name).catch(() => undefined);
  }
  return true;
}
