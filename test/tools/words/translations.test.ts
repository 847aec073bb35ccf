import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {catalogueModules} from '../../../tools/words/catalogues.js';
import type {Text} from '../../../tools/words/extract.js';
import {pseudoCatalogues} from '../../../tools/words/pseudo-catalogues.js';
import {languagesIn, readTranslations, writeXliff} from '../../../tools/words/translations.js';

const file = {fileName: 'a.ts'};
const texts: Text[] = [
  {name: 's-hello', file, contents: ['Hello & <welcome>'], desc: 'Said to whoever comes in'},
  {name: 's-count', file, contents: [{untranslatable: '${count}', index: 0}, ' people'], tag: 'str'},
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-words-test-'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const xliff = (tag: string) => readFile(join(folder, `${tag}.xlf`), 'utf8');
/** As a translator would, who has an answer for each text. */
async function translate(tag: string, answers: Record<string, string>): Promise<void> {
  const written = await xliff(tag);
  await writeFile(join(folder, `${tag}.xlf`), written.replace(/<trans-unit id="([^"]+)">\s*<source>.*?<\/source>/gs, (unit, id: string) => (answers[id] ? `${unit}<target>${answers[id]}</target>` : unit)));
}

describe('what translators get', () => {
  it('is one file for each language, with every text and what its author says of it', async () => {
    await writeXliff(texts, ['cy', 'pl'], folder);
    expect(await languagesIn(folder)).toEqual(['cy', 'pl']);
    const welsh = await xliff('cy');
    expect(welsh).toContain('target-language="cy"');
    expect(welsh).toContain('<source>Hello &amp; &lt;welcome&gt;</source>');
    expect(welsh).toContain('>Said to whoever comes in</note>');
  });

  it('keeps what they have done when texts are added', async () => {
    await writeXliff(texts.slice(0, 1), ['cy'], folder);
    await translate('cy', {'s-hello': 'Helo'});
    await writeXliff(texts, ['cy'], folder);
    expect(await xliff('cy')).toMatch(/<target>Helo<\/target>[^]*s-count/);
  });

  it('counts for no language while there are no files', async () => {
    expect(await languagesIn(join(folder, 'nothing'))).toEqual([]);
    expect(await readTranslations(texts, [], folder)).toEqual({languages: new Map(), faults: []});
  });
});

describe('a translation', () => {
  it('is at fault while a text is missing from it', async () => {
    await writeXliff(texts, ['cy'], folder);
    await translate('cy', {'s-hello': 'Helo'});
    expect((await readTranslations(texts, ['cy'], folder)).faults).toEqual([expect.stringMatching(/cy message s-count is missing/)]);
  });

  it('is at fault where it translates what nobody says any more', async () => {
    await writeXliff(texts, ['cy'], folder);
    await translate('cy', {'s-hello': 'Helo', 's-count': '<x id="0" equiv-text="${count}"/> o bobl'});
    expect((await readTranslations(texts.slice(0, 1), ['cy'], folder)).faults).toEqual([expect.stringMatching(/s-count does not exist/)]);
  });

  it('lies on each surface that has the text, and on no other', async () => {
    await writeXliff(texts, ['cy'], folder);
    await translate('cy', {'s-hello': 'Helo &amp; &lt;croeso&gt;', 's-count': 'Nifer: <x id="0" equiv-text="${count}"/>'});
    const {languages, faults} = await readTranslations(texts, ['cy'], folder);
    expect(faults).toEqual([]);
    const modules = catalogueModules(new Map([['door', new Set(['s-hello'])], ['both-doors', new Set(['s-hello', 's-count'])]]), languages);
    expect([...modules.keys()]).toEqual(['door.ts', 'door.cy.ts', 'both-doors.ts', 'both-doors.cy.ts']);
    expect(modules.get('door.cy.ts')).toContain("export const templates = {\n's-hello': `Helo & <croeso>`,\n};");
    expect(modules.get('both-doors.cy.ts')).toContain("'s-count': str`Nifer: ${0}`,");
    expect(modules.get('both-doors.ts')).toContain("export const bothDoorsCatalogue: Catalogue = {\n  'cy': () => import('./both-doors.cy.js'),\n};");
  });

  it('may be into no language: then each surface’s list is empty', () => {
    expect(catalogueModules(new Map([['door', new Set(['s-hello'])]]), new Map()).get('door.ts')).toContain('export const doorCatalogue: Catalogue = {};');
  });
});

it('the pseudo-languages have every text of every surface, each as it would come from translators', async () => {
  const modules = await pseudoCatalogues();
  const surfaces = [...modules.keys()].filter((name) => /^[\w-]+\.ts$/.test(name)).map((name) => name.slice(0, -3));
  expect(surfaces).toContain('inbox');
  for (const surface of surfaces) {
    const idsIn = (tag: string) => [...modules.get(`${surface}.${tag}.ts`)!.matchAll(/^'([^']+)':/gm)].map(([, id]) => id);
    expect(idsIn('en-XA').length).toBeGreaterThan(30);
    expect(idsIn('ar-XB')).toEqual(idsIn('en-XA'));
  }
});
