import type {Situation} from '../contract/situation.js';
import type {Signpost} from './who-can-help.js';

const most = 3;

/**
 * The two or three who fit best, for the end of a form. `told` are the ids of
 * those who have it already. 999 is left out where nobody is in danger, as it
 * stands on every page; a child has Childline first.
 */
export function endingSignposts(signposts: readonly Signpost[], {danger, age}: Situation, told: readonly string[]): Signpost[] {
  const others = signposts.filter(({body: {id}}) => !told.includes(id) && (danger === 'now' || id !== '999'));
  const forChild = age === 'child' ? others.filter(({body: {id}}) => id === 'childline') : [];
  return [...new Set([...forChild, ...others])].slice(0, most);
}
