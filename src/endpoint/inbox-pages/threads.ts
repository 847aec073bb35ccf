import type {InboxSubmission} from '../../contract/inbox.js';
import type {Urgency} from '../../contract/submission.js';
import type {Known} from '../../pages/inbox/described.js';
import type {Thread} from '../../pages/inbox/list-page.js';
import {spokenSet} from '../../pages/spoken-set.js';
import {withDangerWords} from '../danger-words.js';
import type {Dependencies} from '../dependencies.js';
import {receiverFor} from '../receiver-file.js';

const ranks: Readonly<Record<Urgency, number>> = {none: 0, concern: 1, immediate: 2};
const mostVersions = 20;

/**
 * The submissions of one page as a reader sees them: what was corrected stands
 * under its correction. One that was more urgent than its correction keeps its
 * own place as well, for nothing lowers an urgency.
 */
export async function threadsOf(submissions: readonly InboxSubmission[], dependencies: Dependencies): Promise<Thread[]> {
  const threads = await Promise.all(submissions.map(async (submission) => {
    const newest = await newestOf(submission, dependencies);
    if (newest !== submission && ranks[submission.urgency] <= ranks[newest.urgency]) return undefined;
    return {known: await known(submission, dependencies), older: await olderThan(submission, dependencies)};
  }));
  return threads.filter((thread) => thread !== undefined);
}

/** A submission with the set that it answers. */
export async function known(submission: InboxSubmission, {questionSets, receiver}: Dependencies): Promise<Known> {
  const {id, version} = submission.questionSet;
  const set = await questionSets.find(id, version);
  return {submission: withDangerWords(submission), spoken: set && spokenSet(set, 'en', receiverFor(receiver, [], false))};
}

/** What a submission replaces, newest first. */
export async function olderThan(submission: InboxSubmission, {store}: Dependencies): Promise<InboxSubmission[]> {
  const older: InboxSubmission[] = [];
  for (let id = submission.replaces; id !== undefined && older.length < mostVersions;) {
    const version: InboxSubmission | undefined = await store.submission(id);
    if (!version || older.some((each) => each.id === version.id)) break;
    older.push(version);
    id = version.replaces;
  }
  return older;
}

async function newestOf(submission: InboxSubmission, {store}: Dependencies): Promise<InboxSubmission> {
  let newest = submission;
  for (let versions = 0; newest.replacedBy !== undefined && versions < mostVersions; versions += 1) {
    const next = await store.submission(newest.replacedBy);
    if (!next) break;
    newest = next;
  }
  return newest;
}
