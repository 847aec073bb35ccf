import type {Handling, HandlingStep, NextStep} from '../../contract/handling.js';
import type {Dependencies} from '../dependencies.js';
import type {StatusChange} from '../store/handling-store.js';
import {recordAccess, seenBy} from './read-submissions.js';
import type {Principal} from '../access/authenticate.js';

/** How far the team has come by these steps. */
export function handlingBy(steps: HandlingStep[]): Handling {
  return {state: steps.at(-1)?.state ?? 'unopened', steps};
}

/** How far it has come with a submission that somebody may see, with a line in the log: notes may tell the story again. It counts as opened by nobody. */
export async function handlingFor(principal: Principal, id: string, dependencies: Pick<Dependencies, 'store' | 'clock' | 'log' | 'keys'>): Promise<Handling | undefined> {
  const seen = await seenBy(principal, id, dependencies);
  if (!seen) return undefined;
  await recordAccess(principal, {what: 'opened', submission: seen.id, detail: 'handling'}, dependencies);
  return handlingBy(await dependencies.store.steps(seen.id, principal.access.scope));
}

/** Takes a step in somebody's name, now. */
export function changeStatusFor({access, who}: Principal, id: string, next: NextStep, {store, clock}: Pick<Dependencies, 'store' | 'clock'>): Promise<StatusChange | undefined> {
  return store.changeStatus(id, {...next, who, at: clock().toISOString()}, access.scope);
}
