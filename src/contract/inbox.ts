import * as z from 'zod/mini';
import {Answers} from './answers.js';
import {HandlingState} from './handling.js';
import {LanguageTag, SubmissionId} from './identifiers.js';
import {Fault} from './problem.js';
import {Contact, Moment, Submission, Urgency} from './submission.js';

// What the endpoint says of everything that has arrived.
const kept = {
  id: SubmissionId,
  answers: Answers,
  /** The endpoint's own reckoning, whatever the sender wrote. */
  urgency: Urgency,
  receivedAt: Moment,
  /** Left out of the service's own view, as `language` and `state` are. */
  hasContact: z.optional(z.boolean()),
  language: z.optional(LanguageTag),
  /** How far the team has come. */
  state: z.optional(HandlingState),
  /** Whether the sender of the submission that this one `replaces` has proven to be the same; left out where it replaces none. */
  isReplacementProven: z.optional(z.boolean()),
  /** The id of the newest submission that is proven to correct this one. */
  replacedBy: z.optional(SubmissionId),
  /** Words of the person that may point to danger, found by a machine; left out where there are none. */
  dangerWords: z.optional(z.array(z.string())),
  /** Why it is set apart, when it is. */
  quarantine: z.optional(z.string()),
  /** What the checks found, where it was kept all the same. */
  faults: z.optional(z.array(Fault)),
};

/** A submission as the inbox lists it: whole but for the contact details, which are opened one at a time. */
export const InboxSubmission = z.extend(z.omit(Submission, {contact: true, right: true}), kept);
export type InboxSubmission = z.infer<typeof InboxSubmission>;

/** What came sealed and fits no submission: of its parts those that could be read, and all of it as it came. */
export const UnreadSubmission = z.extend(z.partial(z.omit(Submission, {contact: true, right: true})), {
  ...kept,
  quarantine: z.string(),
  /** The JSON as it came, without `contact`. Empty where contact details could not be told from the rest: then all of it is kept as they are. */
  whole: z.string(),
});
export type UnreadSubmission = z.infer<typeof UnreadSubmission>;

/** One of the inbox: where it has `whole`, every other part of a submission may be missing. */
export const InboxEntry = z.union([InboxSubmission, UnreadSubmission]);
export type InboxEntry = z.infer<typeof InboxEntry>;

/** The answer of `GET /v1/inbox`. `next` goes into `after`, and is absent at the end. */
export const InboxPage = z.object({submissions: z.array(InboxEntry), next: z.optional(z.string())});
export type InboxPage = z.infer<typeof InboxPage>;

/** Contact details sealed to a key that the endpoint does not hold: a compact JWE. */
export const SealedContact = z.object({sealed: z.string()});
export type SealedContact = z.infer<typeof SealedContact>;

/** Contact details that fit no schema, in JSON or, where nothing could be told apart, all that came. */
export const UnreadContact = z.object({whole: z.string()});
export type UnreadContact = z.infer<typeof UnreadContact>;

/** What the inbox opens of one submission. */
export const OpenedContact = z.union([Contact, SealedContact, UnreadContact]);
export type OpenedContact = z.infer<typeof OpenedContact>;
