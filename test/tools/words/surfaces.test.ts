import {describe, expect, it} from 'vitest';
import ts from 'typescript';
import {extractTexts} from '../../../tools/words/extract.js';
import {importGraph} from '../../../tools/words/import-graph.js';
import {programs, surfaces, teamSurfaces, textsBySurface, textsLeftOut} from '../../../tools/words/surfaces.js';

/** Source in which a file has the text that is called like it. */
function sourceOf(files: Record<string, string>) {
  const parsed = new Map(Object.entries(files).map(([name, code]) => [name, ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true)]));
  return {files: Object.fromEntries(Object.keys(files).map((name) => [name, [name]])), graph: Object.fromEntries(importGraph(parsed))};
}
const sorted = (ids: Iterable<string> | undefined) => [...(ids ?? [])].sort();

describe('a text of this project', () => {
  it('is on no public page’s catalogue where only the team sees it', async () => {
    const source = await extractTexts();
    const catalogues = textsBySurface(source);
    const isTeams = (file: string) => /^endpoint\/((inbox|alerts|commands|access|concerns|directory\/export)\/|.*-command\.ts$)/.test(file);
    const [teams, everybodys] = [true, false].map((ofTeam) => new Set(Object.entries(source.files).flatMap(([file, ids]) => (isTeams(file) === ofTeam ? ids : []))));
    const onlyTeams = [...teams!].filter((id) => !everybodys!.has(id));
    expect(onlyTeams.length).toBeGreaterThan(150);

    const publicSurfaces = Object.keys(surfaces).filter((name) => !teamSurfaces.includes(name));
    expect(publicSurfaces).toHaveLength(7);
    for (const name of publicSurfaces) expect({[name]: onlyTeams.filter((id) => catalogues.get(name)!.has(id))}).toEqual({[name]: []});
    // Every tag's page is a public one.
    for (const [program, loads] of Object.entries(programs)) if (program.startsWith('define/')) expect(loads.filter((name) => teamSurfaces.includes(name))).toEqual([]);
  });

  it('is on the surface of every program that can show it', async () => {
    const source = await extractTexts();
    expect(textsLeftOut(source, textsBySurface(source))).toEqual([]);
  });

  it('is loaded with the form’s first view where that shows it, as what a panel shows at first is with the panel’s', async () => {
    const source = await extractTexts();
    const catalogues = textsBySurface(source);
    const withFirst = (entry: string, surface: string) => textsLeftOut({...source, graph: Object.fromEntries(Object.entries(source.graph).map(([file, {statically}]) => [file, {statically, later: []}]))}, catalogues, {[entry]: [surface]}).filter(({program}) => program);
    expect(withFirst('define/care-feedback.ts', 'form-first')).toEqual([]);
    expect(withFirst('define/care-signpost.ts', 'help')).toEqual([]);
    expect(withFirst('define/care-signpost.ts', 'panel')).not.toEqual([]);
  });
});

describe('which surface a text is on', () => {
  const tags = sourceOf({
    'one.ts': "import './both.js'; import type {Never} from './types.js'; export const later = () => import('./later.js');",
    'two.ts': "import {both} from './both.js'; import {type Never} from './types.js';",
    'both.ts': "export {deep} from './deep.js';",
    'deep.ts': '',
    'later.ts': '',
    'types.ts': '',
  });

  it('follows from what is imported, however deep, and not from what is imported for its types', () => {
    const catalogues = textsBySurface(tags, {first: {from: ['one.ts']}, two: {from: ['two.ts']}});
    expect(sorted(catalogues.get('first'))).toEqual(['both.ts', 'deep.ts', 'one.ts']);
    expect(sorted(catalogues.get('two'))).toEqual(['both.ts', 'deep.ts', 'two.ts']);
  });

  it('leaves out what is loaded beside it', () => {
    const catalogues = textsBySurface(tags, {first: {from: ['one.ts']}, rest: {from: ['one.ts'], later: true, beside: ['first']}});
    expect(sorted(catalogues.get('rest'))).toEqual(['later.ts']);
    expect(() => textsBySurface(tags, {rest: {from: ['one.ts'], beside: ['first']}, first: {from: ['one.ts']}})).toThrow('before first');
  });

  it('may be one that two tags share, which holds what each of them may show', () => {
    expect(sorted(textsBySurface(tags, {shared: {from: [], sharedBy: ['one.ts', 'two.ts']}}).get('shared'))).toEqual(['both.ts', 'deep.ts']);
  });

  it('must not be none: what nothing runs, and what runs without its words, is named', () => {
    const catalogues = textsBySurface(tags, {first: {from: ['one.ts']}});
    expect(textsLeftOut(tags, catalogues, {'one.ts': ['first']})).toEqual([
      {id: 'later.ts', file: 'later.ts', program: 'one.ts'},
      {id: 'two.ts', file: 'two.ts'},
      {id: 'types.ts', file: 'types.ts'},
    ]);
  });

  it('must begin with a file that is there', () => {
    expect(() => textsBySurface(tags, {first: {from: ['gone/*.ts']}})).toThrow('No file is src/gone/*.ts');
  });
});
