import {describe, expect, it} from 'vitest';
import {directionOf} from '../../../src/locale/direction.js';
import {longer, pseudoLanguages, rightToLeft, translated} from '../../../tools/words/pseudo-languages.js';

describe('the longer pseudo-language', () => {
  it('can be read, is longer, and shows where a text begins and ends', () => {
    expect(longer('Tell us')).toBe('[Ţéļļ úš ~~~]');
  });

  it('leaves alone what is filled in later', () => {
    expect(longer('Ask {receiver} at <x id="0" equiv-text="${place}"/> &amp; https://example.org/a')).toBe('[Ášķ {receiver} áţ <x id="0" equiv-text="${place}"/> &amp; https://example.org/a ~~~~]');
  });

  it('is never one run so long that it bursts a narrow page', () => {
    for (const run of longer('word '.repeat(60)).match(/~+/g) ?? []) expect(run.length).toBeLessThanOrEqual(6);
  });
});

describe('the pseudo-language from right to left', () => {
  it('is taken for such a language', () => {
    expect(Object.keys(pseudoLanguages).map((tag) => [tag, directionOf(tag)])).toEqual([['en-XA', 'ltr'], ['ar-XB', 'rtl']]);
  });

  it('turns each word around and lets the words follow from right to left', () => {
    expect(rightToLeft('Tell us')).toBe('\u200F\u202ETell\u202C\u200F \u200F\u202Eus\u202C\u200F');
  });

  it('ends whatever it turns around before anything that is filled in, and leaves numbers as they are', () => {
    const text = rightToLeft('Ask {receiver} at <x id="0" equiv-text="${place}"/> &amp; https://example.org/a, or call 111.');
    expect(text.replace(/[\u200F\u202E\u202C]/g, '')).toBe('Ask {receiver} at <x id="0" equiv-text="${place}"/> &amp; https://example.org/a, or call 111.');
    expect(text.split(/[{<&]|https/).every((part) => part.split('\u202E').length === part.split('\u202C').length)).toBe(true);
    for (const kept of ['{receiver}', '<x id="0" equiv-text="${place}"/>', '&amp;', 'https://example.org/a', '111']) expect(text).toContain(kept);
  });
});

it('translates every text of a file', () => {
  const xliff = '<trans-unit><source>One</source></trans-unit><trans-unit><source>Two\nlines</source></trans-unit>';
  expect(translated(xliff, longer).match(/<target>/g)).toHaveLength(2);
});
