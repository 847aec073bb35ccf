import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {asFile, readConcernRules} from '../../../src/endpoint/concerns/concern-rules-file.js';
import {defaultConcernRules} from '../../../src/domain/concerns/concern-rules.js';
import {builtInSet, builtInSets} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {temporaryFolder} from '../../support/endpoint/sqlite-worker.js';

const folder = temporaryFolder();
afterAll(() => rm(folder, {recursive: true}));

async function read(content: unknown) {
  const file = join(folder, 'concerns.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readConcernRules(file);
}

describe('The rules for repeat concerns', () => {
  it('are the usual ones where no file is named, and the file’s where one is', async () => {
    expect(await readConcernRules(undefined)).toEqual(defaultConcernRules);
    expect(await read(asFile(defaultConcernRules))).toEqual(defaultConcernRules);
    const own = {...defaultConcernRules, fewestPeople: 5, rules: [{colour: 'amber', people: 5, days: 365}]};
    expect(await read(`\uFEFF${JSON.stringify(own)}`)).toEqual(own);
  });

  it('ask for answers that the built-in sets have', () => {
    const choices = new Map(builtInSets.flatMap((id) => builtInSet(id)!.pages).flatMap((page) => page.questions).map(({id, choices = []}) => [id, choices.map(({value}) => value)]));
    for (const given of [defaultConcernRules.concern, ...defaultConcernRules.rules.flatMap(({each}) => (each ? [each] : []))]) {
      for (const [question, values] of Object.entries(given)) expect(choices.get(question)).toEqual(expect.arrayContaining(values));
    }
  });

  it.each<[string, unknown, RegExp]>([
    ['is not JSON', '{', /concerns\.json \(CARE_CONCERNS\) is not JSON: .+/],
    ['lets two people give a colour', {...defaultConcernRules, fewestPeople: 2}, /\/fewestPeople is fewer than 3/],
    ['has another colour', {...defaultConcernRules, rules: [{colour: 'green', people: 3, days: 90}]}, /\/rules\/0\/colour is not one of: red, amber/],
    ['takes no day', {...defaultConcernRules, rules: [{colour: 'red', people: 3, days: 0}]}, /\/rules\/0\/days is fewer than 1/],
    ['takes half a person', {...defaultConcernRules, rules: [{colour: 'red', people: 2.5, days: 1}]}, /\/rules\/0\/people is not a whole number/],
    ['has a key that nobody reads', {...defaultConcernRules, rules: [{colour: 'red', people: 3, days: 9, poeple: 4}]}, /\/rules\/0\/poeple is not a known key/],
    ['names no answer', {...defaultConcernRules, concern: {}}, /\/concern names no question/],
    ['has no rule', {fewestPeople: 3, concern: {experience: ['poor']}}, /\/rules is missing/],
  ])('say what is wrong where a file %s, and how to mend it', async (_how, content, message) => {
    await expect(read(content)).rejects.toMatchObject({name: 'StartFault', message: expect.stringMatching(message)});
    await expect(read(content)).rejects.toThrow(/care-endpoint concerns rules/);
  });

  it('say so where a file is not there', async () => {
    await expect(readConcernRules(join(folder, 'none.json'))).rejects.toThrow(/none\.json \(CARE_CONCERNS\) cannot be read/);
  });
});
