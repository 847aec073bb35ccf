import type {PlaceRatings, RatedService, RatingCounts} from '../../src/contract/place.js';
import {keyQuestionIds, type RatingWord} from '../../src/contract/rating-words.js';
import {said, saidElse} from '../care-rating/examples.js';
import {daysBefore} from '../fixed-day.js';

// Invented, all of it.

const counts = (outstanding: number, good: number, requiresImprovement: number, inadequate: number, notRated: number): RatingCounts => ({
  outstanding, good, 'requires-improvement': requiresImprovement, inadequate, 'not-rated': notRated,
});

const kind = (name: PlaceRatings['kinds'][number]['kind'], overall: RatingCounts, safe: RatingCounts): PlaceRatings['kinds'][number] => ({
  kind: name,
  services: Object.values(overall).reduce((sum, each) => sum + each, 0),
  overall,
  keyQuestions: {safe, effective: overall, caring: overall, responsive: overall, 'well-led': safe},
});

/** An area with three kinds of services. */
export const exampleshire: PlaceRatings = {
  place: {id: 'exampleshire', name: 'Exampleshire'},
  services: 71,
  asOf: daysBefore(1),
  kinds: [
    kind('care-home', counts(2, 25, 9, 1, 3), counts(0, 22, 14, 1, 3)),
    kind('gp', counts(1, 17, 0, 0, 1), counts(0, 16, 2, 0, 1)),
    kind('dentist', counts(0, 0, 0, 0, 12), counts(0, 0, 0, 0, 12)),
  ],
  ages: {'under-1': 6, '1-to-3': 14, '3-to-5': 11, '5-or-more': 23, unknown: 1},
  changed: [
    {service: {id: '1-1000000001', name: 'Example House'}, overall: said('good', '2026-03-03'), before: said('requires-improvement', '2023-05-11')},
    {service: {id: '1-1000000005', name: 'Example Lodge'}, overall: said('inadequate', '2026-01-20'), before: said('good', '2019-08-02')},
  ],
};

const names = ['Example Court', 'Example Dental Practice', 'Example Gardens', 'Example Grange', 'Example House', 'Example Lane Surgery', 'Example Lodge', 'Example Manor', 'Example Meadows', 'Example Park', 'Example Street Surgery', 'Example View Care and Nursing Home'];
const ratings: RatingWord[] = ['good', 'good', 'outstanding', 'requires-improvement', 'good', 'good', 'inadequate', 'good', 'requires-improvement', 'outstanding', 'good', 'good'];

/** Some of its services. */
export const services: RatedService[] = names.map((name, place) => {
  const isDentist = name.includes('Dental');
  const overall = isDentist ? saidElse('Inspected but not rated', '2022-02-02') : said(ratings[place]!, `20${18 + (place % 8)}-0${1 + (place % 9)}-11`);
  return {
    service: {id: `1-10000000${20 + place}`, name, town: place % 2 ? 'Exampleton' : 'Great Exampleford', kinds: [isDentist ? 'dentist' : name.includes('Surgery') ? 'gp' : 'care-home']},
    overall,
    keyQuestions: isDentist ? [] : keyQuestionIds.map((question) => ({question, ...overall, ...(question === 'safe' && place % 3 === 0 && said('requires-improvement', '2025-12-01'))})),
  };
});
