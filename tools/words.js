// @ts-check
// node tools/words.js            brings xliff/ up to date with the texts of src/, and makes src/locale/generated/ from both
// node tools/words.js --check    fails when that would change anything, or when a translation is missing
// node tools/words.js add LANG   begins a translation: makes xliff/LANG.xlf, with every text still to be translated
//
// The languages that there are, are those with a file in xliff/.
import {copyFile, cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {root} from '../build/builds.js';
import {catalogueModules} from './words/catalogues.js';
import {extractTexts, generated, xliff} from './words/extract.js';
import {textsBySurface, textsLeftOut} from './words/surfaces.js';
import {languagesIn, readTranslations, writeXliff} from './words/translations.js';

/** Of what is wrong; a translation that has only been begun lacks a thousand texts. */
const mostShown = 20;
const work = join(root, 'node_modules', '.cache', 'care-elements', `words-${process.pid}`);

try {
  const {values, positionals} = parseArgs({options: {check: {type: 'boolean', default: false}}, allowPositionals: true});
  process.exitCode = await run(positionals, values.check);
} finally {
  await rm(work, {recursive: true, force: true});
}

/**
 * @param {string[]} words what was typed after the command
 * @param {boolean} isCheck
 * @returns {Promise<number>} the exit code
 */
async function run([command, tag, ...more], isCheck) {
  if (more.length > 0 || (command !== undefined && command !== 'add')) return complain('words takes nothing, --check, or "add" with a language tag, such as "add cy".');
  const extracted = await extractTexts();
  const languages = await languagesIn(xliff);
  if (command === 'add') {
    if (!isTag(tag)) return complain(`"add" takes the BCP 47 tag of the language, such as cy or zh-Hant${tag === undefined ? '' : `, not "${tag}"`}.`);
    if (!languages.some((each) => each === tag)) await writeXliff(extracted.texts, [tag], xliff);
    console.log(`xliff/${tag}.xlf has every text. Once all are translated, run "npm run words".`);
    return 0;
  }

  const catalogues = textsBySurface(extracted);
  await mkdir(join(work, 'generated'), {recursive: true});
  await cp(xliff, join(work, 'xliff'), {recursive: true}).catch(() => mkdir(join(work, 'xliff')));
  await writeXliff(extracted.texts, languages, join(work, 'xliff'));
  const read = await readTranslations(extracted.texts, languages, join(work, 'xliff'));
  for (const [name, code] of catalogueModules(catalogues, read.languages)) await writeFile(join(work, 'generated', name), code);

  const stale = [...(await differences(join(work, 'xliff'), xliff)), ...(await differences(join(work, 'generated'), generated))];
  if (!isCheck) for (const {from, to} of stale) await (from ? copyFile(from, to) : rm(to));
  const faults = [
    ...read.faults,
    ...textsLeftOut(extracted, catalogues).map(({id, file, program}) => `${id} in src/${file} would always be English: ${program ? `src/${program} can show it, and loads no catalogue that has it` : 'nothing that runs comes to it'} (tools/words/surfaces.js).`),
    ...(isCheck && stale.length > 0 ? [`Out of date: ${stale.map(({to}) => to.slice(root.length)).join(', ')}. Run "npm run words".`] : []),
  ];
  for (const fault of faults.slice(0, mostShown)) console.error(fault);
  if (faults.length > mostShown) console.error(`… and ${faults.length - mostShown} more.`);
  if (faults.length === 0) console.log(`${extracted.texts.length} texts on ${catalogues.size} surfaces, in English and ${languages.length} other language${languages.length === 1 ? '' : 's'}, nothing missing.`);
  return faults.length > 0 ? 1 : 0;
}

/** @param {string} reason */
function complain(reason) {
  console.error(reason);
  return 2;
}

/**
 * @param {string | undefined} tag
 * @returns {tag is string}
 */
function isTag(tag) {
  return tag !== undefined && tag !== 'en' && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag);
}

/**
 * @param {string} made
 * @param {string} kept
 * @returns {Promise<{from?: string, to: string}[]>} what differs; without `from`, what should go
 */
async function differences(made, kept) {
  const [madeNames, keptNames] = [await readdir(made), await readdir(kept).catch(() => /** @type {string[]} */ ([]))];
  if (madeNames.length > 0) await mkdir(kept, {recursive: true});
  /** @type {{from?: string, to: string}[]} */
  const changed = [];
  for (const name of madeNames) {
    const same = keptNames.includes(name) && (await readFile(join(made, name), 'utf8')) === (await readFile(join(kept, name), 'utf8'));
    if (!same) changed.push({from: join(made, name), to: join(kept, name)});
  }
  for (const name of keptNames) if (!madeNames.includes(name)) changed.push({to: join(kept, name)});
  return changed;
}
