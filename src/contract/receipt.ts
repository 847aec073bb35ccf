import * as z from 'zod/mini';
import {SubmissionId} from './identifiers.js';
import {Moment} from './submission.js';

/** What the endpoint answers once a submission is safely kept; every repeat of the same submission gets the same. */
export const Receipt = z.object({
  id: SubmissionId,
  /** 80 bits in Crockford's base 32: `K7MQ-4TRD-9X2P-H6WC`. */
  reference: z.string().check(z.regex(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)),
  receivedAt: Moment,
  /** Proves later that its holder sent this one; empty where it came sealed, or with a `right` that proves it. */
  token: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;
