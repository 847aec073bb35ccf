import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {pointer} from '../../src/contract/problem.js';
import {signpostDirectoryFault} from '../../src/contract/signpost-guard.js';
import {SignpostDirectory} from '../../src/contract/signposts.js';
import {situationValues} from '../../src/contract/situation-values.js';
import {words} from '../../src/locale/words.js';
import {linkOf, shownWays} from '../../src/domain/signposting/shown-ways.js';
import {builtInSignposts} from '../../src/domain/signposting/built-in-directory.js';
import {whoCanHelp} from '../../src/domain/signposting/who-can-help.js';
import {changedAt, placesIn} from '../support/contract/changed-at.js';

/** A directory in which every key of the schema stands. */
const directory: SignpostDirectory = {
  language: 'en',
  bodies: [
    {
      id: 'example-help', name: 'Example Help', does: 'It helps.', doesNot: 'It does not decide.', checked: '2026-11-20', nation: 'england', area: ['Exampleshire'], until: '2027-03-31', successor: 'other-help',
      ways: [
        {kind: 'phone', value: '01632 960123', checked: '2026-11-20', source: 'its site', note: 'Then press 1.'},
        {kind: 'text', value: '85258', checked: null, known: true, message: 'SHOUT'},
        {kind: 'relay', value: '18001 01632 960123', checked: null},
        {kind: 'bsl', value: 'https://example.org/bsl', checked: null},
        {kind: 'web', value: 'https://example.org', checked: null},
        {kind: 'email', value: 'help@example.org', checked: null},
        {kind: 'post', value: '1 Example Street', checked: null},
      ],
      hours: {words: 'Always.', checked: null}, cost: {words: 'Free.', checked: '2026-11-20', source: 'its site'}, limits: {words: 'A year.', checked: null},
    },
    {id: 'other-help', name: 'Other Help', does: 'It helps too.', ways: [], checked: null},
  ],
  routes: [
    {id: 'complaint', nation: 'england', when: {wants: ['complain', 'unknown'], nation: ['england'], danger: ['no'], age: ['adult'], care: ['health'], pays: ['nhs'], service: ['gp'], profession: ['doctor'], complained: ['no'], detained: ['no'], died: ['no']}, steps: [{body: 'example-help', reason: 'It answers first.', months: 12, when: {complained: ['no']}}, {route: 'after', when: {}}]},
    {id: 'after', steps: [{body: 'other-help'}]},
  ],
};

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** As an earlier browser sees it: only with the keys that this version knows. */
function withoutLaterKeys(value: unknown): unknown {
  const only = (keys: readonly string[], inner: Readonly<Record<string, (value: unknown) => unknown>> = {}) => (holder: unknown) =>
    isHolder(holder) ? Object.fromEntries(Object.entries(holder).filter(([key]) => keys.includes(key)).map(([key, each]) => [key, inner[key]?.(each) ?? each])) : holder;
  const each = (known: (value: unknown) => unknown) => (list: unknown) => (Array.isArray(list) ? list.map(known) : list);
  const fact = only(['words', 'source', 'checked']);
  const way = (one: unknown) => only(['kind', 'value', 'source', 'checked', 'known', 'note', ...(isHolder(one) && one['kind'] === 'text' ? ['message'] : [])])(one);
  const body = only(['id', 'name', 'does', 'doesNot', 'ways', 'hours', 'cost', 'limits', 'nation', 'area', 'until', 'successor', 'checked'], {ways: each(way), hours: fact, cost: fact, limits: fact});
  // A condition of a later version is known by being a list of words, too.
  const isLater = (key: string, values: unknown) => !(key in situationValues) && Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'string');
  const when = (holder: unknown) => (isHolder(holder) ? Object.fromEntries(Object.entries(holder).filter(([key, values]) => !isLater(key, values))) : holder);
  const step = (one: unknown) => only(isHolder(one) && one['body'] === undefined && one['route'] !== undefined ? ['route', 'when'] : ['body', 'reason', 'months', 'when'], {when})(one);
  const route = only(['id', 'nation', 'when', 'steps'], {when, steps: each(step)});
  return only(['language', 'bodies', 'routes'], {bodies: each(body), routes: each(route)})(value);
}

const emoji = (characters: number) => '\u{1F600}'.repeat(characters);

