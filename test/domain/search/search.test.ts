import {describe, expect, it} from 'vitest';
import {buildIndex} from '../../../src/domain/search/search-index.js';
import {search} from '../../../src/domain/search/search.js';
import {names, service} from '../../support/search/services.js';

const directory = [
  service({id: '1-100000001', name: 'Rowan House - Exampleton', town: 'Exampleton', postcode: 'ZZ6 7JX', odsCode: 'VX1K4', provider: {id: '1-200000001'}, kinds: ['care-home']}),
  service({name: 'Rowan Lodge', town: 'Otherham', postcode: 'ZY1 1AA'}),
  service({name: 'St Mary’s Surgery', town: 'Saint Example', postcode: 'ZZ6 7AB', kinds: ['gp']}),
  service({name: 'Exámple & Söns Dental Practice', town: 'Ångham', postcode: 'ZX12 3AA', kinds: ['dentist']}),
  service({name: 'The Willows', town: 'Otherham', postcode: 'ZY1 1AB'}),
  service({name: 'D.P. Sample Dentalcare', town: 'Exampleby', postcode: 'ZW1 1AA'}),
  service({name: 'Mysmile - Example Road', town: 'Exampleby', postcode: 'ZW1 2AA'}),
  service({name: 'ਉਦਾਹਰਨ ਘਰ', town: 'Otherham', postcode: 'ZY2 2AA'}),
  service({name: '1st Example Homecare', town: 'Otherham', postcode: 'ZY3 3AA'}),
  service({id: '1-200000001', level: 'provider', name: 'Thistledown Group', town: 'Exampleton', postcode: 'ZZ6 9ZZ'}),
];
const index = buildIndex(directory);
const first = (query: string) => search(index, query, 10)[0]?.name;
const found = (query: string) => names(search(index, query, 10));

