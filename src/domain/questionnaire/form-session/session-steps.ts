import type {Answers} from '../../../contract/answers.js';
import type {About, Contact} from '../../../contract/submission.js';
import type {CheckedAt, QuestionFault} from '../check.js';
import type {Step} from '../journey.js';
import type {Envelope} from '../submission-of.js';
import type {DateParts} from '../written-dates.js';
import type {Attempted, FrozenSubmission, SafeOn} from './delivery.js';
import type {CodeKeeping, FormSession} from './form-session.js';

/** What whoever shows the form says of a submission, beside what was told. */
export type SubmissionDetails = Omit<Envelope, 'id' | 'replaces' | 'right' | 'startedAt'>;

/** What a person does with an answer, where that is less than the whole of it: it counts with what was told by then, not when it was drawn. */
export type AnsweringStep =
  | {do: 'tick'; question: string; value: string; isTicked: boolean}
  /** Boxes of a date, and a word that stands in their place where the page says which is chosen; `languages` as for `DateReading`. */
  | {do: 'write-date'; question: string; parts: Partial<DateParts>; chosen?: string | undefined; languages: readonly string[]}
  | {do: 'want-contact'; wanted: boolean}
  | {do: 'write-contact'; details: Partial<Contact>}
  | {do: 'tick-contact'; list: 'for' | 'formats'; value: string; isTicked: boolean};

/** What a person does, and what the world does meanwhile. */
export type SessionStep =
  | Exclude<Step, {do: 'change'}>
  | AnsweringStep
  /** From the answers to the page of one, and to a question of it that may lie out of sight. */
  | {do: 'change'; page: string; question?: string}
  /** A page came back that may be asked no more. */
  | {do: 'come-back'}
  /** What only the page knows to be wrong on it. */
  | {do: 'find-fault'; fault: QuestionFault}
  /** Goes on from what was answered before the whole form had come. */
  | {do: 'resume'; answers: Answers; startedAt: string | undefined}
  /** Sends from the last page. `nextId` is for what was changed since the last Send. */
  | {do: 'send'; details: SubmissionDetails; nextId: string}
  /** It is safe on the device or in memory, and not tried yet. */
  | {do: 'secure'; id: string; on: SafeOn}
  /** It lies on the device no more; nothing else has become of it. */
  | {do: 'lose'; id: string}
  /** No answer has come so far; `isTrying` where one still may. */
  | {do: 'wait'; id: string; isTrying: boolean}
  /** Of any submission of this form, also one that has been replaced since. */
  | {do: 'hear'; id: string; attempted: Attempted; on: SafeOn}
  /** What keeps and sends is not there. */
  | {do: 'fail'; id: string}
  /** Tries at once to send what waits. */
  | {do: 'retry'}
  | {do: 'end-retry'; id: string}
  /** From what waits back to the answers, to change them. */
  | {do: 'reconsider'}
  | {do: 'copy'}
  | {do: 'show-copy'; text: string}
  | {do: 'keep-code'; how: CodeKeeping}
  /** The page is left, and may be seen by somebody else who comes back to it. */
  | {do: 'leave'}
  /** The directory knows the service of the tag. */
  | {do: 'find-service'; about: About; kinds: readonly string[] | undefined}
  /** The directory has no such service; `about` is what else the tag says. */
  | {do: 'miss-service'; about: About | undefined}
  /** A new form in the place of this one: about another service, where the set can ask which. */
  | {do: 'start-another'; id: string; right: string | undefined};

/** What can have the focus, whatever it is called on the page. */
export type FocusTarget = 'heading' | 'problems' | 'code' | 'copy' | {question: string; part?: string};

/** What is to be done for a step beside showing the session. */
export type SessionEffect =
  /** Once it is shown; where it `isHeard` first, once it was read aloud, which a move of the focus cuts off. */
  | {do: 'focus'; on: FocusTarget; isHeard?: true}
  | {do: 'fire'; event: 'started' | 'kept' | 'received' | 'refused'}
  | {do: 'submit'; submission: FrozenSubmission}
  | {do: 'retry'; id: string}
  /** Nothing that was written is to be held beside the session. */
  | {do: 'forget'};

/** What is known when a step is taken. */
export interface SessionContext extends CheckedAt {
  /** In RFC 3339 form. */
  now: string;
  /** Writes JSON as `JSON.stringify` does, which the page around a form may have replaced. */
  toJson: (value: unknown) => string;
}

/** A session and what is to be done for it. */
export type StepResult = readonly [FormSession, readonly SessionEffect[]];

/** Nothing to be done beside showing it. */
export function quietly(session: FormSession): StepResult {
  return [session, []];
}
