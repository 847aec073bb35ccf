import {afterEach, describe, expect, it, vi} from 'vitest';
import {plural} from '../../src/locale/plural.js';

const forms = {zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other'};

describe('a count in words', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ['en', [0, 1, 2, 21], ['other', 'one', 'other', 'other']],
    ['cy', [0, 1, 2, 3, 6, 7], ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['pl', [1, 2, 5, 22, 25], ['one', 'few', 'many', 'few', 'many']],
    ['ar', [0, 1, 2, 3, 11, 100], ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['ur', [1, 2], ['one', 'other']],
  ])('has the form that its language has for it: %s', (lang, counts, expected) => {
    expect(counts.map((count) => plural(lang, count, forms))).toEqual(expected);
  });

  it('asks for the rules of a language once, and never mixes two languages', () => {
    const made: unknown[] = [];
    const {PluralRules} = Intl;
    vi.stubGlobal('Intl', {PluralRules: function counted(lang: string) {
      made.push(lang);
      return new PluralRules(lang);
    }});
    expect(['gd', 'lv', 'gd', 'lv'].map((lang) => plural(lang, 11, forms))).toEqual(['one', 'zero', 'one', 'zero']);
    expect(made).toEqual(['gd', 'lv']);
  });

  it('is in English’s forms where the browser knows no rules', () => {
    vi.stubGlobal('Intl', {});
    expect([0, 1, 2].map((count) => plural('cy-x-old', count, forms))).toEqual(['other', 'one', 'other']);
  });
});
