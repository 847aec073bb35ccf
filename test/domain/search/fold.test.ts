import {expect, it} from 'vitest';
import {wordsIn} from '../../../src/contract/words-in.js';

it.each([
  ['St Mary’s', ['st', 'marys']],
  ["O'Example", ['oexample']],
  ['Exámple & Söns', ['example', 'and', 'sons']],
  ['Łódź Straße', ['lodz', 'strasse']],
  ['İZMİR', ['izmir']],
  ['D.P. Sample', ['dp', 'sample']],
  ['N H S', ['nhs']],
  ['Ward 7 B', ['ward', '7', 'b']],
  ['one-two/three', ['one', 'two', 'three']],
  ['ਪੰਜਾਬੀ ਘਰ', ['ਪੰਜਾਬੀ', 'ਘਰ']],
  ['ｗｉｄｅ', ['wide']],
  ['!?', []],
  ['Exa\u200bmple\ufeff Hou\u00adse', ['example', 'house']],
  ['می\u200cروم', ['میروم']],
])('compares %s as %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

it('reads 200 characters, and an emoji is one', () => {
  expect(wordsIn(`${'\u{1F600}'.repeat(190)} elmhouselodge`)).toEqual(['elmhousel']);
});
