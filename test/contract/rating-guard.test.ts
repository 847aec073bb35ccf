import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {PlaceList, PlaceRatings, RatedServiceList} from '../../src/contract/place.js';
import {placeListFault, placeRatingsFault, ratedServiceListFault} from '../../src/contract/place-guard.js';
import {pointer} from '../../src/contract/problem.js';
import {ServiceRating} from '../../src/contract/rating.js';
import {serviceRatingFault} from '../../src/contract/rating-guard.js';
import {ratingRestFault} from '../../src/contract/rating-rest-guard.js';
import {changedAt, placesIn} from '../support/contract/changed-at.js';

const result = {rating: 'good', label: 'Good', published: '2021-05-04'} as const;
const keyQuestions = [{question: 'safe', ...result}, {question: 'well-led', rating: null, label: 'No action required'}] as const;
const status = {kind: 'moved', on: '2025-03-31', successor: {id: '1-900000004', name: 'Example Lodge'}} as const;

/** A rating in which every key of the schema stands, but for `report`, of which the guards say nothing. */
const rating = {
  service: {id: '1-900000001', name: 'Example House', level: 'location', provider: {id: '1-900000002', name: 'Example Care Ltd'}},
  status, overall: result, keyQuestions,
  services: [{name: 'Older people', overall: result, keyQuestions}, {name: 'Surgery', overall: null, keyQuestions: []}],
  inherited: {from: {id: '1-900000003', name: 'Example Homes'}},
  pending: {visited: '2026-01-12'},
  history: [{rating: 'inadequate', label: 'Inadequate', published: '2019-05-04'}],
  locations: [{service: {id: 'RX901', name: 'Example Hospital'}, status: {kind: 'registered'}, overall: result}],
  asOf: '2026-11-22', source: 'An example',
};

const counts = {outstanding: 1, good: 2, 'requires-improvement': 3, inadequate: 4, 'not-rated': 5};
const area = {
  place: {id: 'exampleshire', name: 'Exampleshire'}, services: 15, asOf: '2026-11-22',
  kinds: [{kind: 'care-home', services: 15, overall: counts, keyQuestions: {safe: counts, effective: counts, caring: counts, responsive: counts, 'well-led': counts}}],
  ages: {'under-1': 1, '1-to-3': 2, '3-to-5': 3, '5-or-more': 4, unknown: 0},
  changed: [{service: {id: '1-900000001', name: 'Example House'}, overall: result, before: {rating: 'inadequate', label: 'Inadequate'}}],
};
const areas = {places: [{id: 'exampleshire', name: 'Exampleshire'}, {id: 'other', name: 'Other'}]};
const services = {services: [{service: {id: '1-900000001', name: 'Example House', town: 'Exampleton', kinds: ['care-home', 'other']}, overall: result, keyQuestions}]};

const emoji = (characters: number) => '\u{1F600}'.repeat(characters);

/** Values on both sides of every limit that a rating or an area has. */
const odd: unknown[] = [
  undefined, null, true, 0, 1, -1, 1.5, NaN, 2 ** 53, Infinity, '', ' ', 'good', 'Good', 'not-rated', 'outstanding inadequate', 'safe', 'Safe', 'well-led', 'location', 'registered', 'closed', 'care-home', 'other', 'bakery', 'constructor',
  '2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1', '2024-03-01T00:00:00Z', '01/03/2024', '1-900000001', 'RX9', 'X', '-1', '1 2', '1-'.padEnd(20, '9'), '1-'.padEnd(21, '9'), 'a'.repeat(64), 'a'.repeat(65), 'kingston-upon-thames', 'Kingston',
  'https://example.org/report', 'http://example.org', 'http://127.0.0.1/', 'javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'https://u:p@example.org/', emoji(200), emoji(201), emoji(300), emoji(301), emoji(500), emoji(501), 'half \uD83D', 'nul \u0000', '<b>Good</b>',
  [], [null], [[]], ['care-home'], ['bakery'], {}, [{}], result, [result], {...result, rating: 'excellent'}, [{...result, published: 'soon'}], counts, {...counts, good: -1}, status, {kind: 'registered'}, {id: '1-900000003'},
];

const guarded = [
  {what: 'a rating', whole: rating, schema: ServiceRating, faultOf: (value: unknown) => serviceRatingFault(value) ?? ratingRestFault(value)},
  {what: 'the ratings of an area', whole: area, schema: PlaceRatings, faultOf: placeRatingsFault},
  {what: 'a list of areas', whole: areas, schema: PlaceList, faultOf: placeListFault},
  {what: 'a list of rated services', whole: services, schema: RatedServiceList, faultOf: ratedServiceListFault},
];

describe.each(guarded)('the small guard for $what', ({whole, schema, faultOf}) => {
  const agree = (value: unknown) => (faultOf(value) === undefined) === schema.safeParse(value).success;

  it('takes what the schema takes: an example with every key', () => {
    expect(schema.safeParse(whole).error).toBeUndefined();
    expect(schema.parse(whole)).toEqual(whole);
    expect(faultOf(whole)).toBeUndefined();
  });

  it('says the same as the schema with each odd value in each place', () => {
    const disagreed = placesIn(whole).flatMap((path) => odd.filter((value) => !agree(changedAt(whole, path, value))).map((value) => `${pointer(path)} ${JSON.stringify(value)?.slice(0, 60)}`));
    expect(disagreed).toEqual([]);
  });

  it('says the same as the schema for several changes at once, and for anything else', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), {minLength: 1, maxLength: 3});
    fc.assert(fc.property(changes, (each) => {
      let value: unknown = whole;
      for (const [place, put] of each) {
        const places = placesIn(value);
        value = changedAt(value, places[place % places.length]!, put);
      }
      return agree(value);
    }), {numRuns: 1000});
    fc.assert(fc.property(fc.jsonValue(), agree));
  });

  it('takes keys that a later version adds anywhere', () => {
    for (const path of placesIn(whole)) {
      const there = path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], whole as unknown);
      if (typeof there === 'object' && there !== null && !Array.isArray(there)) expect(faultOf(changedAt(whole, [...path, 'added-later'], {})), pointer(path)).toBeUndefined();
    }
  });
});

describe('the small guards', () => {
  it('tell a developer where the first fault is', () => {
    expect(serviceRatingFault({})).toBe('/service is missing');
    expect(serviceRatingFault(changedAt(rating, ['keyQuestions', 1, 'rating'], 'excellent'))).toBe('/keyQuestions/1/rating cannot be "excellent"');
    expect(serviceRatingFault('<!doctype html>')).toBe('it cannot be "<!doctype html>"');
    expect(placeRatingsFault(changedAt(area, ['kinds', 0, 'overall', 'good'], undefined))).toBe('/kinds/0/overall/good is missing');
  });

  it('say nothing of where a report is, as nobody is shown that', () => {
    for (const address of odd) expect(serviceRatingFault(changedAt(rating, ['overall', 'report'], address))).toBeUndefined();
  });
});
