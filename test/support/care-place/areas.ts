import type {PlaceRatings, RatedService, RatingCounts} from '../../../src/contract/place.js';
import {keyQuestionIds} from '../../../src/contract/rating-words.js';
import {daysAgo, said} from '../care-rating/ratings.js';

export const counts = (outstanding: number, good: number, requiresImprovement: number, inadequate: number, notRated: number): RatingCounts => ({
  outstanding, good, 'requires-improvement': requiresImprovement, inadequate, 'not-rated': notRated,
});

const kind = (name: PlaceRatings['kinds'][number]['kind'], overall: RatingCounts, safe = overall): PlaceRatings['kinds'][number] => ({
  kind: name, services: Object.values(overall).reduce((sum, each) => sum + each, 0), overall,
  keyQuestions: {safe, effective: overall, caring: overall, responsive: overall, 'well-led': overall},
});

/** An invented area. */
export function area(others: Partial<PlaceRatings> = {}): PlaceRatings {
  return {
    place: {id: 'exampleshire', name: 'Exampleshire'}, services: 60, asOf: daysAgo(0),
    kinds: [kind('care-home', counts(2, 25, 9, 1, 3), counts(0, 22, 14, 1, 3)), kind('gp', counts(1, 18, 0, 0, 1))],
    ages: {'under-1': 6, '1-to-3': 14, '3-to-5': 11, '5-or-more': 23, unknown: 2},
    changed: [{service: {id: '1-1000000001', name: 'Example House'}, overall: said('good', '2026-03-03'), before: said('requires-improvement', '2023-05-11')}],
    ...others,
  };
}

/** Invented services there: homes with a number each, and a surgery. */
export const services: RatedService[] = [
  ...Array.from({length: 15}, (_, place): RatedService => ({
    service: {id: `1-10000000${10 + place}`, name: `Example House ${place + 1}`, town: place % 2 ? 'Exampleton' : 'Élsewhere', kinds: ['care-home']},
    overall: said('good', '2021-05-04'),
    keyQuestions: keyQuestionIds.map((question) => ({question, ...(question === 'safe' ? said('inadequate', '2024-06-07') : said('good', '2021-05-04'))})),
  })),
  {service: {id: '1-1000000099', name: 'St. Example’s Surgery', kinds: ['gp']}, overall: null, keyQuestions: []},
];
