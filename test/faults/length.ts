import {vi} from 'vitest';

/** Whether `npm run faults` asked for the long form; `npm test` runs the short one. */
const isLong = process.env['CARE_FAULTS'] === 'long';

// The long form takes as long as it takes: a day only ends what hangs.
if (isLong) vi.setConfig({testTimeout: 24 * 60 * 60_000});

/** How often to do something: fewer times in the short form. */
export function times({short, long}: {short: number; long: number}): number {
  return isLong ? long : short;
}
