import type {Question} from '../../contract/question-set.js';
import {truthOf} from './conditions.js';
import type {DraftResponse} from './draft-response.js';

/** Whether a question lies under its own words until somebody opens it, for what was told. Where that hangs on a service that nobody knows it does not. */
export function isFolded({folded = false}: Question, draft: DraftResponse): boolean {
  return typeof folded === 'boolean' ? folded : truthOf(folded, draft) === true;
}
