import {describe, expect, it} from 'vitest';
import {circles, effectsOnImport, gatherings, hangingOnBuiltIns, impurities, lostImports, roomCircles, wrongArrows, wrongDoors} from './rules.js';
import {readSource, type Source} from './source.js';

const source = readSource();
const made = (files: Record<string, string>): Source => new Map(Object.entries(files));

describe('the house', () => {
  it('is there to be looked at', () => {
    expect(source.size).toBeGreaterThan(10);
  });

  it('has imports along the design’s arrows only', () => {
    expect(wrongArrows(source)).toEqual([]);
  });

  it('lets each room of the endpoint, and each element, be entered by its doors only', () => {
    expect(wrongDoors(source)).toEqual([]);
  });

  it('has no rooms that need each other', () => {
    expect(roomCircles(source)).toEqual([]);
  });

  it('imports no file that is not there', () => {
    expect(lostImports(source)).toEqual([]);
  });

  it('has no file that imports itself through others', () => {
    expect(circles(source)).toEqual([]);
  });

  it('has no barrel and no folder for odds and ends', () => {
    expect(gatherings(source)).toEqual([]);
  });

  it('does nothing when it is imported, but where that is the purpose', () => {
    expect(effectsOnImport(source)).toEqual([]);
  });

  it('keeps rules apart from the page, the clock and the network', () => {
    expect(impurities(source)).toEqual([]);
  });

  it('hangs on no built-in that pages replace or freeze, where that would harm what is sent', () => {
    expect(hangingOnBuiltIns(source)).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['a static import', "import {x} from '../endpoint/x.js';"],
    ['an import of a type', "import type {X} from '../endpoint/x.js';"],
    ['a dynamic import', "export const x = () => import('../endpoint/x.js');"],
    ['an import within a type', "export type X = import('../endpoint/x.js').X;"],
    ['something passed on', "export {x} from '../endpoint/x.js';"],
  ])('finds %s against the arrows', (_kind, text) => {
    expect(wrongArrows(made({'contract/a.ts': text}))).toEqual(['contract/a.ts imports endpoint/x.ts']);
  });

  it('finds a package outside its home, and a folder that nobody planned', () => {
    expect(wrongArrows(made({'contract/a.ts': "import {html} from 'lit';"}))).toEqual(['contract/a.ts imports lit']);
    expect(wrongArrows(made({'things/a.ts': ''}))).toEqual(['things/a.ts lies in no folder of the design']);
  });

  it('finds a room of the endpoint that reaches into another, past its entry, and one that nobody planned', () => {
    expect(wrongDoors(made({'endpoint/inbox/a.ts': "import {x} from '../submissions/persist.js';"}))).toEqual(['endpoint/inbox/a.ts imports endpoint/submissions/persist.ts']);
    expect(wrongDoors(made({'endpoint/inbox/a.ts': "import {x} from '../submissions/accept-submission.js';"}))).toEqual([]);
    expect(wrongDoors(made({'endpoint/inbox/a.ts': "import {x} from '../store/sqlite/sqlite-store.js';"}))).toEqual(['endpoint/inbox/a.ts imports endpoint/store/sqlite/sqlite-store.ts']);
    expect(wrongDoors(made({'endpoint/inbox/a.ts': "import {x} from '../serve.js';"}))).toEqual(['endpoint/inbox/a.ts imports endpoint/serve.ts']);
    expect(wrongDoors(made({'endpoint/store/a.ts': "import {x} from '../inbox/x.js';"}))).toEqual(['endpoint/store/a.ts imports endpoint/inbox/x.ts']);
    expect(wrongDoors(made({'endpoint/serve.ts': "import {x} from './inbox/x.js';"}))).toEqual([]);
    expect(wrongDoors(made({'endpoint/things/a.ts': ''}))).toEqual(['endpoint/things/a.ts lies in no room of the design']);
  });

  it('finds an element that reaches into another', () => {
    expect(wrongDoors(made({'elements/care-place/a.ts': "import {x} from '../care-rating/x.js';"}))).toEqual(['elements/care-place/a.ts imports elements/care-rating/x.ts']);
    expect(wrongDoors(made({'elements/shared/rating-mark/a.ts': "import {x} from '../../care-rating/x.js';"}))).toHaveLength(1);
    expect(wrongDoors(made({'elements/shared/rating-mark/a.ts': "import {x} from '../quick-exit/x.js';"}))).toEqual([]);
  });

  it('finds rooms that need each other', () => {
    expect(roomCircles(made({'endpoint/inbox/a.ts': "import {x} from '../retention/erase.js';", 'endpoint/retention/b.ts': "import {x} from '../inbox/a.js';"}))).toEqual(['inbox', 'retention']);
  });

  it('finds a circle of three', () => {
    const files = made({'contract/a.ts': "import './b.js';", 'contract/b.ts': "import type {C} from './c.js';", 'contract/c.ts': "import('./a.js');"});
    expect(circles(files)).toEqual(['contract/a.ts → contract/b.ts → contract/c.ts → contract/a.ts']);
  });

  it('finds barrels and odds and ends', () => {
    expect(gatherings(made({'contract/all.ts': "export * from './a.js';", 'contract/index.ts': 'export const a = 1;', 'contract/utils/a.ts': 'export const a = 1;'}))).toHaveLength(3);
  });

  it.each(["customElements.define('a-b', A);", "window.addEventListener('online', go);", 'export const width = document.body.clientWidth;', "import './other.js';", 'export class A { static root = document; }'])('finds the effect of %s', (text) => {
    expect(effectsOnImport(made({'elements/a.ts': text}))).not.toEqual([]);
  });

  it('leaves functions, types and properties of that name alone', () => {
    const text = 'interface A {document: Document} export const a = {document: 1}; export function b(window: number) { return window + document.title.length; }';
    expect(effectsOnImport(made({'elements/a.ts': text}))).toEqual([]);
  });

  it.each(['export const now = () => Date.now();', 'export const get = () => fetch("/x");', 'export const title = () => document.title;'])('finds that a rule is not pure in %s', (text) => {
    expect(impurities(made({'domain/questionnaire/a.ts': text}))).not.toEqual([]);
  });

  it.each([
    'export const copy = Array.from(list);', 'export const bytes = Uint8Array.from([1]);', 'export const text = JSON.stringify({});', 'export const now = () => Date.now();', 'export const then = new Date(0);',
    'export const chance = () => Math.random();', 'export const {subtle} = crypto.subtle;', 'export const get = () => fetch("/x");', 'export const text = btoa("x");', 'export const bytes = new TextEncoder();',
    "export class Lost extends Error { override name = 'Lost'; }", "export class Lost extends TypeError { constructor() { super(); this.name = 'Lost'; } }",
  ])('finds that it would go wrong on a page with built-ins of its own in %s', (text) => {
    expect(hangingOnBuiltIns(made({'delivery/client/a.ts': text}))).toHaveLength(1);
    expect(hangingOnBuiltIns(made({'endpoint/a.ts': text}))).toEqual([]);
  });

  it('lets an error have a name that is not assigned', () => {
    expect(hangingOnBuiltIns(made({'delivery/client/a.ts': "export class Lost extends Error { readonly reason = 1; override get name(): string { return 'Lost'; } }"}))).toEqual([]);
  });
});
