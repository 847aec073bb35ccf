import type {Situation} from '../contract/situation.js';
import type {Signpost} from './who-can-help.js';

const most = 3;

/** Who has it already, by the role of who receives a form. */
const receivers: Readonly<Record<string, readonly string[]>> = {regulator: ['cqc', 'cqc-staff'], healthwatch: ['local-healthwatch']};

/**
 * The two or three who fit best, for the end of a form; whoever receives it, by
 * its `role`, has it already. 999 is left out where nobody is in danger, as it
 * stands on every page; a child has Childline first.
 */
export function endingSignposts(signposts: readonly Signpost[], {danger, age}: Situation, role: string): Signpost[] {
  const told = receivers[role] ?? [];
  const others = signposts.filter(({body: {id}}) => !told.includes(id) && (danger === 'now' || id !== '999'));
  const forChild = age === 'child' ? others.filter(({body: {id}}) => id === 'childline') : [];
  return [...new Set([...forChild, ...others])].slice(0, most);
}
