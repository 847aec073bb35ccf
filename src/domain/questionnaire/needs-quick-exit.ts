import type {When} from '../../contract/question-set.js';
import {truthOf} from './conditions.js';
import type {DraftResponse} from './draft-response.js';

// Not the topic `safe`: a wet floor is one, and a button to flee by on every
// page may put people off who need none.
const delicate: When = {
  any: [
    {question: 'relationship', in: ['staff']},
    {question: 'also-staff', in: ['yes']},
    {question: 'risk', in: ['yes', 'unsure']},
    {question: 'topics', in: ['rights']},
    {question: 'detained', in: ['yes', 'unsure']},
    {question: 'safe-reply', in: ['no', 'unsure']},
  ],
};

/**
 * Whether somebody could be harmed by being seen to tell this: staff who speak
 * up, abuse and danger, restraint and detention, or when others read along. An
 * answer counts also where it no longer applies: who gave it was in earnest.
 */
export function needsQuickExit(draft: DraftResponse): boolean {
  return truthOf(delicate, draft) === true;
}
