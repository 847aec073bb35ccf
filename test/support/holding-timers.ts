/**
 * Holds every timer of the page that waits so many milliseconds, so that a pause
 * ends when a test says so and not where a busy machine takes as long.
 */
export function holdingTimers(milliseconds: number): {
  /** Runs those that nobody has taken back, holds no more, and says how many there were. */
  end(): number;
} {
  const {setTimeout: set, clearTimeout: clear} = globalThis;
  const held = new Map<number, () => void>();
  let last = 0;
  globalThis.setTimeout = ((run: () => void, wait: number, ...given: []) => {
    if (wait !== milliseconds) return set(run, wait, ...given);
    held.set((last -= 1), run);
    return last;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (timer) => void (held.delete(timer as number) || clear(timer));
  return {
    end() {
      [globalThis.setTimeout, globalThis.clearTimeout] = [set, clear];
      for (const run of held.values()) run();
      return held.size;
    },
  };
}
