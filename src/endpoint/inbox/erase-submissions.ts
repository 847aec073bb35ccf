import type {Erasure} from '../../contract/erasure.js';
import type {Dependencies} from '../dependencies.js';
import {copiesThatMayHold, eraseSubmission} from '../retention/erase-submission.js';
import type {LogEntry} from '../store/access-store.js';
import {seenBy, versionsFor} from './read-submissions.js';
import type {Principal} from '../access/authenticate.js';

/** What erasing one submission would reach and what not; `undefined` where they see none of this id. */
export async function erasureOf(principal: Principal, id: string, dependencies: Dependencies): Promise<Erasure | undefined> {
  const submission = await seenBy(principal, id, dependencies);
  if (!submission) return undefined;
  const versions = await versionsFor(principal, submission.id, dependencies);
  return {versions, copies: copiesAsSeen(await copiesThatMayHold(versions, dependencies.store), principal)};
}

/** Erases one submission with every version of it that they see. What was erased before is not there for them. */
export async function eraseAs(principal: Principal, id: string, dependencies: Dependencies): Promise<Erasure | undefined> {
  const submission = await seenBy(principal, id, dependencies);
  const erased = submission && (await eraseSubmission({who: principal.who, scope: principal.access.scope}, dependencies.keys.referenceFor(submission.id), dependencies));
  return erased && {
    versions: erased.versions.flatMap(({wasErased, ...version}) => (wasErased ? [] : [version])),
    copies: copiesAsSeen(erased.copies, principal),
  };
}

/** Others' names are for whoever sees everything. */
function copiesAsSeen(copies: readonly LogEntry[], {access: {scope}}: Principal): Erasure['copies'] {
  const isLimited = Object.keys(scope).length > 0;
  return copies.map(({at, who, detail = ''}) => ({at, what: detail, ...(!isLimited && {who})}));
}
