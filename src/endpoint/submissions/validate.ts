import type {Fault} from '../../contract/problem.js';
import type {QuestionSet, SetStructure} from '../../contract/question-set.js';
import type {Service} from '../../contract/service.js';
import {Submission} from '../../contract/submission.js';
import {checkSubmission} from '../../domain/questionnaire/check-submission.js';
import {latestDateAt} from '../../domain/questionnaire/dates.js';
import type {Dependencies} from '../dependencies.js';
import {kindsTogether} from '../../domain/questionnaire/kinds-together.js';
import {mustBeIsolated} from '../receiver/receiver-file.js';
import {fewer, readAs} from '../http/schema-faults.js';
import {structureFaults} from '../http/untrusted-json.js';

/** What the checks need. */
export type ValidateDependencies = Pick<Dependencies, 'store' | 'receiver' | 'questionSets' | 'clock'>;

/** What was sent, looked at whole. */
export type Validated =
  | {fits: false; faults: Fault[]}
  | {
      fits: true;
      submission: Submission;
      /** The set that it answers, where it is known here. */
      set: SetStructure | undefined;
      /** Where its answers do not fit the set, or it cannot be what it says; none where all is well. */
      faults: Fault[];
      /** Whether it came from a page on which this service must not be written about. */
      isFromWrongPage: boolean;
    };

/** Looks whether what somebody sent is a submission that fits its question set. `sent` is parsed JSON, trusted in nothing. */
export async function validate(sent: unknown, dependencies: ValidateDependencies): Promise<Validated> {
  const strange = structureFaults(sent);
  if (strange.length > 0) return {fits: false, faults: fewer(strange)};

  const read = readAs(Submission, sent);
  if (!read.fits) return {fits: false, faults: fewer(read.faults)};
  const submission = withPlainIds(read.value);
  const set = await dependencies.questionSets.find(submission.questionSet.id, submission.questionSet.version);
  const services = await servicesOf(submission, dependencies);
  const isFromWrongPage = submission.source.mode === 'inline' && services.some(({id, service}) => id !== undefined && mustBeIsolated(dependencies.receiver, id, service));
  const found = (faults: readonly Fault[]): Validated => ({fits: true, submission, set, faults: fewer(faults), isFromWrongPage});

  if (submission.replaces === submission.id) return found([{pointer: '/replaces', detail: 'is the submission itself'}]);
  if (!set) return found([await unknownSetFault(submission, dependencies)]);
  return found(checkSubmission(submission, set, {latestDate: latestDateAt(dependencies.clock()), kinds: kindsTogether(services.map(({service}) => service))}));
}

/** The same id is the same however its digits are written. */
function withPlainIds(submission: Submission): Submission {
  const replaces = submission.replaces?.toLowerCase();
  return {...submission, id: submission.id.toLowerCase(), ...(replaces === undefined ? {} : {replaces})};
}

async function unknownSetFault({questionSet}: Submission, {questionSets}: ValidateDependencies): Promise<Fault> {
  const newest: QuestionSet | undefined = await questionSets.find(questionSet.id);
  return newest
    ? {pointer: '/questionSet/version', detail: `is not a version that is known here; the newest is ${newest.version}`}
    : {pointer: '/questionSet/id', detail: 'is not a question set that is known here'};
}

interface NamedAndKnown {
  id: string | undefined;
  service: Service | undefined;
}

async function servicesOf({about}: Submission, {store}: ValidateDependencies): Promise<NamedAndKnown[]> {
  const named = 'services' in about ? about.services : [];
  return Promise.all(named.map(async ({id}) => ({id, service: id === undefined ? undefined : await store.service(id)})));
}
