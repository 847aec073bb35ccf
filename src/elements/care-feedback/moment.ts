import {latestDateAt} from '../../questionnaire/dates.js';
import {randomCode} from '../../contract/code.js';
import {uuidV7} from '../../contract/uuid.js';

/** A new submission's id. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** A new form's right to come back to what it sends: only the form knows it, and what is sent carries it. */
export function newRight(): string {
  return randomCode(crypto.getRandomValues(new Uint8Array(16)));
}

/** What the checks need to know: the endpoint takes dates up to tomorrow by its clock, which is UTC. */
export function checkedNow(): {latestDate: string} {
  return {latestDate: latestDateAt(new Date())};
}
