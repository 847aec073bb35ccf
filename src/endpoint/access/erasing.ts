import type {Erasure} from '../../contract/erasure.js';
import type {Dependencies} from '../dependencies.js';
import {copiesThatMayHold, eraseFor} from '../erasing.js';
import type {LogEntry} from '../store/access-store.js';
import {seenBy, versionsFor} from './reading.js';
import type {Asker} from './who-asks.js';

/** What erasing one submission would reach and what not; `undefined` where they see none of this id. */
export async function erasureOf(asker: Asker, id: string, dependencies: Dependencies): Promise<Erasure | undefined> {
  const submission = await seenBy(asker, id, dependencies);
  if (!submission) return undefined;
  const versions = await versionsFor(asker, submission.id, dependencies);
  return {versions, copies: copiesAsSeen(await copiesThatMayHold(versions, dependencies.store), asker)};
}

/** Erases one submission with every version of it that they see. What was erased before is not there for them. */
export async function eraseAs(asker: Asker, id: string, dependencies: Dependencies): Promise<Erasure | undefined> {
  const submission = await seenBy(asker, id, dependencies);
  const erased = submission && (await eraseFor({who: asker.who, scope: asker.access.scope}, dependencies.keys.referenceFor(submission.id), dependencies));
  return erased && {
    versions: erased.versions.flatMap(({wasErased, ...version}) => (wasErased ? [] : [version])),
    copies: copiesAsSeen(erased.copies, asker),
  };
}

/** Others' names are for whoever sees everything. */
function copiesAsSeen(copies: readonly LogEntry[], {access: {scope}}: Asker): Erasure['copies'] {
  const isLimited = Object.keys(scope).length > 0;
  return copies.map(({at, who, detail = ''}) => ({at, what: detail, ...(!isLimited && {who})}));
}