/** Values on both sides of every limit that a directory has. */
const odd: unknown[] = [
  undefined, null, true, false, 0, 1, 1.5, -1, 120, 121, '', ' ', 'example-help', 'Example', 'a'.repeat(64), 'a'.repeat(65), '-a', 'en', 'not a tag', 'england', 'france', 'unknown', 'complain', 'phone', 'fax', 'text', 'email', 'web',
  '2026-02-28', '2026-02-29', '2024-02-29', '2026-13-01', '2026-11-31', '2026-1-1', '2026-11-24T00:00:00Z', '+002026-11-24', '0000-01-01',
  '999', '9', '01632 960123', '+44 1632 960123', '0800 HELP', '1'.repeat(20), '1'.repeat(21), 'help@example.org', 'help@example', '.help@example.org', 'he..lp@example.org', 'help@exämple.org', 'help @example.org', 'a@b.c.de',
  'https://example.org/x', 'http://example.org', 'http://127.0.0.1/', 'javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'https://u:p@example.org/',
  emoji(40), emoji(41), emoji(200), emoji(201), emoji(500), emoji(501), emoji(1000), emoji(1001), emoji(100), emoji(101), 'half \uD83D', 'nul \u0000',
  [], [null], ['england'], ['unknown'], ['no', 'unknown'], ['maybe'], [7], [[]], {}, [{}], {words: 'Always.', checked: null}, {body: 'a'}, {route: 'a'}, [{body: 'a'}], [{route: 'a'}], [{body: 'a', route: 'b'}], {wants: ['complain']}, {wants: []}, {wants: 'complain'},
  {kind: 'phone', value: '999', checked: null}, {kind: 'fax', value: '999', checked: null}, {kind: 'web', value: 'javascript:alert(1)', checked: null}, {kind: 'constructor', value: 'x', checked: null}, {kind: 'phone', value: '999', checked: null, message: 'x'},
];

const agree = (value: unknown) => (signpostDirectoryFault(value) === undefined) === SignpostDirectory.safeParse(withoutLaterKeys(value)).success;

describe('the small guard for directories of who can help', () => {
  it('takes what the schema takes: an example with every key, and the built-in directory', () => {
    for (const whole of [directory, builtInSignposts(words('en'))]) {
      expect(SignpostDirectory.safeParse(whole).error).toBeUndefined();
      expect(signpostDirectoryFault(whole)).toBeUndefined();
    }
  });

  it('says the same as the schema with each odd value in each place', () => {
    const disagreed = placesIn(directory).flatMap((path) => odd.filter((value) => !agree(changedAt(directory, path, value))).map((value) => `${pointer(path)} ${JSON.stringify(value)?.slice(0, 60)}`));
    expect(disagreed).toEqual([]);
  });

  it('says the same as the schema for several changes at once, and for anything else', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), {minLength: 1, maxLength: 3});
    fc.assert(fc.property(changes, (each) => {
      let value: unknown = directory;
      for (const [place, put] of each) {
        const places = placesIn(value);
        value = changedAt(value, places[place % places.length]!, put);
      }
      return agree(value);
    }), {numRuns: 2000});
    fc.assert(fc.property(fc.jsonValue(), agree));
  });

  it('takes keys that a later version adds anywhere, and an earlier browser works with them', () => {
    const holders = placesIn(directory).filter((path) => isHolder(path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], directory as unknown)));
    expect(holders.length).toBeGreaterThan(20);
    for (const path of holders) {
      const later = changedAt(directory, [...path, 'added-later'], ['unknown', 'other']) as SignpostDirectory;
      expect(signpostDirectoryFault(later), pointer(path)).toBeUndefined();
      expect(whoCanHelp(later, {wants: 'complain', danger: 'no', complained: 'no'}, '2026-11-24')).toBeInstanceOf(Array);
    }
  });

  it('refuses a condition of a later version that no browser could judge', () => {
    for (const later of ['other', 7, [], [7], {in: ['x']}]) expect(signpostDirectoryFault(changedAt(directory, ['routes', 0, 'when', 'added-later'], later))).toContain('/routes/0/when/added-later');
  });

  it('lets nothing through from which a link could become anything but a web address, a call, a text or an email', () => {
    const values = fc.oneof(fc.constantFrom(...odd.filter((value) => typeof value === 'string')), fc.webUrl(), fc.string());
    const kinds = fc.constantFrom('phone', 'text', 'relay', 'bsl', 'web', 'email', 'post');
    fc.assert(fc.property(kinds, values, (kind, value) => {
      const whole = changedAt(directory, ['bodies', 0, 'ways'], [{kind, value, checked: '2026-11-20'}]) as SignpostDirectory;
      if (signpostDirectoryFault(whole)) return;
      for (const link of shownWays(whole.bodies[0]!).map(linkOf)) expect(link ?? 'tel:').toMatch(/^(https:\/\/|tel:|sms:|mailto:)/);
    }), {numRuns: 2000});
  });

  it('tells a developer where the first fault is', () => {
    expect(signpostDirectoryFault({...directory, language: undefined})).toBe('/language is missing');
    expect(signpostDirectoryFault(changedAt(directory, ['bodies', 0, 'ways', 0, 'value'], '0800 HELP'))).toBe('/bodies/0/ways/0/value cannot be "0800 HELP"');
    expect(signpostDirectoryFault(changedAt(directory, ['bodies', 0, 'ways', 0, 'kind'], 'fax'))).toBe('/bodies/0/ways/0/kind cannot be "fax"');
    expect(signpostDirectoryFault(changedAt(directory, ['routes', 0, 'steps', 1, 'route'], undefined))).toBe('/routes/0/steps/1/body is missing');
    expect(signpostDirectoryFault('<!doctype html>')).toBe('it cannot be "<!doctype html>"');
  });
});
