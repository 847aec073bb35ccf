import {expect, it} from 'vitest';
import type {Service} from '../../../src/contract/service.js';
import {buildIndex} from '../../../src/domain/search/search-index.js';
import {onceEach} from '../../../src/domain/search/registrations.js';
import {service} from '../../support/search/services.js';

const home = (changes: Partial<Service> = {}) => service({name: 'Dual House', town: 'Exampleton', postcode: 'LS2 1AA', kinds: ['care-home'], provider: {id: '1-700000001'}, ...changes});
const other = (changes: Partial<Service> = {}) => home({provider: {id: '1-700000002'}, ...changes});
const once = (...services: Service[]) => onceEach(services.map((each) => ({service: each})), () => false).map(({service: {id}}) => id);

it.each<[string, Partial<Service>]>([
  ['as it is', {}], ['in capitals', {name: 'DUAL HOUSE'}], ['with other punctuation and spacing', {name: '  Dual-House ', postcode: 'ls21aa'}], ['with an invisible character', {name: 'Dual\u200b House'}],
  ['with its town written otherwise', {town: 'EXAMPLETON'}], ['without its town', {town: undefined}],
])('takes two registrations of one home for one service: %s', (_what, changes) => {
  const [one, two] = [home(), other(changes)];
  expect(once(one, two)).toEqual([one.id]);
  const {registrations} = buildIndex([one, two, home({name: 'Single House'})]);
  expect([...registrations.keys()].sort()).toEqual([one.id, two.id].sort());
  expect(registrations.get(two.id)).toEqual([one, two]);
});

it('takes three for one', () => {
  const all = [home(), other(), home({provider: {id: '1-700000003'}})];
  expect(once(...all)).toEqual([all[0]!.id]);
});

it.each<[string, Partial<Service>]>([
  ['another name', {name: 'Dual House Lodge'}], ['another postcode', {postcode: 'LS2 1AB'}], ['no postcode', {postcode: undefined}], ['another kind of service', {kinds: ['gp']}], ['one kind more', {kinds: ['care-home', 'home-care']}],
  ['the same provider', {provider: {id: '1-700000001'}}], ['no provider that is known', {provider: undefined}], ['closed', {status: {kind: 'closed', on: '2020-01-01'}}], ['the provider itself', {level: 'provider'}],
])('takes them for two where one has %s', (_what, changes) => {
  const [one, two] = [home(), other(changes)];
  expect(once(one, two)).toEqual([one.id, two.id]);
  expect(buildIndex([one, two]).registrations.size).toBe(0);
});

it('takes none of several for one where two of them are of one provider', () => {
  const all = [home(), other(), home()];
  expect(once(...all)).toEqual(all.map(({id}) => id));
});

it('counts of the registrations the best, in its place', () => {
  const entries = [home({name: 'First'}), home(), home({name: 'Middle'}), other()].map((each, number) => ({service: each, number}));
  expect(onceEach(entries, (one, before) => one.number > before.number).map(({number}) => number)).toEqual([0, 2, 3]);
});

it('finds a service with several registrations by its ODS code too', () => {
  const [one, two] = [home({odsCode: 'VX1K4'}), other()];
  expect(buildIndex([one, two]).registrations.get('vx1k4')).toEqual([one, two]);
});
