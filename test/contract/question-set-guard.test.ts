import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {pointer} from '../../src/contract/problem.js';
import {questionSetFault} from '../../src/contract/question-set-guard.js';
import {QuestionSet} from '../../src/contract/question-set.js';
import {builtInSet, builtInVersions} from '../../src/domain/questionnaire/sets/built-in-sets.js';
import {changedAt, placesIn} from '../support/contract/changed-at.js';

const wholes = builtInVersions().map((set) => JSON.parse(JSON.stringify(set)) as unknown);

const emoji = (characters: number) => '\u{1F600}'.repeat(characters);

/** Values on both sides of every limit that a set has. */
const odd: unknown[] = [
  undefined, null, true, false, 0, 1, 1.5, -1, 20_000, 20_001, '', ' ', 'risk', 'Risk', 'a'.repeat(64), 'a'.repeat(65), '-a', 'en', 'choice', 'essay', '1', emoji(32), emoji(33), emoji(4000), emoji(4001), 'half \uD83D', 'nul \u0000',
  [], [null], ['risk'], ['Risk'], [[]], {}, {value: 'yes'}, [{value: 'yes'}], [{value: 'yes', when: {answered: 'risk'}}], [{value: 'yes', more: 1}], {label: 'A label'}, {label: 'A', more: 'B'}, {title: 'A title'}, {a: {label: 'A'}}, {A: {label: 'A'}},
  {answered: 'risk'}, {answered: 'risk', in: ['yes']}, {question: 'risk'}, {question: 'risk', in: []}, {question: 'risk', in: ['yes']}, {service: ['gp']}, {service: []}, {not: {answered: 'risk'}}, {not: {}}, {all: []}, {all: [{any: [{not: {service: ['gp']}}]}]}, {any: [{all: [{unless: 'risk'}]}]},
  {question: 'risk', in: ['yes'], answered: 'risk'}, [{when: {answered: 'risk'}, hint: 'A hint'}], [{label: 'No condition'}], {en: {title: 'A', pages: {}, questions: {}}}, {'not a tag': {title: 'A', pages: {}, questions: {}}}, {constructor: {label: 'A'}},
];

const agree = (value: unknown) => (questionSetFault(value) === undefined) === QuestionSet.safeParse(value).success;

describe('the small guard for question sets', () => {
  it.each(builtInVersions())('takes the built-in set $id, version $version', (set) => {
    expect(questionSetFault(set)).toBeUndefined();
  });

  it('says the same as the schema with each odd value in each place', () => {
    const disagreed = wholes.flatMap((whole) => placesIn(whole).filter((path) => path.length < 8)
      .flatMap((path, position) => odd.filter((_, index) => whole === wholes.at(-1) || (index + position) % 7 === 0)
        .filter((value) => !agree(changedAt(whole, path, value)))
        .map((value) => `${pointer(path)} ${JSON.stringify(value)?.slice(0, 60)}`)));
    expect(disagreed).toEqual([]);
  });

  it('says the same as the schema with a key too many anywhere', () => {
    const quick = wholes.at(-1);
    const holders = placesIn(quick).filter((path) => {
      const holder = path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], quick);
      return typeof holder === 'object' && !Array.isArray(holder);
    });
    expect(holders.length).toBeGreaterThan(20);
    for (const path of holders) {
      for (const key of ['surprise', 'constructor', 'when', 'label']) expect(agree(changedAt(quick, [...path, key], 'x')), pointer([...path, key])).toBe(true);
    }
  });

  it('says the same as the schema for several changes at once, and for anything else', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), {minLength: 1, maxLength: 3});
    fc.assert(fc.property(fc.constantFrom(...wholes), changes, (whole, each) => {
      let value = whole;
      for (const [place, put] of each) {
        const places = placesIn(value);
        value = changedAt(value, places[place % places.length]!, put);
      }
      return agree(value);
    }), {numRuns: 500});
    fc.assert(fc.property(fc.jsonValue(), agree));
  });

  it('tells a developer where the first fault is', () => {
    const set = builtInSet('quick')!;
    expect(questionSetFault({...set, version: undefined})).toBe('/version is missing');
    expect(questionSetFault({...set, pages: [{id: 'one', questions: [{id: 'risk', kind: 'essay', required: true}]}]})).toBe('/pages/0/questions/0/kind cannot be "essay"');
    expect(questionSetFault({...set, texts: {}})).toBe('/texts has no language');
    expect(questionSetFault({...set, surprise: 1})).toBe('/surprise is not known here');
    expect(questionSetFault([set])).toBe('it cannot be this');
  });
});
