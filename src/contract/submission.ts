import * as z from 'zod/mini';
import {Answers} from './answers.js';
import {codePattern} from './code.js';
import {LanguageTag, Origin, ServiceId, Slug, SubmissionId, WebAddress} from './identifiers.js';
import {shortText} from './text.js';

/** A service as somebody named it; without `id` when it was not in the list. */
export const NamedService = z.strictObject({
  id: z.optional(ServiceId),
  name: shortText(300),
  town: z.optional(shortText(200)),
});
export type NamedService = z.infer<typeof NamedService>;

/** What the feedback is about: one service, several in order, care in an area, or a topic. */
export const About = z.discriminatedUnion('kind', [
  z.strictObject({kind: z.literal('service'), services: z.array(NamedService).check(z.length(1))}),
  z.strictObject({kind: z.literal('pathway'), services: z.array(NamedService).check(z.minLength(1), z.maxLength(20))}),
  z.strictObject({kind: z.literal('place'), place: z.strictObject({id: z.optional(shortText(64)), name: shortText(300)})}),
  z.strictObject({kind: z.literal('topic'), topic: shortText(200)}),
]);
export type About = z.infer<typeof About>;

/** How soon a person must look: computed by the endpoint, only ever a hint from the sender. */
export const Urgency = z.enum(['none', 'concern', 'immediate']);
export type Urgency = z.infer<typeof Urgency>;

/** Who else may see it, beyond the receiver. */
export const Share = z.enum(['regulator', 'local', 'service']);
export type Share = z.infer<typeof Share>;

/** How somebody may be reached, and how not; every part is theirs to leave out. */
export const Contact = z.strictObject({
  name: z.optional(shortText(300)),
  email: z.optional(shortText(320)),
  phone: z.optional(shortText(100)),
  address: z.optional(shortText(1000)),
  by: z.optional(z.enum(['email', 'phone', 'post'])),
  avoid: z.optional(shortText(1000)),
  for: z.optional(z.array(z.enum(['questions', 'news'])).check(z.maxLength(2))),
  formats: z.optional(z.array(z.enum(['large-print', 'easy-read', 'braille', 'bsl', 'interpreter', 'relay'])).check(z.maxLength(6))),
  language: z.optional(shortText(100)),
});
export type Contact = z.infer<typeof Contact>;

/** How it reached the endpoint: in the page, in the frame, as plain pages, or written down by an outreach worker. */
export const Mode = z.enum(['inline', 'isolated', 'plain', 'outreach']);
export type Mode = z.infer<typeof Mode>;

/** A moment in RFC 3339 form, with `Z` or an offset. */
export const Moment = z.iso.datetime({offset: true, error: 'is not a time such as 2026-11-22T10:02:11Z'});

const Source = z.strictObject({
  element: shortText(64),
  version: shortText(64),
  mode: Mode,
  partner: z.optional(shortText(100)),
  campaign: z.optional(shortText(100)),
  /** An origin, never a path: the path may name an illness. */
  site: z.optional(Origin),
});

/**
 * A secret of the sender's own: who knows it may later see, correct and withdraw
 * what carried it. 80 random bits, as sixteen digits of Crockford's base 32.
 */
export const Right = z.string().check(z.regex(codePattern, {error: 'is not sixteen digits of Crockford’s base 32, such as 7P2QX4TRD9KH6WCM'}));

const extensionsInAll = 8;
const Extensions = z.record(z.string().check(z.regex(/^https:\/\/[^\s/]+(\/\S*)?$/, {error: 'is not an https address'})), shortText(1000)).check(
  z.refine((extensions) => Object.keys(extensions).length <= extensionsInAll, {error: `has more than ${extensionsInAll} keys`}),
);

/**
 * One person's feedback as it crosses the wire.
 *
 * Whether `answers` fit the question set is another check (`domain/questionnaire/check.ts`):
 * the schema knows no set.
 */
export const Submission = z.strictObject({
  id: SubmissionId,
  /** The id that this one corrects; the endpoint keeps both. */
  replaces: z.optional(SubmissionId),
  questionSet: z.strictObject({id: Slug, version: shortText(32)}),
  language: LanguageTag,
  startedAt: Moment,
  finishedAt: Moment,
  about: About,
  answers: Answers,
  urgency: z.optional(Urgency),
  contact: z.optional(Contact),
  share: z.optional(z.array(Share).check(z.maxLength(3))),
  consent: z.optional(z.strictObject({notice: WebAddress, version: z.optional(shortText(100))})),
  helper: z.optional(z.strictObject({kind: Slug, agreed: z.boolean()})),
  /** Contract 1.1. Kept nowhere: the endpoint has a keyed hash of it. */
  right: z.optional(Right),
  source: Source,
  extensions: z.optional(Extensions),
});
export type Submission = z.infer<typeof Submission>;

/** Bytes that a plain submission may have at most. */
export const submissionBytes = 128 * 1024;

/** Bytes that a sealed one may have at most. */
export const sealedBytes = 192 * 1024;
