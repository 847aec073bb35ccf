import {describe, expect, it} from 'vitest';
import {pointer} from '../../src/contract/problem.js';
import {Submission} from '../../src/contract/submission.js';
import {submission} from '../support/contract/contract-examples.js';

/** Where the schema finds fault, as JSON pointers. */
function faultsIn(value: unknown): string[] {
  const parsed = Submission.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({path}) => pointer(path));
}

/** The example with one place changed; `undefined` takes the place out. */
function changed(at: string, value: unknown): unknown {
  const copy = structuredClone(submission) as unknown as Record<string, unknown>;
  const keys = at.split('/').slice(1);
  const last = keys.pop()!;
  const holder = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const emoji = (characters: number) => '👩'.repeat(characters);

describe('a submission', () => {
  it('is the example of the design', () => {
    expect(faultsIn(submission)).toEqual([]);
  });

  it.each(['/replaces', '/urgency', '/contact', '/share', '/consent', '/helper', '/source/partner', '/source/campaign', '/source/site', '/about/services/0/id'])('may do without %s', (at) => {
    expect(faultsIn(changed(at, undefined))).toEqual([]);
  });

  it.each(['/id', '/questionSet', '/questionSet/version', '/language', '/startedAt', '/finishedAt', '/about', '/answers', '/source', '/source/element', '/source/version', '/source/mode'])('needs %s', (at) => {
    expect(faultsIn(changed(at, undefined))).toEqual([at]);
  });

  it.each<[string, unknown]>([
    ['/id', '6ba7b810-9dad-41d1-80b4-00c04fd430c8'],
    ['/id', '0197b2c4-7a1e-7cc2-1d0b-5f2f0d1f7a11'],
    ['/id', 7],
    ['/replaces', 'earlier'],
    ['/questionSet/id', 'Give Feedback'],
    ['/language', 'plain english'],
    ['/startedAt', '2026-11-22'],
    ['/startedAt', '2026-11-22T10:02:11'],
    ['/finishedAt', '2026-02-30T10:00:00Z'],
    ['/about/kind', 'person'],
    ['/about/services', []],
    ['/about/services/0/name', ' '],
    ['/about/services/0/id', '../1'],
    ['/answers', []],
    ['/answers/story', 7],
    ['/answers/story', null],
    ['/answers/story', {text: 'no'}],
    ['/urgency', 'high'],
    ['/share', ['everybody']],
    ['/contact/by', 'pigeon'],
    ['/contact/formats', 'braille'],
    ['/contact/email', ''],
    ['/consent/notice', 'http://central.example/privacy'],
    ['/consent/notice', 'javascript:alert(1)'],
    ['/helper/agreed', 'yes'],
    ['/source/mode', 'telepathic'],
    ['/source/site', 'https://charity.example/depression'],
    ['/source/site', 'https://charity.example/'],
    ['/source/site', 'https://Charity.example'],
    ['/source/site', 'null'],
    ['/source/partner', emoji(101)],
  ])('is refused where %s is %j, by that place', (at, value) => {
    const [fault] = faultsIn(changed(at, value));
    expect(fault === at || fault?.startsWith(`${at}/`)).toBe(true);
  });

  it.each(['', '/about', '/about/services/0', '/contact', '/consent', '/helper', '/source', '/questionSet'])('is refused for an unknown key in %j', (at) => {
    expect(faultsIn(changed(`${at}/surprise`, 'x'))).toEqual([at]);
  });

  it.each([null, 'text', 7, [], [submission]])('is never %j', (value) => {
    expect(faultsIn(value)).not.toEqual([]);
  });

  it('may be about a pathway, a place or a topic', () => {
    const two = [{name: 'Example House'}, {id: 'RXQ02', name: 'Example Hospital', town: 'Exampleton'}];
    expect(faultsIn(changed('/about', {kind: 'pathway', services: two}))).toEqual([]);
    expect(faultsIn(changed('/about', {kind: 'place', place: {name: 'Exampleton'}}))).toEqual([]);
    expect(faultsIn(changed('/about', {kind: 'topic', topic: 'Dentists'}))).toEqual([]);
    expect(faultsIn(changed('/about', {kind: 'service', services: two}))).toEqual(['/about/services']);
  });
});

describe('what somebody wrote', () => {
  it.each([
    ['Panjabi and Arabic', 'ਮੇਰੀ ਮਾਂ ਦੀ ਦੇਖਭਾਲ · كانت الرعاية جيدة'],
    ['joiners, in Persian and in emoji', 'می‌خواهم 👩🏽‍⚕️'],
    ['bidirectional marks', '‏عربي‏ and ⁦English⁩'],
    ['lines and tabs', 'one\r\ntwo\tthree\n'],
    ['nothing at all', ''],
    ['letters beyond the first plane', '𐍈𝒳'],
    ['letters of a private use area, which some fonts need', '\uE000'],
  ])('is kept letter for letter: %s', (_what, story) => {
    const parsed = Submission.safeParse(changed('/answers/story', story));
    expect(parsed.data?.answers.story).toBe(story);
  });

  it.each([
    ['U+0000', 'a\u0000b'],
    ['the first half of a surrogate pair', 'a\uD83D'],
    ['the second half of a surrogate pair', '\uDE00b'],
    ['an escape character', '\u001B[31m'],
    ['a control character of the second kind', '\u0085'],
    ['a delete', '\u007F'],
  ])('is refused with %s, in an answer and everywhere else', (_what, text) => {
    for (const at of ['/answers/story', '/about/services/0/name', '/contact/name', '/source/partner']) expect(faultsIn(changed(at, text))).toEqual([at]);
  });

  it('is counted by the question set, not here: a story of any length passes the schema', () => {
    expect(faultsIn(changed('/answers/story', emoji(20_001)))).toEqual([]);
  });

  it('is counted in characters, not in halves of them', () => {
    expect(faultsIn(changed('/contact/name', emoji(300)))).toEqual([]);
    expect(faultsIn(changed('/contact/name', emoji(301)))).toEqual(['/contact/name']);
  });
});

describe('a key that every object has', () => {
  // The endpoint refuses these names before the schema runs; the schema must do no harm with them.
  it.each(['__proto__', 'constructor', 'prototype'])('%s changes no other object', (key) => {
    for (const at of ['"answers":{', '"source":{', '{']) {
      Submission.safeParse(JSON.parse(JSON.stringify(submission).replace(at, `${at}"${key}":{"polluted":"yes"},`)));
    }
    expect(({} as {polluted?: string}).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('what third parties add', () => {
  const extended = (extensions: unknown) => faultsIn(changed('/extensions', extensions));

  it('is taken under addresses of their own', () => {
    expect(extended({'https://a.example/ward-type': 'surgical'})).toEqual([]);
    expect(extended(Object.fromEntries(Array.from({length: 8}, (_, index) => [`https://a.example/${index}`, 'x'])))).toEqual([]);
  });

  it('is refused where it is too much, or under no address', () => {
    expect(extended(Object.fromEntries(Array.from({length: 9}, (_, index) => [`https://a.example/${index}`, 'x'])))).toEqual(['/extensions']);
    expect(extended({ward: 'surgical'})[0]).toMatch(/^\/extensions/);
    expect(extended({'http://a.example/x': 'y'})[0]).toMatch(/^\/extensions/);
    expect(extended({'https://a.example/x': emoji(1001)})[0]).toMatch(/^\/extensions/);
    expect(extended({'https://a.example/x': 7})[0]).toMatch(/^\/extensions/);
  });
});