describe('What somebody types finds the service they mean:', () => {
  it.each([
    ['its name', 'Rowan House', 'Rowan House - Exampleton'],
    ['its name in another order', 'house rowan', 'Rowan House - Exampleton'],
    ['its town', 'exampleton', 'Rowan House - Exampleton'],
    ['its postcode', 'ZZ6 7JX', 'Rowan House - Exampleton'],
    ['its postcode without the space', 'zz67jx', 'Rowan House - Exampleton'],
    ['half of its postcode', 'zx12', 'Exámple & Söns Dental Practice'],
    ['the start of its postcode', 'ZZ6 7J', 'Rowan House - Exampleton'],
    ['its CQC id', '1-100000001', 'Rowan House - Exampleton'],
    ['its ODS code in any case', ' vx1K4 ', 'Rowan House - Exampleton'],
    ['its CQC id with what shows nothing in it', '\u200b1-100000001\ufeff', 'Rowan House - Exampleton'],
    ['its name and town', 'willows otherham', 'The Willows'],
    ['what kind it is, and where', 'dentist angham', 'Exámple & Söns Dental Practice'],
    ['an unfinished last word', 'the will', 'The Willows'],
    ['a misspelt name', 'rowna huose', 'Rowan House - Exampleton'],
    ['a misspelt town', 'exmapelton', 'Rowan House - Exampleton'],
    ['a misspelt start', 'mysmlie exampl', 'Mysmile - Example Road'],
    ['a name without its apostrophe', 'st marys', 'St Mary’s Surgery'],
    ['a name with another apostrophe', "ST MARY'S", 'St Mary’s Surgery'],
    ['saint for st', 'saint mary', 'St Mary’s Surgery'],
    ['st for saint', 'st example', 'St Mary’s Surgery'],
    ['and for &', 'example and sons', 'Exámple & Söns Dental Practice'],
    ['a name without its accents', 'sons', 'Exámple & Söns Dental Practice'],
    ['initials with or without dots', 'DP Sample', 'D.P. Sample Dentalcare'],
    ['initials apart', 'd p sample', 'D.P. Sample Dentalcare'],
    ['one word written as two', 'my smile', 'Mysmile - Example Road'],
    ['another script', 'ਉਦਾਹਰਨ', 'ਉਦਾਹਰਨ ਘਰ'],
    ['a sentence around it', 'my mum lives at the willows in otherham', 'The Willows'],
  ])('%s', (_what, query, name) => {
    expect(first(query)).toBe(name);
  });

  it.each([['ZZ6 7JX'], ['ZO10 1OL'], ['zo101ol'], ['Z010 1OL'], ['ZO10 IOL'], ['ZO1O 10L'], ['Z0lO lO1'], ['ZOIO IOI'], ['zo1oiol'], ['Z0101OL']])('its postcode with O for 0, or I or l for 1: %s', (typed) => {
    const own = service({name: 'Example Lodge', postcode: 'ZO10 1OL'});
    const there = buildIndex([...directory, own]);
    expect(names(search(there, typed, 10))[0]).toBe(typed === 'ZZ6 7JX' ? 'Rowan House - Exampleton' : own.name);
  });

  it('its postcode as it was typed, and not one that looks like it', () => {
    const [as, like] = [service({name: 'Example Lodge', postcode: 'ZO1 1LL'}), service({name: 'Example Hall', postcode: 'ZO1 1IL'})];
    expect(names(search(buildIndex([like, as]), 'ZO1 1LL', 10))).toEqual([as.name]);
    expect(names(search(buildIndex([as, like]), 'ZO1 1IL', 10))).toEqual([like.name]);
  });

  it('a name of which the last word is unfinished, before what is only of a kind that begins so', () => {
    const example = [
      service({name: 'Example General Hospital', kinds: ['hospital']}), service({name: 'Example Infirmary', kinds: ['hospital']}), service({name: 'Example House', kinds: ['care-home']}),
      service({name: 'Example House Residential and Nursing Care Home for Older People', kinds: ['care-home']}), service({name: 'Example Prison Healthcare', kinds: ['prison']}),
    ];
    const there = buildIndex(example);
    for (const typed of ['Example H', 'example ho']) expect(names(search(there, typed, 10)).slice(0, 2)).toEqual(['Example House', 'Example House Residential and Nursing Care Home for Older People']);
    const inTheMiddle = [service({name: 'Oak Infirmary', kinds: ['hospital']}), service({name: 'The Oak House', kinds: ['care-home']})];
    expect(names(search(buildIndex(inTheMiddle), 'oak h', 10))).toEqual(['The Oak House', 'Oak Infirmary']);
  });

  it.each([['Exa\u200bmple\u00ad House'], ['Example House\ufeff']])('its name with what shows nothing in it: %j', (typed) => {
    expect(names(search(buildIndex([...directory, service({name: 'Example House', kinds: ['care-home']})]), typed, 10))[0]).toBe('Example House');
  });

  it('the name of its provider, also when only the provider’s own record says it', () => {
    expect(found('thistledown')).toEqual(['Thistledown Group', 'Rowan House - Exampleton']);
  });

  it('the provider’s id: the provider itself first, then its services', () => {
    expect(found('1-200000001')).toEqual(['Thistledown Group', 'Rowan House - Exampleton']);
  });

  it('their own postcode, when a service is near it and none is there', () => {
    const nearestFirst = ['Rowan House - Exampleton', 'St Mary’s Surgery', 'Thistledown Group'];
    expect(found('ZZ6 7QQ')).toEqual(nearestFirst);
    expect(found('ZZ67QQ')).toEqual(nearestFirst);
    expect(first('ZZ6 9QQ')).toBe('Thistledown Group');
    expect(first('ZY1 9QQ')).toBe('Rowan Lodge');
  });
});

