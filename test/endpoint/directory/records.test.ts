import {expect, it} from 'vitest';
import {recordsIn} from '../../../src/endpoint/directory/records.js';

const record = {locationId: '1-900000001', name: 'Example House'};
const other = {providerId: '1-900000002', name: 'Example Care Ltd', locationIds: ['1-900000001']};

it.each<[string, unknown, unknown[]]>([
  ['one record', record, [{record, position: ''}]],
  ['a list of records', [record, other], [{record, position: '/0'}, {record: other, position: '/1'}]],
  ['records in wrappers', [{postcode: 'ZZ1 1AA', req: 'Example', loc: record}], [{record, position: '/0'}]],
  ['one wrapper', {loc: record}, [{record, position: ''}]],
  ['a page of a list', {total: 1, locations: [record]}, [{record, position: '/locations/0'}]],
  ['a page of providers', {total: 1, providers: [other]}, [{record: other, position: '/providers/0'}]],
  ['several pages', [{locations: [record]}, {locations: [record]}], [{record, position: '/0/locations/0'}, {record, position: '/1/locations/0'}]],
  ['a record that has a list of its own', {...record, locations: []}, [{record: {...record, locations: []}, position: ''}]],
  ['no records', [], []],
  ['something else', 'text', [{record: 'text', position: ''}]],
])('takes %s', (_what, file, records) => {
  expect([...recordsIn(file)]).toEqual(records);
});

it('does not lose itself in lists of lists', () => {
  const deep: unknown = JSON.parse('['.repeat(60_000) + ']'.repeat(60_000));
  expect([...recordsIn(deep)]).toHaveLength(1);
});
