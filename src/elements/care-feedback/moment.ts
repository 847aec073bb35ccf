import {uuidV7} from '../../contract/uuid.js';

/** A new submission's id. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What the checks need to know: the endpoint takes dates up to tomorrow by its clock, which is UTC. */
export function checkedNow(): {latestDate: string} {
  return {latestDate: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)};
}
