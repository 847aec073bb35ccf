import type {OutboxStore} from './outbox-store.js';

/** Longer than one attempt may take, in milliseconds. */
const length = 60_000;
/** Milliseconds to wait for a turn: any script of this website can hold it for ever, and a tab that is frozen may. */
const patience = 10_000;

/**
 * Does `work` while no other tab, copy or version does the same under `name`:
 * two senders do no harm, but they waste.
 *
 * Resolves to `false`, with nothing done, where another has the turn and does not end it in time.
 */
export async function withLock(name: string, store: OutboxStore, now: () => number, work: () => Promise<void>): Promise<boolean> {
  if (navigator.locks) return inLock(name, work);
  if (!(await store.lease(name, now(), length).catch(() => true))) return false;
  try {
    await work();
  } finally {
    await store.release(name).catch(() => undefined);
  }
  return true;
}

async function inLock(name: string, work: () => Promise<void>): Promise<boolean> {
  const begun: Promise<void>[] = [];
  // Not `AbortSignal.timeout`: phones that are a few years old lack it.
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    await navigator.locks.request(name, {signal: stop.signal}, async () => {
      const going = work();
      begun.push(going);
      await going;
    });
  } catch {
    // Some frames may not lock. They may not store either, so nobody else sends what is theirs.
    if (begun.length === 0 && !stop.signal.aborted) begun.push(work());
  } finally {
    clearTimeout(timer);
  }
  // Another may steal a lock; what has begun goes on all the same, and has failed only where it failed itself.
  await Promise.all(begun);
  return begun.length > 0;
}
