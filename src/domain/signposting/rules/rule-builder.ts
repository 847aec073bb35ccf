import type {SignpostRoute} from '../../../contract/signposts.js';
import type {Nation} from '../../../contract/situation-values.js';

// The few shapes in which routes are written down.

/** Danger first, in every situation. */
export const danger: Unplaced = {id: 'danger', when: {}, steps: [{body: '999'}]};

type Unplaced = Omit<SignpostRoute, 'nation'>;

export function buildRoutes(nation: Nation, written: readonly Unplaced[]): SignpostRoute[] {
  return written.map((route) => ({...route, id: `${nation}-${route.id}`, nation}));
}
