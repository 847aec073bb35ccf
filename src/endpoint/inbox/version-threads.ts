import type {InboxEntry} from '../../contract/inbox.js';
import type {Urgency} from '../../contract/submission.js';
import type {ShownSubmission} from './pages/description.js';
import type {SubmissionThread} from './pages/list-page.js';
import {isServiceView} from '../access/authorise.js';
import {seenBy} from './read-submissions.js';
import type {Principal} from '../access/authenticate.js';
import {withDangerWords} from './danger-words.js';
import type {Dependencies} from '../dependencies.js';
import type {InboxFilter} from '../store/submission-filter.js';
import {setForTeam} from './team-set.js';

const ranks: Readonly<Record<Urgency, number>> = {none: 0, concern: 1, immediate: 2};
const mostVersions = 20;

/**
 * The submissions of one page as a reader sees them: what was corrected stands
 * under its correction. One that was more urgent than its correction keeps its
 * own place as well, for nothing lowers an urgency; so does one whose correction
 * is not what somebody asks for.
 */
export async function threadsOf(submissions: readonly InboxEntry[], principal: Principal, dependencies: Dependencies, filter?: InboxFilter): Promise<SubmissionThread[]> {
  const threads = await Promise.all(submissions.map(async (submission) => {
    const newest = await newestOf(submission, principal, dependencies);
    const hasItsPlace = newest !== submission && ranks[submission.urgency] <= ranks[newest.urgency];
    if (hasItsPlace && (!filter || (await seenBy(principal, newest.id, dependencies, filter)))) return undefined;
    return {shown: await shownSubmission(submission, principal, dependencies), older: await olderThan(submission, principal, dependencies)};
  }));
  return threads.filter((thread) => thread !== undefined);
}

/** A submission with the set that it answers, as somebody sees it. */
export async function shownSubmission(submission: InboxEntry, {access: {scope}}: Principal, dependencies: Dependencies): Promise<ShownSubmission> {
  const {questionSet} = submission;
  const set = questionSet && (await dependencies.questionSets.find(questionSet.id, questionSet.version));
  return {submission: withDangerWords(submission), localised: set && setForTeam(set, dependencies), isForService: isServiceView(scope)};
}

/** What a submission is proven to replace, as far as somebody may see it, newest first. */
async function olderThan(submission: InboxEntry, principal: Principal, dependencies: Dependencies): Promise<InboxEntry[]> {
  const older: InboxEntry[] = [];
  for (let id = replacedBy(submission); id !== undefined && older.length < mostVersions;) {
    const version: InboxEntry | undefined = await seenBy(principal, id, dependencies);
    if (!version || older.some((each) => each.id === version.id)) break;
    older.push(version);
    id = replacedBy(version);
  }
  return older;
}

function replacedBy({replaces, isReplacementProven}: InboxEntry): string | undefined {
  return isReplacementProven ? replaces : undefined;
}

async function newestOf(submission: InboxEntry, principal: Principal, dependencies: Dependencies): Promise<InboxEntry> {
  let newest = submission;
  for (let versions = 0; newest.replacedBy !== undefined && versions < mostVersions; versions += 1) {
    const next = await seenBy(principal, newest.replacedBy, dependencies);
    if (!next) break;
    newest = next;
  }
  return newest;
}
