import type {KeyQuestionRating, Result, ServiceRating} from '../../../src/contract/rating.js';
import {londonDay} from '../../../src/locale/london-day.js';
import {keyQuestionIds, type RatingWord} from '../../../src/contract/rating-words.js';

const labels: Record<RatingWord, string> = {outstanding: 'Outstanding', good: 'Good', 'requires-improvement': 'Requires improvement', inadequate: 'Inadequate'};

/** What CQC said, in one of its four words. */
export const said = (rating: RatingWord, published = '2021-05-04'): Result => ({rating, label: labels[rating], published});

/** An answer to each key question. */
export const asked = (...results: Result[]): KeyQuestionRating[] => results.map((result, place) => ({question: keyQuestionIds[place]!, ...result}));

/** The day so many days ago, in England. */
export function daysAgo(days: number): string {
  return londonDay(new Date(Date.now() - days * 86_400_000));
}

/** An invented service with what is told of it. */
export function house(others: Partial<ServiceRating> = {}): ServiceRating {
  const {overall = said('good')} = others;
  return {
    service: {id: '1-1000000001', name: 'Example House', level: 'location', provider: {id: '1-1000000002', name: 'Example Care Ltd'}},
    status: {kind: 'registered'},
    overall,
    keyQuestions: overall ? asked(overall, overall, overall, overall, overall) : [],
    asOf: daysAgo(0),
    source: 'An example',
    ...others,
  };
}
