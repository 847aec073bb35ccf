// Apart from the schemas, so that a browser can read ratings before the code
// that schemas need has come.

/** CQC's four ratings, best first. */
export const ratingWords = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
export type RatingWord = (typeof ratingWords)[number];

/** CQC's five key questions, in its order. */
export const keyQuestionIds = ['safe', 'effective', 'caring', 'responsive', 'well-led'] as const;
export type KeyQuestionId = (typeof keyQuestionIds)[number];
