import type {SetStructure} from '../../../contract/question-set.js';
import type {NamedService} from '../../../contract/submission.js';
import {startSession, type FormSession} from '../../../domain/questionnaire/form-session/form-session.js';
import type {DraftResponse} from '../../../domain/questionnaire/draft-response.js';
import type {TypedDate} from '../../../domain/questionnaire/written-dates.js';

/** What the link to the form said. */
export interface FormLink {
  questionSet: string;
  /** The language asked for, as a BCP 47 tag. */
  language: string;
  service?: string;
  place?: string;
  topic?: string;
  partner?: string;
  campaign?: string;
}

/** What kinds of thing the service question can name. */
export type Naming = 'service' | 'pathway' | 'place';

/** What somebody wrote on the page that asks which service, before it makes an answer. */
export interface ServiceNaming {
  kind: Naming;
  /** The services so far, in order, of a pathway. */
  chosen: readonly NamedService[];
  query: string;
  /** The words that were last searched for. */
  searched?: string;
  /** The id of the match that is chosen, or `not-listed`. */
  pick?: string;
  name: string;
  town: string;
  place: string;
}

/**
 * One person's way through the plain form: all that goes from page to page, in
 * one field, sealed. Nothing of it is kept anywhere else.
 */
export interface PlainFormSession {
  /** Raised when a field changes its meaning; another shape is not read. */
  shape: 2;
  /** The submission's id. */
  id: string;
  /**
   * What gives rights over it, made when the page to check answers was first shown: whoever
   * opened the form before, on a device that people share, has no part in it.
   */
  right?: string;
  /** The submission that this one corrects, once it is proven that the same person sent it. */
  replaces?: string;
  startedAt: string;
  /** When this page was made. */
  issuedAt: string;
  opening: FormLink;
  set: {id: string; version: string};
  /** Without `kinds`, which the directory knows each time. */
  told: Omit<DraftResponse, 'kinds'>;
  at: string;
  trail: readonly string[];
  passed: readonly string[];
  changing: boolean;
  naming?: ServiceNaming;
  /** Dates as they were typed, by question, to be shown again. */
  typedDates?: Readonly<Record<string, TypedDate>>;
  /** Whether contact details were written without saying yes or no. */
  isContactUndecided?: boolean;
}

type CarriedPart = Pick<PlainFormSession, 'told' | 'at' | 'trail' | 'passed' | 'changing' | 'typedDates'>;

/** The session of a visit. Its right stays with the visit: these pages hand it over beside what is sent. */
export function sessionOf({id, replaces, startedAt, told, at, trail, passed, changing, typedDates = {}}: PlainFormSession, set: SetStructure, kinds: readonly string[] = []): FormSession {
  const session = startSession({id, given: {}, set, alwaysChecks: true});
  // Of a service in no list nobody asks what is asked of certain kinds only.
  return {...session, replaces, startedAt, typedDates, journey: {...session.journey, draft: {...told, kinds}, at, trail, passed, changing}};
}

/** The visit where its session has come to. */
export function withSession<Part extends Pick<PlainFormSession, 'id'>>(visit: Part, {journey, typedDates}: FormSession): Part & CarriedPart {
  const {draft: {kinds: _, ...told}, at, trail, passed, changing} = journey;
  return {...visit, told, at, trail, passed, changing, typedDates};
}
