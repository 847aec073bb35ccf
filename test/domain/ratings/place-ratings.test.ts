import {describe, expect, it} from 'vitest';
import {PlaceRatings, RatedServiceList} from '../../../src/contract/place.js';
import type {Result, ServiceRating} from '../../../src/contract/rating.js';
import type {Service} from '../../../src/contract/service.js';
import {placeRatings, ratedServices, type Located} from '../../../src/domain/ratings/place-ratings.js';
import {asked, said} from '../../support/ratings/said.js';

const place = {id: 'exampleshire', name: 'Exampleshire'};

function service(id: string, others: Partial<Service> = {}): Service {
  return {id: `1-${id}`, level: 'location', name: `House ${id}`, status: {kind: 'registered'}, kinds: ['care-home'], ...others};
}

function rated(each: Service, overall: Result | null, others: Partial<ServiceRating> = {}): Located {
  return {service: each, rating: {service: {id: each.id, name: each.name, level: each.level}, status: each.status, overall, keyQuestions: [], asOf: '2026-11-22', source: 'An example', ...others}};
}

function counted(located: readonly Located[], asOf?: string): PlaceRatings {
  const counts = placeRatings(place, located, asOf);
  expect(PlaceRatings.parse(counts)).toEqual(counts);
  expect(placeRatings(place, located.toReversed(), asOf)).toEqual(counts);
  return counts;
}

const none = {outstanding: 0, good: 0, 'requires-improvement': 0, inadequate: 0, 'not-rated': 0};

describe('The services of an area', () => {
  it('are counted by kind, rating and key question', () => {
    const counts = counted([
      rated(service('1'), said('Good', '2025-01-01'), {keyQuestions: asked({safe: said('Inadequate', '2025-01-01'), caring: said('Insufficient evidence to rate')})}),
      rated(service('2', {kinds: ['care-home', 'home-care']}), said('Outstanding', '2025-01-01'), {keyQuestions: asked({safe: said('Good')})}),
      rated(service('3', {kinds: ['dentist']}), said('Inspected but not rated', '2025-01-01')),
      {service: service('4', {kinds: undefined})},
      {service: service('5', {kinds: []})},
      rated(service('6', {kinds: undefined}), null),
    ]);
    expect(counts.services).toBe(6);
    expect(counts.kinds.map(({kind, services}) => [kind, services])).toEqual([['care-home', 2], ['dentist', 1], ['home-care', 1], ['other', 3]]);
    const [careHomes, dentists, , others] = counts.kinds;
    expect(careHomes!.overall).toEqual({...none, good: 1, outstanding: 1});
    expect(careHomes!.keyQuestions.safe).toEqual({...none, inadequate: 1, good: 1});
    expect(careHomes!.keyQuestions.caring).toEqual({...none, 'not-rated': 2});
    expect(dentists!.overall).toEqual({...none, 'not-rated': 1});
    expect(others!.overall).toEqual({...none, 'not-rated': 3});
  });

  it('are those that are still there, and locations', () => {
    const closed = {kind: 'closed', on: '2025-01-01'} as const;
    const counts = counted([
      rated(service('1'), said('Good')), rated(service('2', {status: closed}), said('Good')), rated(service('3', {status: {kind: 'moved'}}), said('Good')),
      rated(service('4', {level: 'provider'}), said('Good')), rated(service('5'), said('Good'), {status: closed}), {service: service('6', {status: closed})},
    ]);
    expect(counts.services).toBe(1);
  });

  it('are as old in all as the oldest that is known of them', () => {
    const located = [rated(service('1'), null, {asOf: '2026-11-20'}), rated(service('2'), null, {asOf: '2026-10-01'}), rated(service('3', {status: {kind: 'closed'}}), null, {asOf: '2020-01-01'})];
    expect(counted(located).asOf).toBe('2026-10-01');
    expect(counted(located, '2026-11-22').asOf).toBe('2026-10-01');
    expect(counted(located, '2026-09-30').asOf).toBe('2026-09-30');
    expect(counted([{service: service('1')}], '2026-09-30').asOf).toBe('2026-09-30');
    expect(counted([]).asOf).toBe('1970-01-01');
  });

  it('are counted by how old their rating is', () => {
    const published = ['2026-11-22', '2025-11-23', '2025-11-22', '2023-11-23', '2023-11-22', '2021-11-23', '2021-11-22', '2015-01-01', undefined, '2026-11-30'];
    const counts = counted([...published.map((day, index) => rated(service(`${index}`), said('Good', day))), rated(service('20'), said('Not rated', '2026-11-22')), {service: service('21')}]);
    expect(counts.ages).toEqual({'under-1': 3, '1-to-3': 2, '3-to-5': 2, '5-or-more': 2, unknown: 1});
  });

  it('show which have another rating than before, the newest first and ten at most', () => {
    const changed = (id: string, overall: Result, ...history: Result[]) => rated(service(id), overall, {history});
    const counts = counted([
      changed('1', said('Good', '2026-06-01'), said('Inspected but not rated', '2026-09-01'), said('Inspected but not rated', '2025-06-01'), said('Inadequate', '2024-01-01'), said('Good', '2020-01-01')),
      changed('2', said('Inadequate', '2026-07-01'), said('Outstanding', '2020-01-01')),
      changed('3', said('Good', '2026-07-01'), said('Good', '2020-01-01')),
      changed('4', said('Good', '2025-11-22'), said('Inadequate', '2020-01-01')),
      changed('5', said('Not rated', '2026-07-01'), said('Inadequate', '2020-01-01')),
      changed('6', said('Good', '2026-07-01'), said('Inadequate', '2026-08-01'), said('Inadequate')),
      changed('7', said('Good'), said('Inadequate', '2020-01-01')),
      rated(service('8'), said('Good', '2026-07-01')),
    ]);
    expect(counts.changed).toEqual([
      {service: {id: '1-2', name: 'House 2'}, overall: said('Inadequate', '2026-07-01'), before: said('Outstanding', '2020-01-01')},
      {service: {id: '1-1', name: 'House 1'}, overall: said('Good', '2026-06-01'), before: said('Inadequate', '2024-01-01')},
    ]);
    const many = Array.from({length: 12}, (_, index) => changed(`${index + 10}`, said('Good', `2026-07-${index + 10}`), said('Inadequate', '2020-01-01')));
    expect(counted(many).changed.map(({service: {id}}) => id)).toEqual(['1-21', '1-20', '1-19', '1-18', '1-17', '1-16', '1-15', '1-14', '1-13', '1-12']);
  });

  it('are listed with their ratings, by name', () => {
    const keyQuestions = asked({safe: said('Good', '2025-01-01')});
    const located = [
      {service: service('3', {name: 'the Elms', kinds: undefined})}, rated(service('2', {name: 'The Elms', town: 'Exampleton'}), said('Good', '2025-01-01'), {keyQuestions}),
      rated(service('1', {name: 'Zoe House'}), null), rated(service('4', {status: {kind: 'closed'}}), null), rated(service('5', {level: 'provider'}), null),
    ];
    const services = ratedServices(located);
    expect(services).toEqual([
      {service: {id: '1-2', name: 'The Elms', town: 'Exampleton', kinds: ['care-home']}, overall: said('Good', '2025-01-01'), keyQuestions},
      {service: {id: '1-3', name: 'the Elms', kinds: ['other']}, overall: null, keyQuestions: []},
      {service: {id: '1-1', name: 'Zoe House', kinds: ['care-home']}, overall: null, keyQuestions: []},
    ]);
    expect(RatedServiceList.parse({services})).toEqual({services});
    expect(ratedServices(located.toReversed())).toEqual(services);
  });
});
