import type {Body} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';

/** Who helps in every nation: in danger, and whoever gave the care. Only ways that may be shown; the others are in `unconfirmed.ts`. */
export function bodiesEverywhere({msg}: Words): Body[] {
  return [
    {
      id: '999',
      name: msg('999'),
      does: msg('The emergency services. Call if someone’s life is at risk, someone is badly hurt, or a crime is happening now.'),
      ways: [{kind: 'phone', value: '999', known: true, checked: null}],
      checked: null,
    },
  ];
}
