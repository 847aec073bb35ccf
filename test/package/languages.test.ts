import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfStale} from '../../tools/build.js';
import {extractTexts} from '../../tools/words/extract.js';
import {longer, pseudoLanguages, rightToLeft} from '../../tools/words/pseudo-languages.js';
import {surfaces, teamSurfaces, textsBySurface} from '../../tools/words/surfaces.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const codeIn = (folder: string) => readdirSync(join(dist, folder), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.js')).map((name) => ({name: `${folder}/${name}`, code: readFileSync(join(dist, folder, name), 'utf8')}));

describe('what is shipped', () => {
  beforeAll(() => buildIfStale(['package']));

  it('speaks no language that nobody speaks', () => {
    const tags = Object.keys(pseudoLanguages).join('|');
    const signs = new RegExp(`${tags}|${longer('Continue').slice(0, -4).replace('[', '\\[')}|${rightToLeft('Continue')}`, 'i');
    for (const sign of [...Object.keys(pseudoLanguages), longer('Continue'), rightToLeft('Continue')]) expect(sign).toMatch(signs);
    const files = ['elements', 'endpoint', 'package'].flatMap(codeIn);
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(({code, name}) => signs.test(code) || signs.test(name)).map(({name}) => name)).toEqual([]);
  });

  it('brings the team’s words to no browser, in whichever language', async () => {
    const catalogues = textsBySurface(await extractTexts());
    const everybodys = new Set(Object.keys(surfaces).filter((name) => !teamSurfaces.includes(name)).flatMap((name) => [...catalogues.get(name)!]));
    const teams = teamSurfaces.flatMap((name) => [...catalogues.get(name)!]).filter((id) => !everybodys.has(id));
    expect(teams.length).toBeGreaterThan(150);
    for (const {name, code} of ['elements', 'package'].flatMap(codeIn)) expect({[name]: teams.filter((id) => code.includes(id))}).toEqual({[name]: []});
    expect(readdirSync(join(dist, 'package/locale/generated')).filter((name) => /^(inbox|plain-pages)\./.test(name))).toEqual([]);
  });
});
