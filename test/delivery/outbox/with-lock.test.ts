import {beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest';
import type {OutboxStore} from '../../../src/delivery/outbox/outbox-store.js';
import {withLock} from '../../../src/delivery/outbox/with-lock.js';

const store = {} as OutboxStore;
const now = () => 0;

/** Locks of a browser, one name only; whoever waits may stop waiting. */
class Locks {
  #turn: Promise<unknown> = Promise.resolve();
  #steal = (): void => {};

  request = (_name: string, {signal}: {signal: AbortSignal}, work: () => Promise<unknown>): Promise<unknown> => {
    const before = this.#turn;
    const stolen = new Promise<never>((_, refuse) => (this.#steal = () => refuse(new DOMException('It was stolen.', 'AbortError'))));
    const given = new Promise<never>((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason)));
    const own = Promise.race([before, given]).then(() => Promise.race([work(), stolen]));
    this.#turn = Promise.allSettled([before, own]);
    return own;
  };

  /** Somebody takes it and never ends. */
  hold(): void {
    this.#turn = new Promise(() => {});
  }

  steal(): void {
    this.#steal();
  }
}

let locks: Locks;
beforeEach(() => {
  locks = new Locks();
  vi.stubGlobal('navigator', {locks});
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
});

describe('a turn', () => {
  it('is one sender’s at a time', async () => {
    let isGoing = false;
    const seen: boolean[] = [];
    const work = async () => {
      seen.push(isGoing);
      isGoing = true;
      await Promise.resolve();
      isGoing = false;
    };
    expect(await Promise.all([withLock('a', store, now, work), withLock('a', store, now, work)])).toEqual([true, true]);
    expect(seen).toEqual([false, false]);
  });

  it('is waited for ten seconds where somebody holds it for ever, and then nothing was done', async () => {
    locks.hold();
    let times = 0;
    const turn = withLock('a', store, now, async () => void (times += 1));
    const ended: boolean[] = [];
    void turn.then((hadTurn) => ended.push(hadTurn));
    await vi.advanceTimersByTimeAsync(9999);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect([ended, times]).toEqual([[false], 0]);
  });

  it('that has begun takes as long as it takes', async () => {
    let end = () => {};
    const turn = withLock('a', store, now, () => new Promise((resolve) => (end = resolve)));
    await vi.advanceTimersByTimeAsync(60_000);
    end();
    expect(await turn).toBe(true);
  });

  it('that somebody steals goes on to its end', async () => {
    let end = () => {};
    const turn = withLock('a', store, now, () => new Promise((resolve) => (end = resolve)));
    await vi.advanceTimersByTimeAsync(0);
    locks.steal();
    await vi.advanceTimersByTimeAsync(0);
    end();
    expect(await turn).toBe(true);
  });

  it('is taken without asking where a frame may not lock', async () => {
    locks.request = async () => { throw new DOMException('It may not.', 'SecurityError'); };
    let times = 0;
    expect(await withLock('a', store, now, async () => void (times += 1))).toBe(true);
    expect(times).toBe(1);
  });

  it('that fails says so, and is not tried twice', async () => {
    let times = 0;
    await expect(withLock('a', store, now, async () => { times += 1; throw new Error('it fails'); })).rejects.toThrow('it fails');
    expect(times).toBe(1);
  });
});
