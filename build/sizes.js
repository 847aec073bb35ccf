// @ts-check
// What a page loads for each part of the browser build, in bytes of brotli.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {generated} from '../tools/words/extract.js';
import {pseudoCatalogues} from '../tools/words/pseudo-catalogues.js';
import {programs} from '../tools/words/surfaces.js';
import {filesOf, staticGraph, wholeGraph} from './graph.js';
import {root} from './builds.js';

const folder = join(root, 'dist', 'elements');
const KB = 1024;
const script = 'care-elements.js';
/** What keeps and sends feedback, beside what a form has loaded at first. */
const delivery = 'delivery';

/**
 * In bytes. `first`: what must have come before the element works, `whole`: all
 * it may ever load, without the translations. `withScript` counts the pasted script to `first`.
 * @type {Record<string, {first?: number, whole?: number, withScript?: boolean}>}
 */
export const budgets = {
  [script]: {first: 1.5 * KB},
  'care-feedback': {first: 20 * KB, whole: 52 * KB, withScript: true},
  'care-place': {first: 16 * KB},
  'care-rating': {first: 12 * KB},
  'care-signpost': {first: 16 * KB},
  [delivery]: {whole: 5 * KB},
};

/** From here on a size is near its budget, and told before it is over. */
const near = 0.95;

/**
 * The sizes beside their budgets, for `console.table`.
 * @param {{name: string, first?: number, whole?: number}[]} measured
 */
export function sizeTable(measured) {
  return Object.fromEntries(measured.map(({name, first, whole}) => [name, {'at first': first, 'may be': budgets[name]?.first, 'in all': whole, 'may be in all': budgets[name]?.whole}]));
}

/**
 * What is near a budget or over it, each with the share of it that it takes.
 * @param {{name: string, first?: number, whole?: number}[]} measured
 * @returns {string[]} such as `care-rating: 98 % of 12,288 bytes at first`
 */
export function nearBudgets(measured) {
  return measured.flatMap(({name, ...size}) => /** @type {const} */ (['first', 'whole']).flatMap((part) => {
    const share = (size[part] ?? 0) / (budgets[name]?.[part] ?? Infinity);
    return share < near ? [] : [`${name}: ${Math.floor(share * 100)} % of ${budgets[name]?.[part]?.toLocaleString('en-GB')} bytes ${part === 'first' ? 'at first' : 'in all'}`];
  }));
}

/** What a language may add to an element, in bytes: to its first view, and to all that it may ever show. */
export const languageBudget = {first: 6 * KB, whole: 20 * KB};

/** What is known of who can help counts to the panel that shows it, and not to the form that may point there too. */
const ofThePanel = /^chunks\/(signpost(ing|s)|fetch-signposts|form-signposts)/;

/** What no form loads that works, asks the usual questions in English, and finds nothing left from a month ago. */
const elsewhere = ['cannot-start', 'other-sets', 'undelivered'].map((name) => `src/elements/care-feedback/${name}.ts`).concat('src/locale/translated.ts');

/**
 * The sizes of the build as it lies in dist/elements: of the script and of each element, in English.
 * @returns {{name: string, first?: number, whole?: number}[]}
 */
export function sizes() {
  const files = filesOf(folder);
  const translations = Object.keys(files).filter((file) => files[file]?.source?.startsWith('src/locale/generated/'));
  const scriptSize = compressed([script]);
  const elements = Object.keys(files).flatMap((file) => {
    const name = /^src\/define\/(.+)\.ts$/.exec(files[file]?.source ?? '')?.[1];
    if (!name) return [];
    const first = compressed(staticGraph(files, file)) + (budgets[name]?.withScript ? scriptSize : 0);
    return [{name, first, whole: compressed(wholeGraph(files, file).filter((each) => !translations.includes(each) && !(name === 'care-feedback' && (ofThePanel.test(each) || elsewhere.includes(files[each]?.source ?? '')))))}];
  });
  const named = (/** @type {string} */ source) => Object.keys(files).find((file) => files[file]?.source === source) ?? '';
  const form = staticGraph(files, named('src/define/care-feedback.ts'));
  const outbox = staticGraph(files, named('src/delivery/outbox/page-outbox.ts')).filter((file) => !form.includes(file));
  return [{name: script, first: compressed(staticGraph(files, script))}, ...elements, {name: delivery, whole: compressed(outbox)}];
}

/**
 * What each language adds to each element: the languages that there are, and the
 * pseudo-language, which is about a third longer than English and so as long as
 * most. Measured as the catalogues stand in src/, which is some bytes more than
 * what is built from them.
 * @returns {Promise<{language: string, name: string, first: number, whole: number}[]>}
 */
export async function languageSizes() {
  const pseudo = await pseudoCatalogues();
  const tags = readdirSync(generated).flatMap((name) => /^rating\.(.+)\.ts$/.exec(name)?.[1] ?? []);
  /** @type {(surface: string, tag: string) => number} */
  const sizeOf = (surface, tag) => brotli(pseudo.get(`${surface}.${tag}.ts`) ?? readFileSync(join(generated, `${surface}.${tag}.ts`)));
  return ['en-XA', ...tags].flatMap((language) => Object.entries(programs).flatMap(([program, surfaces]) => {
    const name = /^define\/(.+)\.ts$/.exec(program)?.[1];
    const [first = 0, ...others] = surfaces.map((surface) => sizeOf(surface, language));
    return name ? [{language, name, first, whole: others.reduce((sum, each) => sum + each, first)}] : [];
  }));
}

/** @param {string[]} files */
function compressed(files) {
  return files.reduce((sum, file) => sum + brotli(readFileSync(join(folder, file))), 0);
}

/** @param {string | Uint8Array} content */
function brotli(content) {
  return brotliCompressSync(content, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
}
