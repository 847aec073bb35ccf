import type {SignpostRoute} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';

/** Who helps in which situation in England, in the order in which people meet them. */
export function routesInEngland({msg}: Words): SignpostRoute[] {
  return [{id: 'danger', when: {}, steps: [{body: '999', reason: msg('If anyone is in danger now.')}]}];
}
