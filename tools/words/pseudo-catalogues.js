// @ts-check
// The catalogues as they would be with the pseudo-languages, for what runs our source: tests and stories.
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {catalogueModules} from './catalogues.js';
import {extractTexts, onceFor, xliff} from './extract.js';
import {pseudoLanguages, translated} from './pseudo-languages.js';
import {textsBySurface} from './surfaces.js';
import {languagesIn, readTranslations, writeXliff} from './translations.js';

/** @type {Promise<Map<string, string>> | undefined} */
let made;

/**
 * By their names in src/locale/generated/. They take the way of a real language,
 * through XLIFF, so that a text that is lost on it is lost here too.
 * @returns {Promise<Map<string, string>>}
 */
export function pseudoCatalogues() {
  return (made ??= languagesIn(xliff)
    .then((real) => onceFor('pseudo', async () => JSON.stringify([...(await make(real))]), real))
    .then((modules) => new Map(JSON.parse(modules))));
}

/** @param {readonly string[]} real the languages that people speak */
async function make(real) {
  const extracted = await extractTexts();
  const folder = await mkdtemp(join(tmpdir(), 'care-xliff-'));
  try {
    const tags = Object.keys(pseudoLanguages);
    await writeXliff(extracted.texts, tags, folder);
    for (const [tag, translate] of Object.entries(pseudoLanguages)) {
      const file = join(folder, `${tag}.xlf`);
      await writeFile(file, translated(await readFile(file, 'utf8'), translate));
    }
    const {languages, faults} = await readTranslations(extracted.texts, tags, folder);
    if (faults.length > 0) throw new Error(`The pseudo-languages are not whole:\n${faults.join('\n')}`);
    return catalogueModules(textsBySurface(extracted), languages, real);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
