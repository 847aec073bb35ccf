// @ts-check
// node tools/words.js           takes the texts from src/ into xliff/ and makes src/locale/generated/ from it
// node tools/words.js --check   fails when that would change anything, or when a translation is missing
import {copyFile, cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {readConfigFileAndWriteSchema} from '@lit/localize-tools/lib/config.js';
import {RuntimeLitLocalizer} from '@lit/localize-tools/lib/modes/runtime.js';
import {extractMessagesFromProgram} from '@lit/localize-tools/lib/program-analysis.js';
import {printDiagnostics, readTsConfig} from '@lit/localize-tools/lib/typescript.js';
import ts from 'typescript';
import {root} from '../vite/builds.js';
import {translate} from './pseudo-locale.js';

const {values: {check}} = parseArgs({options: {check: {type: 'boolean', default: false}}});
const xliffDir = join(root, 'xliff');
const generatedDir = join(root, 'src', 'locale', 'generated');
const work = join(root, 'node_modules', '.cache', 'care-elements', `words-${process.pid}`);
/** @typedef {ConstructorParameters<typeof RuntimeLitLocalizer>[0]} RuntimeConfig */
const config = readConfigFileAndWriteSchema(join(root, 'lit-localize.json'));

try {
  await mkdir(join(work, 'xliff'), {recursive: true});
  await mkdir(join(work, 'generated'), {recursive: true});
  const {texts, missing} = await make();
  const stale = [...(await differences(join(work, 'xliff'), xliffDir)), ...(await differences(join(work, 'generated'), generatedDir))];
  if (!check) {
    for (const {from, to} of stale) await (from ? copyFile(from, to) : rm(to));
  }
  for (const line of missing) console.error(line);
  if (check && stale.length) console.error(`Out of date: ${stale.map(({to}) => to.slice(root.length)).join(', ')}. Run "npm run words".`);
  const wrong = missing.length > 0 || (check && stale.length > 0);
  if (!wrong) console.log(`${texts} texts, ${config.targetLocales.length} language${config.targetLocales.length === 1 ? '' : 's'} beside English, nothing missing.`);
  process.exitCode = wrong ? 1 : 0;
} finally {
  await rm(work, {recursive: true, force: true});
}

/** Makes the XLIFF files and the modules anew, in the folder for work. */
async function make() {
  const settings = /** @type {RuntimeConfig} */ ({
    ...config,
    output: {...config.output, outputDir: join(work, 'generated')},
    interchange: {...config.interchange, xliffDir: join(work, 'xliff')},
  });
  await mkdir(xliffDir, {recursive: true});
  await cp(xliffDir, join(work, 'xliff'), {recursive: true});

  // lit-localize adds to the file that it finds, in an order that depends on
  // the past. The pseudo-locale holds no work of people's, so it starts anew.
  const pseudoFile = join(work, 'xliff', 'en-XA.xlf');
  await rm(pseudoFile, {force: true});
  const extracted = extract();
  if (extracted.errors.length) {
    printDiagnostics(extracted.errors);
    throw new Error('lit-localize could not take every text from the source.');
  }
  const texts = extracted.messages.length;
  if (texts === 0) throw new Error('lit-localize found no text.');
  await localizer(settings, extracted).writeInterchangeFiles();
  await writeFile(pseudoFile, translate(await readFile(pseudoFile, 'utf8')));

  // The first has the translations from before those of the pseudo-locale in its memory.
  const missing = await warnings(() => localizer(settings, extracted).build());
  for (const locale of config.targetLocales) {
    const file = join(work, 'generated', `${locale}.ts`);
    await writeFile(file, tidy(await readFile(file, 'utf8')));
  }
  return {texts, missing};
}

/**
 * Every text in the source. To ask for the type of every call in src/ takes
 * longest, so this looks only into files that can have a text.
 */
function extract() {
  const {fileNames, options} = readTsConfig(config.resolve(config.tsConfig ?? 'tsconfig.json'));
  const program = ts.createProgram(fileNames, options);
  // A text is given to a `msg`, or to what is said to be one by its type.
  const files = program.getSourceFiles().filter(({text}) => /\b(msg|Message|MsgFn)\b/.test(text));
  return extractMessagesFromProgram({...program, getSourceFiles: () => files});
}

/**
 * lit-localize with these settings, which need not extract the texts itself.
 * @param {RuntimeConfig} settings
 * @param {ReturnType<typeof extract>} extracted
 */
function localizer(settings, extracted) {
  const made = new RuntimeLitLocalizer(settings);
  made.extractSourceMessages = () => extracted;
  return made;
}

/**
 * What lit-localize warns of: a translation that is missing, or one of nothing.
 * It goes on with English then, so nothing but the warning tells.
 * @param {() => Promise<void>} work
 */
async function warnings(work) {
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

/**
 * The module as we use it: `str` without lit-localize's runtime, which speaks on
 * `window`, and plain text instead of the HTML that lit-localize takes it for.
 * @param {string} module
 */
function tidy(module) {
  if (/from 'lit'/.test(module)) throw new Error('A text is an html`…` template. Texts are plain strings: give msg() a string or str`…`.');
  const strings = module.includes("from '@lit/localize'") ? "import {str} from '../words.js';\n\n" : '';
  const entries = module
    .slice(module.indexOf('= {') + 3, module.lastIndexOf('};'))
    .trim()
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return `// Made by "npm run words" from xliff/. Change that, not this.\n${strings}export const templates = {\n${entries}\n};\n`;
}

/**
 * @param {string} made
 * @param {string} kept
 * @returns {Promise<{from?: string, to: string}[]>} what differs; without `from`, what should go
 */
async function differences(made, kept) {
  await mkdir(kept, {recursive: true});
  const [madeNames, keptNames] = [await readdir(made), await readdir(kept)];
  const changed = [];
  for (const name of madeNames) {
    const same = keptNames.includes(name) && (await readFile(join(made, name), 'utf8')) === (await readFile(join(kept, name), 'utf8'));
    if (!same) changed.push({from: join(made, name), to: join(kept, name)});
  }
  for (const name of keptNames) if (!madeNames.includes(name)) changed.push({to: join(kept, name)});
  return changed;
}
