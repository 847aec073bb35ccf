import * as z from 'zod/mini';
import {SubmissionId} from './identifiers.js';
import {Moment, Submission, Urgency} from './submission.js';

/** A submission as the inbox lists it: whole but for the contact details, which are opened one at a time. */
export const InboxSubmission = z.extend(z.omit(Submission, {contact: true}), {
  /** The endpoint's own reckoning, whatever the sender wrote. */
  urgency: Urgency,
  receivedAt: Moment,
  hasContact: z.boolean(),
  /** The id of the newest submission that corrects this one. */
  replacedBy: z.optional(SubmissionId),
  /** Words of the person that may point to danger, found by a machine; left out where there are none. */
  dangerWords: z.optional(z.array(z.string())),
  /** Why it is set apart, when it is. */
  quarantine: z.optional(z.string()),
});
export type InboxSubmission = z.infer<typeof InboxSubmission>;

/** The answer of `GET /v1/inbox`. `next` goes into `after`, and is absent at the end. */
export const InboxPage = z.object({submissions: z.array(InboxSubmission), next: z.optional(z.string())});
export type InboxPage = z.infer<typeof InboxPage>;
