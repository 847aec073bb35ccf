/** Whether `npm run faults` asked for the long form; `npm test` runs the short one. */
const isLong = process.env['CARE_FAULTS'] === 'long';

/** How often to do something: fewer times in the short form. */
export function times({short, long}: {short: number; long: number}): number {
  return isLong ? long : short;
}
