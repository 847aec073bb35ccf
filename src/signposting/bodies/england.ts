import type {Body} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';

/** Who helps in England. Only ways that may be shown; the others are in `unconfirmed.ts`. */
export function bodiesInEngland(_words: Words): Body[] {
  return [];
}
