import type {Situation} from '../../contract/situation.js';
import type {Nation} from '../../contract/situation-values.js';

const socialServices: readonly Situation['service'][] = ['care-home', 'home-care'];

/** The situation with what follows from it: England where no nation is named, the kind of care from the service or from who pays, and what somebody wants from what they did. */
export function completeSituation(situation: Situation): Situation & {nation: Nation} {
  const care = situation.care ?? careOf(situation);
  const wants = situation.wants ?? wantsOf(situation);
  return {...situation, nation: situation.nation ?? 'england', ...(care && {care}), ...(wants && {wants})};
}

function wantsOf({profession, complained}: Situation): Situation['wants'] {
  if (profession) return 'report-person';
  return complained === 'waiting' || complained === 'answered' ? 'complain' : undefined;
}

function careOf({service, pays}: Situation): Situation['care'] {
  if (service) return socialServices.includes(service) ? 'social' : 'health';
  if (pays === 'council') return 'social';
  if (pays === 'nhs' || pays === 'insurer') return 'health';
  return undefined;
}
