import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfStale} from '../../tools/build.js';

const resolve = createRequire(import.meta.url).resolve;
const described = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {sideEffects: string[]; exports: Record<string, unknown>; bin: Record<string, string>};

describe('what the package promises', () => {
  beforeAll(() => buildIfStale(['package']));

  it.each([
    'care-elements/define/care-feedback.js',
    'care-elements/elements/care-feedback.js',
    'care-elements/define/care-place.js',
    'care-elements/elements/care-place.js',
    'care-elements/define/care-rating.js',
    'care-elements/elements/care-rating.js',
    'care-elements/contract/rating.js',
    'care-elements/contract/place.js',
    'care-elements/contract/submission.js',
    'care-elements/contract/receipt.js',
    'care-elements/contract/receiver.js',
    'care-elements/contract/problem.js',
    'care-elements/contract/question-set.js',
    'care-elements/contract/service.js',
    'care-elements/questionnaire/journey.js',
    'care-elements/questionnaire/check-submission.js',
    'care-elements/questionnaire/sets/give-feedback.js',
    'care-elements/questionnaire/sets/quick.js',
    'care-elements/locale/words.js',
    'care-elements/locale/languages.js',
    'care-elements/locale/catalogues/form.js',
    'care-elements/locale/catalogues/rating.js',
  ])('%s can be imported, with its types', (path) => {
    const file = resolve(path);
    expect(existsSync(file)).toBe(true);
    expect(existsSync(file.replace(/\.js$/, '.d.ts'))).toBe(true);
  });

  it.each(['care-elements/custom-elements.json', 'care-elements/package.json'])('%s can be read', (path) => {
    expect(existsSync(resolve(path))).toBe(true);
  });

  it('keeps everything else to itself', () => {
    expect(() => resolve('care-elements/delivery/client.js')).toThrow(/not defined by "exports"/);
    expect(() => resolve('care-elements')).toThrow();
  });

  it('tells bundlers that only registering elements has an effect', () => {
    expect(described.sideEffects.filter((each) => each.startsWith('./dist/'))).toEqual(['./dist/package/define/*.js', './dist/elements/**/*.js']);
  });
});
