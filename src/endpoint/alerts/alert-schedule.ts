import type {Alert} from '../store/alert.js';

const minute = 60_000;
const firstGap = 5 * minute;
// Twice a day: less often, and it could be forgotten; more often, and people stop to look.
const longestGap = 12 * 60 * minute;
const firstPause = 2000;
// Whoever mends the hook or the mail server is not kept waiting longer for what is urgent.
const longestPause = {urgent: 2 * minute, other: 60 * minute};

/**
 * When an alert is due again, in milliseconds from now; `undefined` once it is done.
 * What is urgent is never done by itself: only opening the submission ends it.
 */
export function delayUntilNextAlert({kind, told, failed}: Pick<Alert, 'kind' | 'told' | 'failed'>, isDelivered: boolean): number | undefined {
  if (!isDelivered) return doubled(firstPause, failed, kind === 'immediate' ? longestPause.urgent : longestPause.other);
  return kind === 'immediate' ? doubled(firstGap, told, longestGap) : undefined;
}

function doubled(first: number, times: number, longest: number): number {
  return Math.min(longest, first * 2 ** Math.min(times, 30));
}
