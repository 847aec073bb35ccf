import {randomCode} from '../../contract/code.js';
import {uuidV7} from '../../contract/uuid.js';
import {randomBytes} from '../../delivery/clean-built-ins.js';
import {latestDate, now} from '../../delivery/clock.js';

/** A new submission's id. */
export function newId(): string {
  return uuidV7(now(), randomBytes(10));
}

/** A new form's right to come back to what it sends: only the form knows it, and what is sent carries it. */
export function newRight(): string {
  return randomCode(randomBytes(16));
}

/** What the checks need to know: the endpoint takes dates up to tomorrow by its clock, which is UTC. */
export function checkedNow(): {latestDate: string} {
  return {latestDate: latestDate()};
}
