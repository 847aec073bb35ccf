import * as z from 'zod/mini';
import {ComplaintAddress, LanguageTag, Origin, SecurityContact, ServiceId, WebAddress} from './identifiers.js';
import {Share} from './submission.js';
import {shortText} from './text.js';

/** What kind of body receives the feedback. */
export const ReceiverRole = z.enum(['regulator', 'healthwatch', 'council', 'icb', 'provider', 'charity']);

const sentence = shortText(2000);

// What both the owner's file and the wire carry, once.
const parts = {
  name: shortText(200),
  role: ReceiverRole,
  /** Whether law names the receiver for workers' disclosures. */
  prescribedPerson: z.boolean(),
  privacyNotice: WebAddress,
  /** Which wording of the notice somebody saw; goes into a submission's `consent`. */
  privacyNoticeVersion: z.optional(shortText(100)),
  /** Where people complain about how the receiver uses what they sent (Data Protection Act 2018, section 164A). */
  dataComplaint: z.optional(ComplaintAddress),
  lawfulBasis: sentence,
  retention: sentence,
  readHours: sentence,
  replyWithin: sentence,
  whatHappens: sentence,
  phone: z.optional(shortText(100)),
  relay: z.optional(shortText(200)),
  bsl: z.optional(sentence),
  email: z.optional(shortText(320)),
  post: z.optional(sentence),
  share: z.optional(z.partialRecord(Share, z.object({name: shortText(200), words: sentence}))),
  languages: z.array(LanguageTag).check(z.minLength(1)),
};

/** Who receives the feedback, how else to reach them, keys and policy, as the endpoint serves it. */
export const Receiver = z.object({
  ...parts,
  languages: z.optional(parts.languages),
  keys: z.optional(z.array(z.record(z.string(), z.unknown()))),
  contract: z.optional(z.string()),
  isolated: z.optional(z.boolean()),
});
export type Receiver = z.infer<typeof Receiver>;

/**
 * The file that the endpoint's owner writes. Strict, so that a slip of the pen
 * is told at start and not found out by somebody's feedback.
 */
export const ReceiverFile = z
  .strictObject({
    ...parts,
    /** Pages that may POST; left out, nobody is limited. */
    origins: z.optional(z.array(Origin)),
    /** Services that must be written about in the frame; `true` for all. */
    isolated: z.optional(z.union([z.boolean(), z.array(ServiceId)])),
    /** What `/.well-known/security.txt` says. */
    security: z.optional(
      z.strictObject({
        contact: SecurityContact,
        /** From when on nobody should rely on it. */
        expires: z.iso.datetime({offset: true, error: 'is not a day and time such as 2027-06-30T12:00:00Z'}),
      }),
    ),
    /** That nobody uses this to receive anything true: what the law asks of a receiver is not asked of it. */
    example: z.optional(z.boolean()),
  })
  .check(
    z.refine((receiver) => Boolean(receiver.phone ?? receiver.email ?? receiver.post), {
      error: 'needs at least one other way to tell: phone, email or post',
      path: ['phone'],
    }),
  );
export type ReceiverFile = z.infer<typeof ReceiverFile>;
