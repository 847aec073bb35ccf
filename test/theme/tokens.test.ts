import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {base} from '../../src/theme/base.js';
import {controls} from '../../src/theme/controls.js';
import {fields} from '../../src/theme/fields.js';
import {tokens} from '../../src/theme/tokens.js';
import {contrast} from '../support/theme/contrast.js';

type Scheme = 'light' | 'dark';

const source = readFileSync(new URL('../../src/theme/tokens.ts', import.meta.url), 'utf8');

/** The table that page authors read: what holds where a page sets nothing. */
const documented = new Map(
  [...source.matchAll(/^ \* \| `(--care-[a-z-]+)` \|.*\|([^|]+)\|([^|]*)\|$/gm)].map(([, name, light, dark]) => [name!, {light: colourIn(light!), dark: colourIn(dark!)}]),
);

function colourIn(cell: string): string | undefined {
  return /#[0-9a-f]{6}/.exec(cell)?.[0];
}

// Buttons and faults have theirs beside them, for elements that have none.
const [plain, younger] = [0, 1].map((place) => [tokens, controls].map(({cssText}) => cssText.split('@supports')[place]).join('')) as [string, string];

function colour(name: string, scheme: Scheme): string {
  const pair = new RegExp(`var\\(--care-colour-${name}, light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)\\)`).exec(younger);
  expect(pair, `the colour ${name} for browsers that know light-dark()`).not.toBeNull();
  return pair![scheme === 'light' ? 1 : 2]!;
}

/** Words need 4.5, edges and rings 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: [string, string, number][] = [
  ['text', 'background', 7],
  ['hint', 'background', 4.5],
  ['link', 'background', 4.5],
  ['error', 'background', 4.5],
  ['accent-text', 'accent', 4.5],
  ['accent', 'background', 3],
  ['border', 'background', 3],
  ['focus', 'text', 3],
];

describe.each<Scheme>(['light', 'dark'])('on a %s page, anybody can read', (scheme) => {
  it.each(pairs)('%s on %s, at %f or more', (front, back, least) => {
    expect(contrast(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(least);
  });
});

const shared = `${base.cssText}${controls.cssText}${fields.cssText}`;

describe('the tokens', () => {
  it('give browsers that do not know light-dark() the light colours, and light controls', () => {
    for (const [, name, value] of plain.matchAll(/var\(--care-colour-([a-z-]+), (#[0-9a-f]{6})\)/g)) expect(value).toBe(colour(name!, 'light'));
    expect(plain).toContain('--_scheme: light;');
    expect(plain).not.toContain('light-dark');
  });

  it('are documented, each with the colours that it has', () => {
    const used = new Set([...`${plain}${younger}${shared}`.matchAll(/var\((--care-[a-z-]+)/g)].map(([, name]) => name!));
    expect([...documented.keys()].sort()).toEqual([...used].sort());
    for (const [name, {light, dark}] of documented) {
      if (!light) continue;
      const short = name.replace('--care-colour-', '');
      expect({name, light, dark}).toEqual({name, light: colour(short, 'light'), dark: colour(short, 'dark')});
    }
  });

  it('are all that the shared styles read', () => {
    const given = new Set([...`${plain}${younger}${shared}`.matchAll(/(--_[a-z-]+):/g)].map(([, name]) => name!));
    const read = new Set([...shared.matchAll(/var\((--_[a-z_-]+)/g)].map(([, name]) => name!));
    expect([...read].filter((name) => !given.has(name))).toEqual([]);
    expect([...given].filter((name) => !read.has(name))).toEqual([]);
  });
});

describe('the shared styles', () => {
  it('measure nothing by the page’s own letter size, but for growing where somebody has it enlarged', () => {
    expect(`${shared}${tokens.cssText}`.replace('max(1em, 2rem - 28px)', '')).not.toMatch(/\drem\b/);
  });

  it('follow the direction of writing', () => {
    expect(shared).not.toMatch(/(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![-\w])(?:width|height|left|right):|text-align: (?:left|right)/);
  });

  it('fix no height that longer words would run out of', () => {
    expect(shared.match(/(?<!min-|-)block-size: (?!1px|auto|max\((?:24|14)px)/g)).toBeNull();
  });
});
