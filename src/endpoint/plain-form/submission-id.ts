import {createHmac} from 'node:crypto';
import type {InboxSubmission} from '../../contract/inbox.js';
import type {Submission} from '../../contract/submission.js';
import {uuidV7} from '../../contract/uuid.js';
import {acceptSubmission, type Arrival, type AcceptOutcome, type OwnPages} from '../submissions/accept-submission.js';
import {canonicalJson} from '../store/canonical-json.js';
import type {Dependencies} from '../dependencies.js';

// Somebody who goes back and sends again does so a few times, not without end.
const mostVersions = 50;

/**
 * Keeps what changed after it was sent: other content has arrived under the
 * submission's id, since the person went back in their browser to a page made
 * before Send. The new version has an id that follows from the old one and the
 * content, so that the same page sent again makes no third row. Where the right
 * is another, somebody else may have sent the first from the same page, on a device
 * that people share: it stands by itself, and its writer's code opens it alone.
 */
export async function acceptCorrection(submission: Submission, dependencies: Dependencies, arrival: Arrival & OwnPages): Promise<AcceptOutcome> {
  const {store, keys} = dependencies;
  const versions = await versionsOf(submission.id, dependencies);
  const opened = await store.idOfRight(keys.rightHash(arrival.right));
  const isTheirs = versions.some(({id}) => id === opened);
  const earlier = isTheirs ? versions : [];
  const newest = earlier.at(-1);
  // Sent again from a page made later, with nothing changed.
  if (newest) {
    const unchanged = await acceptSubmission({...submission, ...identityOf(newest), finishedAt: newest.finishedAt}, dependencies, arrival);
    if (unchanged.outcome !== 'conflict') return unchanged;
  }
  const id = correctionId(submission, dependencies.keys.formSigning);
  const position = earlier.findIndex((version) => version.id === id);
  const predecessor = position < 0 ? newest : earlier[position - 1];
  return acceptSubmission({...submission, id, replaces: predecessor?.id ?? submission.id}, dependencies, {...arrival, isReplacementProven: isTheirs});
}

/** The submission and what replaced it, oldest first; empty where nothing is known of its content any more. */
async function versionsOf(id: string, {store}: Dependencies): Promise<InboxSubmission[]> {
  const versions: InboxSubmission[] = [];
  for (let next: string | undefined = id; next !== undefined && versions.length < mostVersions;) {
    const version = await store.submission(next);
    if (!version || 'whole' in version) break;
    versions.push(version);
    next = version.replacedBy;
  }
  return versions;
}

function identityOf({id, replaces}: InboxSubmission): Pick<Submission, 'id' | 'replaces'> {
  return {id, ...(replaces !== undefined && {replaces})};
}

/** The same time as the first id, and for randomness what only this endpoint can work out of the content. */
function correctionId(submission: Submission, key: Uint8Array): string {
  const startedAt = Number.parseInt(submission.id.replaceAll('-', '').slice(0, 12), 16);
  return uuidV7(startedAt, createHmac('sha256', key).update(`correction\n${canonicalJson(submission)}`).digest());
}
