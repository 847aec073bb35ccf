import fc from 'fast-check';
import {expect, it} from 'vitest';
import type {Service} from '../../../src/contract/service.js';
import {buildIndex, indexInSteps} from '../../../src/domain/search/search-index.js';
import {wordsIn} from '../../../src/contract/words-in.js';
import {search} from '../../../src/domain/search/search.js';
import {service} from '../../support/search/services.js';

const anything = fc.string({unit: 'binary', maxLength: 300});
const place = fc.constantFrom('Exampleton', 'Otherham', 'St Example', 'Great Exampleford');
const word = fc.oneof(
  fc.constantFrom('Rowan', 'House', 'St', "Mary's", 'Care', 'Home', 'The', '&', 'D.P.', 'ਘਰ', 'Ångham', '1st', 'E1', '1AA', '-', 'Limited'),
  fc.string({minLength: 1, maxLength: 8}),
);
const name = fc.array(word, {minLength: 1, maxLength: 6}).map((words) => words.join(' '));
// A name may begin as an id does.
const services = fc.array(fc.record({name: fc.oneof({weight: 20, arbitrary: name}, fc.constantFrom('1 -', '1 - 2', '1 – The Mews')), town: place}).map(service), {minLength: 1, maxLength: 12});

it('finds every service by the words of its own name', () => {
  fc.assert(
    fc.property(services, (directory) => {
      const index = buildIndex(directory);
      for (const each of directory) {
        const words = wordsIn(each.name);
        if (words.length === 0) continue;
        expect(search(index, words.join(' '), directory.length)).toContain(each);
        expect(search(index, each.name, directory.length)).toContain(each);
      }
    }),
  );
});

it('finds every service by its id and its ODS code, as the first', () => {
  fc.assert(
    fc.property(services, (directory) => {
      const coded = directory.map((each, place): Service => ({...each, odsCode: `V${place}XYZ`}));
      const index = buildIndex(coded);
      for (const each of coded) {
        expect(search(index, each.id, 1)).toEqual([each]);
        expect(search(index, (each.odsCode ?? '').toLowerCase(), 1)).toEqual([each]);
      }
    }),
  );
});

it('never throws, whatever is typed and whatever services are called', () => {
  fc.assert(
    fc.property(fc.array(fc.record({name: anything, town: anything, postcode: anything, odsCode: anything}).map(service), {maxLength: 6}), anything, (directory, query) => {
      search(buildIndex(directory), query, 10);
    }),
  );
});

it('keeps to the limit, and a smaller limit gives the start of a larger one', () => {
  fc.assert(
    fc.property(services, name, fc.integer({min: 0, max: 50}), (directory, query, limit) => {
      const index = buildIndex(directory);
      const some = search(index, query, limit);
      expect(some.length).toBeLessThanOrEqual(limit);
      expect(search(index, query, 50).slice(0, limit)).toEqual(some);
      expect(new Set(some).size).toBe(some.length);
    }),
  );
});

it('finds the same in the same order, however the directory was ordered', () => {
  fc.assert(
    fc.property(services, name, (directory, query) => {
      expect(search(buildIndex([...directory].reverse()), query, 50)).toEqual(search(buildIndex(directory), query, 50));
    }),
  );
});

it('folds words so that folding them again changes nothing', () => {
  fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 40}), (text) => {
    expect(wordsIn(wordsIn(text).join(' '))).toEqual(wordsIn(text));
  }), {numRuns: 1000});
});

it('builds the same index in steps as in one go', () => {
  const directory = Array.from({length: 1200}, (_, number) => service({name: `Example ${number} House`}));
  let steps = 0;
  for (const steadily = indexInSteps(directory); ; steps += 1) {
    const step = steadily.next();
    if (step.done) {
      expect(step.value).toEqual(buildIndex(directory));
      break;
    }
  }
  expect(steps).toBeGreaterThan(3);
});
