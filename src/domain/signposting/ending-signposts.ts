import type {Situation} from '../../contract/situation.js';
import type {Signpost} from './who-can-help.js';

const most = 3;

/** Who has it already, by the role of who receives a form. */
const receivers: Readonly<Record<string, readonly string[]>> = {regulator: ['cqc', 'cqc-staff'], healthwatch: ['local-healthwatch'], icb: ['icb'], provider: ['provider']};

/**
 * The two or three who fit best, for the end of a form; whoever receives it, by
 * its `role`, has it already. 999 is first in danger and left out elsewhere, as
 * it stands on every page; a child has Childline first, and in danger after 999.
 * Somebody whose person has died has bereavement support among them.
 */
export function endingSignposts(situation: Situation, role: string, find: (situation: Situation) => Signpost[]): Signpost[] {
  const {age, ...others} = situation;
  const told = receivers[role] ?? [];
  // `age` is that of who tells, who may be a child that tells of a grandparent's care home.
  const found = situation.danger === 'now' ? find(situation) : [...(age === 'child' ? childline(find) : []), ...find(others).filter(({body}) => body.id !== '999')];
  const fitting = new Map(found.filter(({body}) => !told.includes(body.id)).map((each) => [each.body.id, each]));
  const after = situation.died === 'yes' ? bereavement(find) : [];
  for (const {body} of after) fitting.delete(body.id);
  return [...[...fitting.values()].slice(0, most - after.length), ...after];
}

function bereavement(find: (situation: Situation) => Signpost[]): Signpost[] {
  return find({died: 'yes', danger: 'no'}).filter(({body}) => body.id === 'bereavement-support').slice(0, 1);
}

function childline(find: (situation: Situation) => Signpost[]): Signpost[] {
  return find({age: 'child'}).filter(({body}) => body.id === 'childline');
}
