import type {KeyQuestionRating, Result, ServiceRating} from '../../src/contract/rating.js';
import {keyQuestionIds, type RatingWord} from '../../src/contract/rating-words.js';
import {daysBefore} from '../fixed-day.js';

// Invented, each of them.

const labels: Record<RatingWord, string> = {outstanding: 'Outstanding', good: 'Good', 'requires-improvement': 'Requires improvement', inadequate: 'Inadequate'};

/** What CQC said, in one of its four words. */
export const said = (rating: RatingWord, published = '2021-05-04'): Result => ({rating, label: labels[rating], published});

/** What CQC said, in another word. */
export const saidElse = (label: string, published?: string): Result => ({rating: null, label, ...(published && {published})});

const asked = (results: readonly Result[]): KeyQuestionRating[] => results.map((result, place) => ({question: keyQuestionIds[place]!, ...result}));

/** Example House, rated so, with whatever else is told of it. */
export function exampleHouse(overall: Result | null, others: Partial<ServiceRating> = {}): ServiceRating {
  return {
    service: {id: '1-1000000001', name: 'Example House', level: 'location', provider: {id: '1-1000000002', name: 'Example Care Ltd'}},
    status: {kind: 'registered'},
    overall,
    keyQuestions: overall ? asked([overall, overall, overall, overall, overall]) : [],
    asOf: daysBefore(1),
    source: 'An example',
    ...others,
  };
}

export const good = exampleHouse(said('good'), {
  keyQuestions: asked([said('requires-improvement'), said('good'), said('outstanding'), said('good'), said('good')]),
});

/** Safe and Well-led were looked at again, two years later. */
export const mixedDates = exampleHouse(said('good', '2019-03-12'), {
  keyQuestions: asked([said('requires-improvement', '2021-10-05'), said('good', '2019-03-12'), said('good', '2019-03-12'), said('good', '2019-03-12'), said('requires-improvement', '2021-10-05')]),
});

export const history: Result[] = [said('requires-improvement', '2018-04-03'), saidElse('Inspected but not rated', '2016-02-01'), said('inadequate', '2014-09-15')];

/** A hospital whose parts are rated each on its own. */
export const withParts = exampleHouse(said('requires-improvement', '2024-08-30'), {
  services: [
    {name: 'Urgent and emergency services', overall: said('inadequate', '2024-08-30'), keyQuestions: asked([said('inadequate', '2024-08-30'), said('requires-improvement', '2024-08-30')])},
    {name: 'Maternity', overall: said('good', '2023-01-20'), keyQuestions: asked([said('good', '2023-01-20')])},
  ],
  history,
});

/** Not rated as a whole, as some with several services are. */
export const onlyParts = exampleHouse(saidElse('Not rated'), {keyQuestions: [], services: withParts.services!});

export const provider: ServiceRating = {
  service: {id: '1-1000000002', name: 'Example Care Ltd', level: 'provider'},
  status: {kind: 'registered'},
  overall: said('requires-improvement', '2022-02-11'),
  keyQuestions: asked([said('requires-improvement', '2022-02-11'), said('good', '2022-02-11'), said('good', '2022-02-11'), said('good', '2022-02-11'), said('inadequate', '2022-02-11')]),
  locations: [
    {service: {id: '1-1000000001', name: 'Example House'}, status: {kind: 'registered'}, overall: said('good')},
    {service: {id: '1-1000000005', name: 'Example Lodge'}, status: {kind: 'registered'}, overall: null},
    {service: {id: '1-1000000003', name: 'Example Homes'}, status: {kind: 'closed', on: '2025-03-31'}, overall: said('inadequate', '2020-07-07')},
  ],
  asOf: daysBefore(1),
  source: 'An example',
};

/** As CQC's API tells it: the newer shape says otherwise than the older, and is newer. */
export const record = {
  locationId: '1-1000000001',
  providerId: '1-1000000002',
  organisationType: 'Location',
  name: 'Example House',
  registrationStatus: 'Registered',
  currentRatings: {
    overall: {
      rating: 'Good', reportDate: '2019-03-12',
      keyQuestionRatings: ['Safe', 'Well-led', 'Caring', 'Responsive', 'Effective'].map((name) => ({name, rating: 'Good', reportDate: '2019-03-12'})),
    },
  },
  assessment: [
    {
      assessmentPlanPublishedDateTime: '2025-06-17 09:00:00',
      ratings: {
        overall: [
          {
            rating: 'Requires Improvement', status: 'Current',
            keyQuestionRatings: ['Safe', 'Well-led', 'Caring', 'Responsive', 'Effective'].map((name) => ({name, rating: name === 'Caring' ? 'Good' : 'Requires Improvement', status: 'Current'})),
          },
        ],
      },
    },
  ],
};
