// @ts-check
// The modules in src/locale/generated/: for each surface where its translations lie, and one with its texts for each language.

/**
 * @param {ReadonlyMap<string, ReadonlySet<string>>} catalogues the ids of the texts of each surface
 * @param {ReadonlyMap<string, ReadonlyMap<string, string>>} languages the code of each text by its id, for each language
 * @param {readonly string[]} [others] languages that have their modules already
 * @returns {Map<string, string>} the code of each module by its name in the folder
 */
export function catalogueModules(catalogues, languages, others = []) {
  const tags = [...languages.keys(), ...others].sort();
  /** @type {Map<string, string>} */
  const modules = new Map();
  for (const [surface, ids] of catalogues) {
    modules.set(`${surface}.ts`, `${first}import type {Catalogue} from '../languages.js';\n\n${listOf(surface, tags)}`);
    for (const [tag, texts] of languages) modules.set(`${surface}.${tag}.ts`, `${first}${moduleOf([...texts].filter(([id]) => ids.has(id)))}`);
  }
  return modules;
}

const first = '// Made by "npm run words" from src/ and xliff/. Change those, not this.\n';

/**
 * @param {string} surface
 * @param {readonly string[]} tags
 */
function listOf(surface, tags) {
  const name = surface.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const lines = tags.map((tag) => `  '${tag.toLowerCase()}': () => import('./${surface}.${tag}.js'),\n`);
  return `export const ${name}Catalogue: Catalogue = {${lines.length > 0 ? `\n${lines.join('')}` : ''}};\n`;
}

/** @param {readonly (readonly [id: string, code: string])[]} texts */
function moduleOf(texts) {
  const entries = texts.map(([id, code]) => `'${id}': ${code},\n`).join('');
  return `${/: str`/.test(entries) ? "import {str} from '../words.js';\n\n" : ''}export const templates = {\n${entries}};\n`;
}
