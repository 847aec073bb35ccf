import {randomCode} from '../../contract/code.js';
import {uuidV7} from '../../contract/uuid.js';
import {randomBytes} from '../../delivery/client/clean-built-ins.js';
import {isoText, latestDate, now} from '../../delivery/client/clock.js';
import {jsonText} from '../../delivery/client/json.js';
import type {SessionContext} from '../../domain/questionnaire/form-session/session-steps.js';

/** A new submission's id. */
export function newId(): string {
  return uuidV7(now(), randomBytes(10));
}

/** A new form's right to come back to what it sends: only the form knows it, and what is sent carries it. */
export function newRight(): string {
  return randomCode(randomBytes(16));
}

/** What is known when a step is taken: the endpoint takes dates up to tomorrow by its clock, which is UTC. */
export function sessionContext(): SessionContext {
  return {now: isoText(now()), latestDate: latestDate(), toJson: jsonText};
}