describe('What nobody meant stays out:', () => {
  it.each(['', ' ', '!?', '—', '\u{1F600}', '\uD800'])('a query without a letter or a digit finds nothing: %j', (query) => {
    expect(search(index, query, 10)).toEqual([]);
  });

  it('an id that is not in the directory finds nothing', () => {
    expect(found('1st')).toEqual(['1st Example Homecare']);
    expect(found('1-1')).toEqual([]);
    expect(found('1-999999999')).toEqual([]);
  });

  it('words that no service has find nothing, whatever little words stand around them', () => {
    expect(found('the qwxzqwxz')).toEqual([]);
    expect(found('qwxzqwxz vbnmvbnm in the house')).toEqual([]);
  });

  it('a service with only one of the words is left out when another has them all', () => {
    expect(found('rowan house')).toEqual(['Rowan House - Exampleton']);
  });

  it('a town that is two slips away is left out when another is spelt as typed', () => {
    const towns = buildIndex([service({name: 'Rowan House', town: 'Doncaster'}), service({name: 'Willow House', town: 'Lancaster'})]);
    expect(names(search(towns, 'doncaster', 10))).toEqual(['Rowan House']);
    expect(names(search(towns, 'lancaster', 10))).toEqual(['Willow House']);
  });

  it('a postcode or a number with a slip is another one, not a misspelling', () => {
    const numbers = buildIndex([service({name: 'Ward1234'})]);
    expect(search(numbers, 'ward1235', 10)).toEqual([]);
  });
});

describe('What is found stands in a sensible order:', () => {
  const order = (query: string, ...services: Parameters<typeof service>[0][]) =>
    search(buildIndex(services.map(service)), query, 10).map(({name, level, status}) => `${name}, ${level}, ${status.kind}`);

  it('registered before closed', () => {
    expect(order('elm house', {name: 'Elm House', status: {kind: 'closed'}}, {name: 'The Elm Tree House', status: {kind: 'registered'}})).toEqual([
      'The Elm Tree House, location, registered',
      'Elm House, location, closed',
    ]);
  });

  it('a closed service as it was typed before a registered one that is only like it', () => {
    expect(order('elm house', {name: 'Elm Housekeeping'}, {name: 'Elm House', status: {kind: 'closed'}})[0]).toBe('Elm House, location, closed');
  });

  it('locations before providers when they are equal', () => {
    expect(order('elm', {name: 'Elm', level: 'provider'}, {name: 'Elm', level: 'location'})).toEqual(['Elm, location, registered', 'Elm, provider, registered']);
  });

  it('a name before a town before a provider', () => {
    const services = [
      {name: 'One', provider: {id: '1-1', name: 'Elm'}},
      {name: 'Two', town: 'Elm'},
      {name: 'Elm'},
    ];
    expect(order('elm', ...services)).toEqual(['Elm', 'Two', 'One'].map((name) => `${name}, location, registered`));
  });

  it('the name that says no more than was typed before a longer one', () => {
    expect(order('elm house', {name: 'Elm Annexe House East'}, {name: 'Elm House'})[0]).toBe('Elm House, location, registered');
  });

  it('the whole word before one that only starts with it', () => {
    expect(order('don', {name: 'Doncaster'}, {name: 'Don'})).toEqual(['Don, location, registered', 'Doncaster, location, registered']);
  });

  it('else by name and then by id, however the directory was ordered', () => {
    const same = ['b', 'a', 'c'].map((letter, place) => service({id: `1-10${place}`, name: `Elm ${letter === 'c' ? 'a' : letter}x`}));
    const ids = (services: typeof same) => search(buildIndex(services), 'elm', 10).map(({id}) => id);
    expect(ids(same)).toEqual(['1-101', '1-102', '1-100']);
    expect(ids([...same].reverse())).toEqual(ids(same));
  });
});

it('reads no more than the first 200 characters of a query', () => {
  expect(first(`rowan house ${' '.repeat(188)}willows`)).toBe('Rowan House - Exampleton');
  expect(search(index, 'rowan '.repeat(100_000), 10).length).toBeGreaterThan(0);
});

it('gives no more than it was asked for', () => {
  expect(search(index, 'rowan', 1)).toHaveLength(1);
  expect(search(index, 'rowan', 0)).toEqual([]);
  expect(search(index, '1-200000001', 1)).toHaveLength(1);
});

it('finds nothing in an empty directory', () => {
  expect(search(buildIndex([]), 'rowan', 10)).toEqual([]);
});
