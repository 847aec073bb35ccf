import type {SetStructure} from '../../../contract/question-set.js';
import {startJourney, type Journey} from '../journey.js';
import type {DraftResponse} from '../draft-response.js';
import type {TypedDate} from '../written-dates.js';
import type {Delivery, FrozenSubmission} from './delivery.js';

/** What the page around a form, and the directory after it, say that it is about; nothing where the form asks. */
export type KnownAbout = Pick<DraftResponse, 'about' | 'kinds'>;

/** What somebody did with their code: nothing yet, nothing though they were asked, tried to copy it where that is not allowed, or kept it. */
export type CodeKeeping = 'no' | 'asked' | 'refused' | 'copied' | 'written';

/** What somebody wanted copied: done, or shown to be copied by hand. */
export type Copy = {is: 'copied'} | {is: 'shown'; text: string};

/**
 * One person's form from its first page to its receipt: what was told, where they are, and what became of it. Plain
 * values throughout, so that it can be written as JSON and gone on from. Never changed: `takeStep` makes the next.
 */
export interface FormSession {
  /** The id of what is sent first. */
  id: string;
  /** What gives rights over all that one form sends; none where the receiver takes none, nor once the page was left. */
  right?: string;
  /** The submission that this one corrects, once it is proven that the same person sent it. */
  replaces?: string;
  given: KnownAbout;
  journey: Journey;
  /** When somebody gave a first answer, in RFC 3339 form. */
  startedAt?: string;
  /** The boxes of dates as typed, by question, which a date alone does not tell. */
  typedDates: Readonly<Record<string, TypedDate>>;
  delivery: Delivery;
  /** What was last sent, or tried. */
  submission?: FrozenSubmission;
  copy?: Copy;
  codeKeeping: CodeKeeping;
  /** Set where the page was left while it was being sent. */
  isLeftWhileSending?: boolean;
  /** Set once the page was left after Send: nothing that was told is here any more, nor the code. */
  left?: {hadSeenCode: boolean};
  /** Grows with every change of place. */
  turn: number;
}

interface Beginning extends Pick<FormSession, 'id' | 'right' | 'given'> {
  set: SetStructure;
  /** Whether even a set of one page ends at the check of all answers. */
  alwaysChecks?: boolean;
}

/** A session at its first page. */
export function startSession({id, right, given, set, alwaysChecks}: Beginning): FormSession {
  return {id, right, given, journey: journeyFor(set, given, alwaysChecks), typedDates: {}, delivery: {is: 'unsent'}, codeKeeping: 'no', turn: 0};
}

/** A journey of which nothing is told but what the page around it gives. */
export function journeyFor(set: SetStructure, {about, kinds}: KnownAbout, alwaysChecks = false): Journey {
  return startJourney(set, {answers: {}, about, kinds, aboutIsGiven: Boolean(about)}, {alwaysChecks});
}

/** Whether a set asks which service, where nobody has told it. */
export function asksWhichService({pages}: SetStructure): boolean {
  return pages.some(({questions}) => questions.some(({kind}) => kind === 'service'));
}
