/**
 * How long a test waits for what it needs, in milliseconds. Many times what anything
 * takes, also on a machine with other work: it only ever ends a hopeless wait.
 */
export const hopeless = 120_000;

const betweenLooks = 20;

// Taken when this is loaded: a test may replace the page's own, and change what the clock says.
const {setTimeout: later} = globalThis;
const now = performance.now.bind(performance);

/** What is worth waiting for: all but `undefined`, `null`, `false`, `0` and `''`. */
export type Worth<Found> = Exclude<Found, undefined | null | false | 0 | ''>;

/**
 * Waits until `look` finds something, and gives it.
 *
 * @param wanted what is waited for, in words; a function says them when it never came
 * @throws with those words when it never comes; with what `look` throws, at once
 */
export async function eventually<Found>(look: () => Found | Promise<Found>, wanted: string | (() => string) = String(look)): Promise<Worth<Found>> {
  for (const end = now() + hopeless; ; await new Promise((soon) => void later(soon, betweenLooks))) {
    const found = await look();
    if (found) return found as Worth<Found>;
    if (now() > end) throw new Error(`Waited in vain: ${typeof wanted === 'string' ? wanted : wanted()}`);
  }
}
