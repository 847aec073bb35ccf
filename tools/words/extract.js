// @ts-check
// Every text of src/, taken by lit-localize, with the file that says it.
import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';
import {extractMessagesFromProgram} from '@lit/localize-tools/lib/program-analysis.js';
import {printDiagnostics, readTsConfig} from '@lit/localize-tools/lib/typescript.js';
import ts from 'typescript';
import {root} from '../../build/builds.js';
import {importGraph} from './import-graph.js';
import {noteFor} from './notes.js';

/** @typedef {{name: string, file: {fileName: string}, contents: (string | {untranslatable: string, index: number})[], tag?: 'str' | 'html', desc?: string}} Text as lit-localize knows it; `name` is its id, and it puts texts in the order of their files */
/** @typedef {{texts: Text[], files: Record<string, string[]>, graph: Record<string, import('./import-graph.js').Needs>}} Extracted ids by the path in src/ of each file that has texts, and what each file imports */

export const source = join(root, 'src');
export const generated = join(source, 'locale', 'generated');
export const xliff = join(root, 'xliff');
const cache = join(root, 'node_modules', '.cache', 'care-elements', 'words');

/** @type {Promise<Extracted> | undefined} */
let extracted;

/**
 * The texts as the source has them now. It takes seconds, so what was found is
 * kept until the source changes; runs beside each other find the same.
 * @returns {Promise<Extracted>}
 */
export function extractTexts() {
  return (extracted ??= onceFor('texts', async () => JSON.stringify(extract())).then((found) => JSON.parse(found)));
}

/**
 * What `make` makes of the source, made once for each state of it.
 * @param {string} name
 * @param {() => Promise<string>} make
 * @param {string[]} [circumstances] what else it depends on
 * @returns {Promise<string>}
 */
export async function onceFor(name, make, circumstances = []) {
  const file = join(cache, `${name}-${await keyOfSource(circumstances)}.json`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const made = await make();
  await mkdir(cache, {recursive: true});
  for (const old of await readdir(cache)) if (old.startsWith(`${name}-`)) await rm(join(cache, old), {force: true});
  // Another run may read it at any time, and must never see half of it.
  const unfinished = join(cache, `.${name}-${process.pid}`);
  await writeFile(unfinished, made);
  await rename(unfinished, file);
  return made;
}

/**
 * Of the content of all that decides on texts, so that no clock can mislead.
 * @param {string[]} circumstances
 */
async function keyOfSource(circumstances) {
  const folders = [source, join(root, 'tools', 'words')];
  const within = await Promise.all(folders.map(async (folder) => (await readdir(folder, {recursive: true})).map((name) => join(folder, name))));
  const files = within.flat().filter((file) => /\.(ts|js)$/.test(file) && dirname(file) !== generated).sort();
  const hash = createHash('sha256').update(JSON.stringify(circumstances));
  for (const file of [...files, ...['package.json', 'tsconfig.json', 'tsconfig.words.json'].map((name) => join(root, name))]) hash.update(`\n${relative(root, file)}\n`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * To ask for the type of every call in src/ takes longest, so this looks only
 * into files that can have a text: one is given to a `msg`, or to what is said
 * to be one by its type.
 * @returns {Extracted}
 */
function extract() {
  const {fileNames, options} = readTsConfig(join(root, 'tsconfig.words.json'));
  const program = ts.createProgram(fileNames, options);
  const ours = program.getSourceFiles().filter(({fileName}) => !relative(source, fileName).startsWith('..') && dirname(fileName) !== generated);
  const pathOf = (/** @type {ts.SourceFile} */ {fileName}) => relative(source, fileName).replaceAll('\\', '/');
  const speaking = ours.filter(({text}) => /\b(msg|Message|MsgFn)\b/.test(text));
  const textsIn = (/** @type {ts.SourceFile[]} */ files) => extractMessagesFromProgram({...program, getSourceFiles: () => files});

  const {messages, errors} = textsIn(speaking);
  if (errors.length > 0) {
    printDiagnostics(errors);
    throw new Error('lit-localize could not take every text from the source.');
  }
  if (messages.length === 0) throw new Error('lit-localize found no text.');
  const html = messages.find(({tag}) => tag === 'html');
  if (html) throw new Error(`${pathOf(html.file)} has a text that is an html\`…\` template. Texts are plain strings: give msg() a string or str\`…\`.`);
  const inEach = speaking.map((file) => /** @type {const} */ ([pathOf(file), textsIn([file]).messages])).filter(([, found]) => found.length > 0);
  const notes = new Map(inEach.flatMap(([, found]) => found).flatMap(({name, node, desc}) => {
    const note = desc ?? noteFor(name, node);
    return note === undefined ? [] : [/** @type {const} */ ([name, note])];
  }));
  return {
    texts: messages.map(({name, file, contents, tag}) => ({name, file: {fileName: pathOf(file)}, contents, ...(tag && {tag}), ...(notes.has(name) && {desc: notes.get(name)})})),
    files: Object.fromEntries(inEach.map(([path, found]) => [path, found.map(({name}) => name)])),
    graph: Object.fromEntries(importGraph(new Map(ours.map((file) => [pathOf(file), file])))),
  };
}
