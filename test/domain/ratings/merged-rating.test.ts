import {describe, expect, it} from 'vitest';
import type {ServiceRating} from '../../../src/contract/rating.js';
import {mergedRating} from '../../../src/domain/ratings/merged-rating.js';
import {asked, said} from '../../support/ratings/said.js';

const parts = [{name: 'Older people', overall: said('Good', '2021-05-04'), keyQuestions: []}];

const record: ServiceRating = {
  service: {id: '1-900000001', level: 'location', name: 'Example House', provider: {id: '1-900000002'}},
  status: {kind: 'closed', on: '2025-03-31', successor: {id: '1-900000004'}},
  overall: said('Good', '2021-05-04', 'a-report'),
  keyQuestions: asked({safe: said('Good', '2021-05-04')}),
  services: parts,
  inherited: {from: {id: '1-900000003', name: 'Example Homes'}},
  pending: {visited: '2023-01-12'},
  history: [said('Inadequate', '2019-01-01')],
  asOf: '2026-01-10', source: 'A record',
};

const list: ServiceRating = {
  service: {id: '1-900000001', level: 'location', name: 'EXAMPLE HOUSE'},
  status: {kind: 'registered'},
  overall: said('Requires improvement', '2022-06-07'),
  keyQuestions: asked({safe: said('Inadequate', '2022-06-07')}),
  asOf: '2026-02-01', source: 'A list',
};

const merged = (one: ServiceRating | undefined, other?: ServiceRating) => {
  const read = [...(other ? [{rating: other, source: 'latest-ratings' as const}] : []), ...(one ? [{rating: one, source: 'record' as const}] : [])];
  const together = mergedRating(read);
  expect(mergedRating(read.toReversed())).toEqual(together);
  return together;
};

describe('A service that is known from a record and from a list', () => {
  it('is shown as either has it where there is but one', () => {
    expect(merged(record)).toEqual(record);
    expect(merged(undefined, list)).toEqual(list);
  });

  it('has the newer rating of the list, and the older one of the record becomes history', () => {
    expect(merged(record, list)).toEqual({
      service: record.service, status: record.status,
      overall: list.overall, keyQuestions: list.keyQuestions,
      pending: {visited: '2023-01-12'},
      history: [said('Good', '2021-05-04', 'a-report'), said('Inadequate', '2019-01-01')],
      asOf: '2026-02-01', source: 'A list',
    });
  });

  it('has the newer rating of the record', () => {
    const older = {...list, overall: said('Requires improvement', '2020-06-07')};
    expect(merged(record, older)).toEqual(record);
  });

  it('of one day, has what the record says', () => {
    const other = {...list, overall: said('Requires improvement', '2021-05-04')};
    expect(merged(record, other)).toEqual(record);
  });

  it('is as fresh as the newest that says the same', () => {
    const same = {...list, overall: said('Good', '2021-05-04')};
    expect(merged(record, same)).toEqual({...record, asOf: '2026-02-01'});
    expect(merged(record, {...same, asOf: '2025-02-01'})).toEqual(record);
  });

  it('has nothing pending that the list’s rating came from', () => {
    expect(merged(record, {...list, overall: said('Good', '2023-04-05')}).pending).toBeUndefined();
  });

  it('has an inherited rating where what is shown is one', () => {
    const {inherited, ...own} = record;
    const same = {...list, overall: said('Good', '2021-05-04'), inherited: {}};
    expect(merged(record, same).inherited).toEqual({from: {id: '1-900000003', name: 'Example Homes'}});
    expect(merged(own, same).inherited).toEqual({});
    expect(merged(record, {...list, inherited: {}}).inherited).toEqual({});
    expect(merged(record, list).inherited).toBeUndefined();
  });

  it('has the list’s rating where the record has none, or none with a day', () => {
    expect(merged({...record, overall: null, history: undefined}, list)).toMatchObject({overall: list.overall, status: record.status});
    expect(merged({...record, overall: null, history: undefined}, list).history).toBeUndefined();
    expect(merged({...record, overall: said('No published rating')}, list)).toMatchObject({overall: list.overall, history: [said('Inadequate', '2019-01-01'), said('No published rating')]});
    expect(merged({...record, overall: null}, {...list, overall: said('Good')}).overall).toEqual(said('Good'));
    expect(merged({...record, overall: said('Good')}, {...list, overall: said('Inadequate')}).overall).toEqual(said('Good'));
  });

  it('has the list’s parts with the list’s rating', () => {
    const others = [{name: 'Surgery', overall: said('Good', '2022-06-07'), keyQuestions: []}];
    expect(merged(record, {...list, services: others}).services).toEqual(others);
  });

  it('keeps the locations of a provider', () => {
    const locations = [{service: {id: '1-900000005', name: 'Example Lodge'}, status: {kind: 'registered' as const}, overall: null}];
    expect(merged({...record, locations}, list).locations).toEqual(locations);
  });
});
