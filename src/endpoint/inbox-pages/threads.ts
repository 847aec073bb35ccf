import type {InboxEntry} from '../../contract/inbox.js';
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
export async function threadsOf(submissions: readonly InboxEntry[], dependencies: Dependencies): Promise<Thread[]> {
  const threads = await Promise.all(submissions.map(async (submission) => {
    const newest = await newestOf(submission, dependencies);
    if (newest !== submission && ranks[submission.urgency] <= ranks[newest.urgency]) return undefined;
    return {known: await known(submission, dependencies), older: await olderThan(submission, dependencies)};
  }));
  return threads.filter((thread) => thread !== undefined);
}

/** A submission with the set that it answers. */
export async function known(submission: InboxEntry, {questionSets, receiver}: Dependencies): Promise<Known> {
  const {questionSet} = submission;
  const set = questionSet && (await questionSets.find(questionSet.id, questionSet.version));
  return {submission: withDangerWords(submission), spoken: set && spokenSet(set, 'en', receiverFor(receiver, [], false))};
}

/** What a submission replaces, newest first. */
export async function olderThan(submission: InboxEntry, {store}: Dependencies): Promise<InboxEntry[]> {
  const older: InboxEntry[] = [];
  for (let id = submission.replaces; id !== undefined && older.length < mostVersions;) {
    const version: InboxEntry | undefined = await store.submission(id);
    if (!version || older.some((each) => each.id === version.id)) break;
    older.push(version);
    id = version.replaces;
  }
  return older;
}

async function newestOf(submission: InboxEntry, {store}: Dependencies): Promise<InboxEntry> {
  let newest = submission;
  for (let versions = 0; newest.replacedBy !== undefined && versions < mostVersions; versions += 1) {
    const next = await store.submission(newest.replacedBy);
    if (!next) break;
    newest = next;
  }
  return newest;
}
