import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {beginning, block, hasHidden, visibly} from '../../../../src/endpoint/inbox/pages/visible-characters.js';
import {decoded} from '../../../support/plain-form/page-reader.js';

const bidi = ['\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];
const textOf = (html: unknown) => decoded(String(html).replace(/<[^>]*>/g, ''));

describe('hidden characters that change the direction of writing', () => {
  it.each(bidi)('%j is named, stands alone, and is still there to be copied', (character) => {
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    expect(String(visibly(`a${character}b`))).toBe(`a<bdi class="hidden-character" data-character="${code}">${character}</bdi>b`);
    expect(hasHidden(character)).toBe(true);
  });

  it('leaves joiners, which letters and emoji are made of, where they are', () => {
    for (const words of ['ਕ੍‍ਸ਼', 'می‌خواهم', '👩🏽‍⚕️']) {
      expect(String(visibly(words))).toBe(words);
      expect(hasHidden(words)).toBe(false);
    }
  });

  it('keeps every text letter for letter', () => {
    const unit = fc.oneof(fc.constantFrom(...bidi, '<', '&', '\n', '\r', ' ', '"'), fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}));
    fc.assert(fc.property(fc.array(unit, {maxLength: 60}), (units) => {
      expect(textOf(block(units.join(''), 'ar'))).toBe(units.join(''));
    }));
  });
});

describe('the beginning of a story', () => {
  it('is the whole of a short one', () => {
    expect(beginning('Short.', 300)).toBe('Short.');
    expect(beginning('x'.repeat(300), 300)).toBe('x'.repeat(300));
  });

  it('never ends inside a letter or an emoji', () => {
    const family = '👩‍👩‍👧‍👦';
    const cut = beginning(`${'x'.repeat(297)}${family}${'y'.repeat(50)}`, 300);
    expect(cut).toBe('x'.repeat(297));
    expect(beginning('ਕ੍ਰਿ'.repeat(200), 300)).toMatch(/^(ਕ੍ਰਿ)+$/);
  });
});
