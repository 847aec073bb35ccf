import type {Situation} from '../contract/situation.js';
import type {Nation} from '../contract/situation-values.js';

const socialServices: readonly Situation['service'][] = ['care-home', 'home-care'];

/** The situation with what follows from it: England where no nation is named, and the kind of care from the service or from who pays. */
export function completed(situation: Situation): Situation & {nation: Nation} {
  const care = situation.care ?? careOf(situation);
  return {...situation, nation: situation.nation ?? 'england', ...(care && {care})};
}

function careOf({service, pays}: Situation): Situation['care'] {
  if (service) return socialServices.includes(service) ? 'social' : 'health';
  if (pays === 'council') return 'social';
  if (pays === 'nhs' || pays === 'insurer') return 'health';
  return undefined;
}
