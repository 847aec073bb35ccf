import {describe, expect, it} from 'vitest';
import {formCatalogue} from '../../src/locale/generated/form.js';
import {formFirstCatalogue} from '../../src/locale/generated/form-first.js';
import {inboxCatalogue} from '../../src/locale/generated/inbox.js';
import {loadCatalogues, type Catalogue} from '../../src/locale/languages.js';
import {addTranslation} from '../../src/locale/translated.js';
import {str, words} from '../../src/locale/words.js';

const ofOne = (tag: string, id: string, text: string): Catalogue => ({[tag]: () => Promise.resolve({templates: {[id]: text}})});

describe('the words of a language', () => {
  it('are English where there is no translation, and say so', async () => {
    await loadCatalogues([formCatalogue], 'pa');
    const {lang, msg} = words('pa');
    expect(lang).toBe('en');
    expect(msg(str`Not ${'translated'} & <plain>`)).toBe('Not translated & <plain>');
  });

  it('are those of the plainer form where a region has none of its own', async () => {
    await loadCatalogues([formFirstCatalogue], 'EN-xa-test');
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

describe('the catalogues of a language', () => {
  it('add up: what comes later takes nothing from what was there', async () => {
    await loadCatalogues([ofOne('sv', 's-one', 'ett')], 'sv');
    const before = words('sv');
    await loadCatalogues([ofOne('sv', 's-two', 'två')], 'sv-SE');
    expect([before.msg('one', {id: 's-one'}), before.msg('two', {id: 's-two'}), words('sv').msg('one', {id: 's-one'})]).toEqual(['ett', 'två', 'ett']);
  });

  it('are asked for at once, and not one after the other', async () => {
    const asked: string[] = [];
    const slow = (name: string): Catalogue => ({fi: () => (asked.push(name), new Promise<never>(() => undefined))});
    void loadCatalogues([slow('first view'), slow('the rest')], 'fi');
    expect(asked).toEqual(['first view', 'the rest']);
  });

  it('are asked for again where they did not come', async () => {
    let tries = 0;
    const flaky: Catalogue = {da: () => (tries++ === 0 ? Promise.reject(new TypeError('no network')) : Promise.resolve({templates: {'s-hi': 'hej'}}))};
    await expect(loadCatalogues([flaky], 'da')).rejects.toThrow('no network');
    expect(words('da').lang).toBe('en');
    await loadCatalogues([flaky], 'da');
    expect(words('da').msg('hi', {id: 's-hi'})).toBe('hej');
  });

  it('are there for the pseudo-languages wherever our source is run', () => {
    for (const catalogue of [formFirstCatalogue, formCatalogue, inboxCatalogue]) expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(['ar-xb', 'en-xa']));
  });
});
