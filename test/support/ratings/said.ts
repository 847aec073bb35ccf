import type {KeyQuestionRating, Result} from '../../../src/contract/rating.js';
import {keyQuestionIds, type KeyQuestionId, type RatingWord} from '../../../src/contract/rating-words.js';

const ratings: Record<string, RatingWord> = {Outstanding: 'outstanding', Good: 'good', 'Requires improvement': 'requires-improvement', Inadequate: 'inadequate'};

/** A result as it stands in a rating. `report` is CQC's id of it. */
export function said(label: string, published?: string, report?: string): Result {
  return {
    rating: ratings[label] ?? null,
    label,
    ...(published === undefined ? {} : {published}),
    ...(report === undefined ? {} : {report: `https://api.cqc.org.uk/public/v1/reports/${report}`}),
  };
}

/** Results of key questions as they stand in a rating, in the order in which they are written here. */
export function asked(results: Partial<Record<KeyQuestionId, Result>>): KeyQuestionRating[] {
  return (Object.entries(results) as [KeyQuestionId, Result][]).map(([question, result]) => ({question, ...result}));
}

/** The same said of all five questions. */
export function askedAll(label: string, published?: string, report?: string): KeyQuestionRating[] {
  return asked(Object.fromEntries(keyQuestionIds.map((id) => [id, said(label, published, report)])));
}
