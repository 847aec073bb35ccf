import type {Answers} from '../../contract/answers.js';
import type {About, Contact, Share} from '../../contract/submission.js';

/** What a person has told so far: answers on pages that no longer apply are still here, and are not sent. */
export interface DraftResponse {
  answers: Answers;
  about?: About | undefined;
  /** Whether the page that carries the form has said what it is about, so that nobody need be asked. */
  aboutIsGiven?: boolean;
  /** What the services do; `undefined` where nobody knows, as for a service that is in no list. */
  kinds?: readonly string[] | undefined;
  share?: readonly Share[];
  /** The details stay while somebody changes their mind about `wanted`. */
  contact?: {wanted: boolean; details: Contact};
}

/** Nothing told yet. */
export const emptyResponse: DraftResponse = {answers: {}};
