// @ts-check
// Between the texts of the source and the files that translators get, XLIFF 1.2.
import {mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {RuntimeLitLocalizer} from '@lit/localize-tools/lib/modes/runtime.js';
import ts from 'typescript';

/** @typedef {import('./extract.js').Text} Text */
/** @typedef {ConstructorParameters<typeof RuntimeLitLocalizer>[0]} RuntimeConfig */

/**
 * The tags of the languages that there are: those with a file in `folder`.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function languagesIn(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.xlf')).map((name) => name.slice(0, -'.xlf'.length)).sort();
}

/**
 * Brings the XLIFF files of these languages in `folder` up to date: texts that
 * are new stand in them without a translation, and those that are there keep theirs.
 * @param {readonly Text[]} texts
 * @param {readonly string[]} languages
 * @param {string} folder
 */
export async function writeXliff(texts, languages, folder) {
  await mkdir(folder, {recursive: true});
  await localizer(texts, languages, folder).writeInterchangeFiles();
}

/**
 * The translations in the XLIFF files of `folder`: for each language the code of
 * every text by its id, and what is missing, or is a translation of nothing.
 * @param {readonly Text[]} texts
 * @param {readonly string[]} languages
 * @param {string} folder
 * @returns {Promise<{languages: Map<string, Map<string, string>>, faults: string[]}>}
 */
export async function readTranslations(texts, languages, folder) {
  const out = await mkdtemp(join(tmpdir(), 'care-words-'));
  try {
    // It goes on with English where a translation is missing, so nothing but the warning tells.
    const faults = await warningsOf(() => localizer(texts, languages, folder, out).build());
    const read = await Promise.all(languages.map(async (language) => /** @type {const} */ ([language, entriesOf(await readFile(join(out, `${language}.ts`), 'utf8'))])));
    return {languages: new Map(read), faults};
  } finally {
    await rm(out, {recursive: true, force: true});
  }
}

/**
 * lit-localize with these texts, which it then need not look for itself.
 * @param {readonly Text[]} texts
 * @param {readonly string[]} languages
 * @param {string} xliffDir
 * @param {string} [outputDir]
 */
function localizer(texts, languages, xliffDir, outputDir = xliffDir) {
  const made = new RuntimeLitLocalizer(/** @type {RuntimeConfig} */ ({
    baseDir: xliffDir,
    resolve: (path) => path,
    sourceLocale: 'en',
    targetLocales: [...languages],
    output: {mode: 'runtime', language: 'ts', outputDir},
    interchange: {format: 'xliff', xliffDir},
  }));
  made.extractSourceMessages = () => ({messages: /** @type {ReturnType<typeof made.extractSourceMessages>['messages']} */ ([...texts]), errors: []});
  return made;
}

/**
 * The entries of a module that lit-localize has written. It takes every text for
 * HTML; ours are plain, so what it has escaped is itself again.
 * @param {string} module
 * @returns {Map<string, string>} the code of each text by its id
 */
function entriesOf(module) {
  const file = ts.createSourceFile('module.ts', module, ts.ScriptTarget.ES2022, true);
  /** @type {Map<string, string>} */
  const entries = new Map();
  /** @param {ts.Node} node */
  const look = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) {
      entries.set(node.name.text, node.initializer.getText(file).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
    } else ts.forEachChild(node, look);
  };
  look(file);
  return entries;
}

/** @param {() => Promise<void>} work */
async function warningsOf(work) {
  const {warn} = console;
  /** @type {string[]} */
  const lines = [];
  console.warn = (...line) => lines.push(line.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return lines;
}
