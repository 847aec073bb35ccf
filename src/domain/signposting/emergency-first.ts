import type {SignpostDirectory} from '../../contract/signposts.js';
import type {Situation} from '../../contract/situation.js';
import {shownWays} from './shown-ways.js';
import {whoCanHelp, type Signpost} from './who-can-help.js';

const emergency = '999';

/** Whether 999 is the first to be read, with its number. */
export function startsWithEmergency([first]: readonly Signpost[]): boolean {
  return first?.body.id === emergency && shownWays(first.body).some(({kind, value}) => kind === 'phone' && value === emergency);
}

/**
 * Who can help by a directory from elsewhere, which may be anybody's. Where it
 * knows nobody for the situation, those whom we carry; and whatever it says, 999 first.
 */
export function emergencyFirst(local: SignpostDirectory | undefined, carried: SignpostDirectory, situation: Situation, today: string): Signpost[] {
  const ours = whoCanHelp(carried, situation, today);
  const found = local ? whoCanHelp(local, situation, today) : [];
  const others = found.filter(({body}) => body.id !== emergency);
  if (others.length === 0) return ours;
  return startsWithEmergency(found) ? found : [...ours.slice(0, 1), ...others];
}
