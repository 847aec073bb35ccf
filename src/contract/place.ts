import * as z from 'zod/mini';
import {Slug} from './identifiers.js';
import {keyQuestionIds, ratingAges, ratingWords} from './rating-words.js';
import {KeyQuestionRating, Result} from './rating.js';
import {ServiceId} from './identifiers.js';
import {ServiceKind} from './service.js';
import {shortText} from './text.js';

/** `YYYY-MM-DD`. */
const Day = z.iso.date({error: 'is not a day as YYYY-MM-DD'});
const count = z.int().check(z.nonnegative());

/** The area of a local authority, as CQC names it. */
export const Place = z.object({
  /** The name in lower-case words joined by hyphens. */
  id: Slug,
  name: shortText(200),
});
export type Place = z.infer<typeof Place>;

/** The answer of `GET /v1/places`, by name. */
export const PlaceList = z.object({places: z.array(Place)});
export type PlaceList = z.infer<typeof PlaceList>;

/** How many services hold each rating; `not-rated` are all others. */
export const RatingCounts = z.object({
  ...(Object.fromEntries(ratingWords.map((word) => [word, count])) as Record<(typeof ratingWords)[number], typeof count>),
  'not-rated': count,
});
export type RatingCounts = z.infer<typeof RatingCounts>;

/** A service with its ratings, for lists and for comparing. */
export const RatedService = z.object({
  service: z.object({id: ServiceId, name: shortText(300), town: z.optional(shortText(200)), kinds: z.array(z.union([ServiceKind, z.literal('other')]))}),
  overall: z.nullable(Result),
  keyQuestions: z.array(KeyQuestionRating),
});
export type RatedService = z.infer<typeof RatedService>;

/** The answer of `GET /v1/places/{id}/services`: the locations in an area that are not closed, by name. */
export const RatedServiceList = z.object({services: z.array(RatedService)});
export type RatedServiceList = z.infer<typeof RatedServiceList>;

/** How the services of an area are rated, counted. Only locations that are not closed count. */
export const PlaceRatings = z.object({
  place: Place,
  services: count,
  /** The oldest day for which any of it holds. */
  asOf: Day,
  /** A service of two kinds counts in both; `other` are those of none. */
  kinds: z.array(
    z.object({
      kind: z.union([ServiceKind, z.literal('other')]),
      services: count,
      overall: RatingCounts,
      keyQuestions: z.object(Object.fromEntries(keyQuestionIds.map((id) => [id, RatingCounts])) as Record<(typeof keyQuestionIds)[number], typeof RatingCounts>),
    }),
  ),
  ages: z.object(Object.fromEntries(ratingAges.map((age) => [age, count])) as Record<(typeof ratingAges)[number], typeof count>),
  /** The services whose overall rating was published in the year before `asOf` and differs from the one before, newest first, at most ten. */
  changed: z.array(z.object({service: z.object({id: ServiceId, name: shortText(300)}), overall: Result, before: Result})),
});
export type PlaceRatings = z.infer<typeof PlaceRatings>;
