import * as z from 'zod/mini';
import {SubmissionId} from './identifiers.js';
import {Moment} from './submission.js';

/** One version that was erased: what stays of it. */
export const ErasedVersion = z.object({id: SubmissionId, receivedAt: Moment});
export type ErasedVersion = z.infer<typeof ErasedVersion>;

/** An export since the first of the versions arrived. Who took it is left out for whoever is limited. */
export const ExportedCopy = z.object({at: Moment, what: z.string(), who: z.optional(z.string())});
export type ExportedCopy = z.infer<typeof ExportedCopy>;

/** What was erased, and which copies of it the endpoint cannot reach. */
export const Erasure = z.object({versions: z.array(ErasedVersion), copies: z.array(ExportedCopy)});
export type Erasure = z.infer<typeof Erasure>;
