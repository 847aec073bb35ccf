// Apart from the schemas, so that a browser can read ratings before the code
// that schemas need has come.

/** CQC's four ratings, best first. */
export const ratingWords = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
export type RatingWord = (typeof ratingWords)[number];

/** CQC's five key questions, in its order. */
export const keyQuestionIds = ['safe', 'effective', 'caring', 'responsive', 'well-led'] as const;
export type KeyQuestionId = (typeof keyQuestionIds)[number];

/** By how long before the data's day an overall rating was published, in years; `unknown` where it has no day. Only rated services count. */
export const ratingAges = ['under-1', '1-to-3', '3-to-5', '5-or-more', 'unknown'] as const;
