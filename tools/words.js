// @ts-check
// node tools/words.js           takes the texts from src/ into xliff/ and makes src/locale/generated/ from it
// node tools/words.js --check   fails when that would change anything, or when a translation is missing
import {execFile} from 'node:child_process';
import {copyFile, cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {root} from '../vite/builds.js';
import {translate} from './pseudo-locale.js';

const run = promisify(execFile);
const check = process.argv.includes('--check');
const xliffDir = join(root, 'xliff');
const generatedDir = join(root, 'src', 'locale', 'generated');
const work = join(root, 'node_modules', '.cache', 'care-elements', `words-${process.pid}`);
const config = JSON.parse(await readFile(join(root, 'lit-localize.json'), 'utf8'));

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
  const settings = join(work, 'lit-localize.json');
  await writeFile(settings, JSON.stringify({...config, tsConfig: join(root, config.tsConfig), output: {...config.output, outputDir: join(work, 'generated')}, interchange: {...config.interchange, xliffDir: join(work, 'xliff')}}));
  await mkdir(xliffDir, {recursive: true});
  await cp(xliffDir, join(work, 'xliff'), {recursive: true});

  // lit-localize adds to the file that it finds, in an order that depends on
  // the past. The pseudo-locale holds no work of people's, so it starts anew.
  const pseudoFile = join(work, 'xliff', 'en-XA.xlf');
  await rm(pseudoFile, {force: true});
  const extracted = await litLocalize('extract', settings);
  const texts = Number(/Extracted (\d+) messages/.exec(extracted)?.[1] ?? 0);
  if (texts === 0) throw new Error(`lit-localize found no text:\n${extracted}`);
  await writeFile(pseudoFile, translate(await readFile(pseudoFile, 'utf8')));

  const built = await litLocalize('build', settings);
  const missing = built.split('\n').filter((line) => /is missing|does not exist/.test(line));
  for (const locale of config.targetLocales) {
    const file = join(work, 'generated', `${locale}.ts`);
    await writeFile(file, tidy(await readFile(file, 'utf8')));
  }
  return {texts, missing};
}

/**
 * @param {string} command
 * @param {string} settings
 * @returns {Promise<string>} what it printed
 */
async function litLocalize(command, settings) {
  const tool = join(root, 'node_modules', '@lit', 'localize-tools', 'bin', 'lit-localize.js');
  const {stdout, stderr} = await run(process.execPath, [tool, command, '--config', settings], {cwd: root}).catch((error) => {
    throw new Error(`lit-localize ${command} failed:\n${error.stdout}${error.stderr}`);
  });
  return stdout + stderr;
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
