import type {PlaceRatings, RatedService, RatingCounts} from '../../../src/contract/place.js';
import type {ServiceRating} from '../../../src/contract/rating.js';
import {keyQuestionIds} from '../../../src/contract/rating-words.js';

// Invented, and of today, as a test stays true for years.

const asOf = new Date().toISOString().slice(0, 10);
const good = {rating: 'good', label: 'Good', published: '2021-05-04'} as const;

export const rating: ServiceRating = {
  service: {id: '1-1000000001', name: 'Example House', level: 'location', provider: {id: '1-1000000002', name: 'Example Care Ltd'}},
  status: {kind: 'registered'},
  overall: good,
  keyQuestions: keyQuestionIds.map((question) => ({question, ...good})),
  history: [{rating: 'inadequate', label: 'Inadequate', published: '2015-01-02'}],
  asOf,
  source: 'An example',
};

const counts: RatingCounts = {outstanding: 1, good: 5, 'requires-improvement': 2, inadequate: 0, 'not-rated': 2};

export const area: PlaceRatings = {
  place: {id: 'exampleshire', name: 'Exampleshire'},
  services: 10,
  asOf,
  kinds: [{kind: 'care-home', services: 10, overall: counts, keyQuestions: {safe: counts, effective: counts, caring: counts, responsive: counts, 'well-led': counts}}],
  ages: {'under-1': 1, '1-to-3': 2, '3-to-5': 3, '5-or-more': 2, unknown: 0},
  changed: [],
};

export const services: RatedService[] = [{service: {id: '1-1000000001', name: 'Example House', kinds: ['care-home']}, overall: good, keyQuestions: rating.keyQuestions}];
