import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Service} from '../../../src/contract/service.js';
import type {DirectoryRow} from '../../../src/domain/ratings/directory-row.js';
import {shownService, withRow, type KnownService} from '../../../src/domain/ratings/known-service.js';

const id = '1-1000000001';
const house: Service = {id, level: 'location', name: 'Example House', status: {kind: 'registered'}};
const whole = (asOf: string, service: Partial<Service> = {}, more: Partial<DirectoryRow> = {}): DirectoryRow => ({service: {...house, ...service}, asOf, ...more});
const part = (asOf: string, service: Partial<Service> = {}, more: Partial<DirectoryRow> = {}): DirectoryRow => ({...whole(asOf, service, more), isPartial: true});
const known = (...rows: DirectoryRow[]): KnownService => rows.reduce(withRow, []);
const shown = (...rows: DirectoryRow[]) => shownService(known(...rows)).service;
const closed = {kind: 'closed', on: '2024-03-31'} as const;

describe('What is known of a service', () => {
  it('is what a row says', () => {
    expect(shownService(known(whole('2026-11-01', {}, {place: {id: 'leeds', name: 'Leeds'}})))).toEqual({service: house, place: {id: 'leeds', name: 'Leeds'}});
  });

  it('is the later whole row alone, whichever came first', () => {
    const [earlier, later] = [whole('2026-11-01', {town: 'Exampleton'}), whole('2026-11-02', {name: 'Example Lodge'})];
    for (const rows of [[earlier, later], [later, earlier]]) expect(known(...rows)).toEqual(known(later));
  });

  it('is of two whole rows of one day the one that came last', () => {
    expect(shown(whole('2026-11-01'), whole('2026-11-01', {name: 'Example Lodge'}))).toMatchObject({name: 'Example Lodge'});
  });

  it('has from a part what the part says, and the rest from before', () => {
    expect(shown(whole('2026-11-01', {town: 'Exampleton', postcode: 'ZZ1 1AA'}), part('2026-11-02', {name: 'Example Lodge', postcode: 'ZZ1 1AB'}))).toEqual({...house, name: 'Example Lodge', town: 'Exampleton', postcode: 'ZZ1 1AB'});
  });

  it('is open or closed as the latest whole row says, or where there is none the latest part', () => {
    expect(shown(whole('2026-11-01', {status: closed}), part('2026-11-02')).status).toEqual(closed);
    expect(shown(part('2026-11-02'), whole('2026-11-01', {status: closed})).status).toEqual(closed);
    expect(shown(part('2026-11-01', {status: closed}), part('2026-11-02')).status).toEqual({kind: 'registered'});
  });

  it('takes what a later part leaves out from an earlier one', () => {
    const [town, name] = [part('2026-11-01', {name: 'Earlier', town: 'Exampleton'}), part('2026-11-02', {name: 'Later'})];
    for (const rows of [[town, name], [name, town]]) expect(shown(...rows)).toMatchObject({name: 'Later', town: 'Exampleton'});
  });

  it('keeps the name of a provider that a later record has only the id of, not that of another', () => {
    const listed = part('2026-11-01', {provider: {id: 'rxq', name: 'Example Trust'}});
    expect(shown(listed, whole('2026-11-02', {provider: {id: 'RXQ'}})).provider).toEqual({id: 'RXQ', name: 'Example Trust'});
    expect(shown(listed, whole('2026-11-02', {provider: {id: 'RXR'}})).provider).toEqual({id: 'RXR'});
    expect(shown(listed, whole('2026-11-02')).provider).toBeUndefined();
  });

  it('never grows beyond what counts', () => {
    const days = Array.from({length: 28}, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`);
    expect(known(...days.map((day) => part(day)))).toHaveLength(1);
    expect(known(...days.map((day) => whole(day)))).toHaveLength(1);
  });
});

const day = fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04');
const said = fc.record({name: fc.constantFrom('House', 'Lodge'), town: fc.constantFrom('Ash', 'Elm'), postcode: fc.constantFrom('ZZ1 1AA', 'ZZ1 1AB'), status: fc.constantFrom(closed, house.status)}, {requiredKeys: []});
const someRow = fc.tuple(day, said, fc.boolean()).map(([asOf, service, isPartial]) => (isPartial ? part : whole)(asOf, service));
const oneOfEachKindAndDay = fc.uniqueArray(someRow, {maxLength: 8, selector: ({asOf, isPartial}) => `${asOf} ${isPartial}`});

describe('Rows in any order', () => {
  it('make the same service', () => {
    fc.assert(
      fc.property(oneOfEachKindAndDay.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, {minLength: rows.length}))), ([rows, shuffled]) => {
        expect(known(...shuffled)).toEqual(known(...rows));
      }),
    );
  });

  it('change nothing when they come again', () => {
    fc.assert(
      fc.property(oneOfEachKindAndDay, (rows) => {
        expect(known(...rows, ...rows)).toEqual(known(...rows));
      }),
    );
  });
});
