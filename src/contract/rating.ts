import * as z from 'zod/mini';
import {ServiceId, WebAddress} from './identifiers.js';
import {keyQuestionIds, ratingWords} from './rating-words.js';
import {ServiceStatus} from './service.js';
import {shortText} from './text.js';

/** `YYYY-MM-DD`. */
const Day = z.iso.date({error: 'is not a day as YYYY-MM-DD'});
const name = shortText(300);
const level = z.enum(['location', 'provider']);

/** What CQC said of one thing. */
export const Result = z.object({
  /** `null` where CQC's word is none of the four; it then has no colour. */
  rating: z.nullable(z.enum(ratingWords)),
  /** CQC's own word in its usual spelling. */
  label: shortText(200),
  /** The day on which it was published; left out where the record gives none. */
  published: z.optional(Day),
  report: z.optional(WebAddress),
});
export type Result = z.infer<typeof Result>;

export const KeyQuestionRating = z.extend(Result, {question: z.enum(keyQuestionIds)});
export type KeyQuestionRating = z.infer<typeof KeyQuestionRating>;

/** A part of a service that is rated apart: a service group, or a group of people. */
export const RatedPart = z.object({
  name,
  overall: z.nullable(Result),
  /** In CQC's order, those that the record has. */
  keyQuestions: z.array(KeyQuestionRating),
});
export type RatedPart = z.infer<typeof RatedPart>;

/** One of a provider's locations, with how it is rated. */
export const RatedLocation = z.object({
  service: z.object({id: ServiceId, name}),
  status: ServiceStatus,
  overall: z.nullable(Result),
});
export type RatedLocation = z.infer<typeof RatedLocation>;

/** How CQC rates one location or provider. Nothing in it is worked out from other ratings. */
export const ServiceRating = z.object({
  service: z.object({id: ServiceId, name, level, provider: z.optional(z.object({id: ServiceId, name: z.optional(name)}))}),
  status: ServiceStatus,
  /** `null` where the record says nothing. */
  overall: z.nullable(Result),
  /** In CQC's order, those that the record has; each has its own day. */
  keyQuestions: z.array(KeyQuestionRating),
  services: z.optional(z.array(RatedPart)),
  /** Whose rating it is where it was given before the service was taken over; lists say that it was, not whose. */
  inherited: z.optional(z.object({from: z.optional(z.object({id: ServiceId, name: z.optional(name)}))})),
  /** CQC has visited and not yet published what it found. */
  pending: z.optional(z.object({visited: Day})),
  /** Earlier overall results, newest first. */
  history: z.optional(z.array(Result)),
  /** Of a provider: its locations. */
  locations: z.optional(z.array(RatedLocation)),
  /** The day for which the data holds. */
  asOf: Day,
  /** Where it comes from, in words. */
  source: shortText(500),
});
export type ServiceRating = z.infer<typeof ServiceRating>;
