import {describe, expect, it} from 'vitest';
import type {Service} from '../../../src/contract/service.js';
import {namedExactly, tellingApart} from '../../../src/domain/questionnaire/which-service.js';

const house: Service = {id: '1-1000000001', level: 'location', name: 'St Mary’s & Example House', town: 'Exampleton', postcode: 'ZZ1 1AA', odsCode: 'VX1K4', provider: {id: '1-2000000001', name: 'Example Care Ltd'}, status: {kind: 'registered'}};
const lodge: Service = {...house, id: '1-1000000002', name: 'Example Lodge', postcode: 'ZZ1 1AB', odsCode: 'VX1K5'};
const ids = (typed: string, services: readonly Service[] = [house, lodge]) => namedExactly(typed, services).map(({id}) => id);

describe('What somebody typed is exactly', () => {
  it.each([
    ['St Mary’s & Example House'], ['st marys and example house'], ['ST MARY\'S  &  EXAMPLE-HOUSE'], ['St Mary’s & Example\u200b House '], ['St Mary’s & Example House, Exampleton'], ['St Mary’s & Example House ZZ1 1AA'], ['st marys and example house, exampleton, zz11aa'],
    ['ZZ1 1AA'], ['zz11aa'], ['1-1000000001'], [' 1-1000000001 '], ['vx1k4'],
  ])('one service: %s', (typed) => {
    expect(ids(typed)).toEqual([house.id]);
  });

  it.each([['Example House'], ['St Mary’s'], ['Exampleton'], ['ZZ1'], ['1-100000000'], ['1-2000000001'], ['Example Care Ltd'], [''], ['?!'], ['St Mary’s & Example Houses']])('none: %s', (typed) => {
    expect(ids(typed)).toEqual([]);
  });

  it('both where two have the name, or the postcode', () => {
    expect(ids('example lodge', [house, lodge, {...lodge, id: '1-3'}])).toEqual([lodge.id, '1-3']);
    expect(ids('ZZ1 1AB', [lodge, {...house, postcode: 'ZZ11AB'}])).toEqual([lodge.id, house.id]);
  });

  it('the place where its provider has the same name, and the provider where nothing else has', () => {
    const provider: Service = {...lodge, id: '1-2000000001', level: 'provider'};
    expect(ids('example lodge', [provider, lodge])).toEqual([lodge.id]);
    expect(ids('example lodge', [provider, house])).toEqual([provider.id]);
  });
});

describe('Two services of one name, town and postcode', () => {
  const other: Service = {...house, id: '1-1000000003', name: 'ST MARYS AND EXAMPLE HOUSE', provider: {id: '1-2000000002', name: 'Example Partners Ltd'}};

  it('are told apart by who runs them', () => {
    expect([house, other].map((each) => tellingApart(each, [house, lodge, other]))).toEqual(['Example Care Ltd', 'Example Partners Ltd']);
  });

  it('are told apart by their ids where that tells nothing', () => {
    const same = {...other, provider: house.provider};
    expect([house, same].map((each) => tellingApart(each, [house, same]))).toEqual([house.id, same.id]);
    const unnamed = {...other, provider: {id: '1-2000000002'}};
    expect(tellingApart(unnamed, [house, unnamed])).toBe(unnamed.id);
  });

  it('need nothing where their towns or postcodes do', () => {
    expect(tellingApart(house, [house, lodge, {...other, postcode: 'ZZ1 1AC'}, {...other, town: 'Otherham'}])).toBeUndefined();
  });
});
