import {describe, expect, it} from 'vitest';
import {pseudo, translate} from '../../tools/pseudo-locale.js';
import {loadLanguage} from '../../src/locale/languages.js';
import {addTranslation} from '../../src/locale/translated.js';
import {str, words} from '../../src/locale/words.js';

describe('the words of a language', () => {
  it('are English where there is no translation, and say so', async () => {
    await loadLanguage('pa');
    const {lang, msg} = words('pa');
    expect(lang).toBe('en');
    expect(msg(str`Not ${'translated'} & <plain>`)).toBe('Not translated & <plain>');
  });

  it('are those of the plainer form where a region has none of its own', async () => {
    await loadLanguage('EN-xa-test');
    expect(words('en-XA-test').lang).toBe('en-xa');
    expect(words('en-GB').lang).toBe('en');
  });

  it('can be two languages at once', () => {
    addTranslation('nl', {'s-greeting': 'Hallo'});
    const [dutch, english] = [words('nl-NL'), words('en')];
    expect([dutch.msg('Hello', {id: 's-greeting'}), english.msg('Hello', {id: 's-greeting'})]).toEqual(['Hallo', 'Hello']);
  });

  it('put what varies where the translation wants it', () => {
    addTranslation('nl', {'s-two': str`${1}, dan ${0}`});
    expect(words('nl').msg(str`${'this'} after ${'that'}`, {id: 's-two'})).toBe('that, dan this');
  });

  it('stay English for a text that the translation lacks', () => {
    addTranslation('nl', {});
    expect(words('nl').msg('Something new')).toBe('Something new');
  });
});

describe('the pseudo-language', () => {
  it('can be read, is longer, and shows where a text begins and ends', () => {
    expect(pseudo('Tell us')).toBe('[Ţéļļ úš ~~~]');
  });

  it('leaves alone what is filled in later', () => {
    expect(pseudo('Ask {receiver} at <x id="0" equiv-text="${place}"/> &amp; https://example.org/a')).toBe('[Ášķ {receiver} áţ <x id="0" equiv-text="${place}"/> &amp; https://example.org/a ~~~~]');
  });

  it('is never one run so long that it bursts a narrow page', () => {
    for (const run of pseudo('word '.repeat(60)).match(/~+/g) ?? []) expect(run.length).toBeLessThanOrEqual(6);
  });

  it('translates every text of a file', () => {
    const xliff = '<trans-unit><source>One</source></trans-unit><trans-unit><source>Two\nlines</source></trans-unit>';
    expect(translate(xliff).match(/<target>/g)).toHaveLength(2);
  });
});
