// @ts-check
// What a page loads for each part of the browser build, in bytes of brotli.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {staticGraph, wholeGraph} from './graph.js';
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

/** What is known of who can help counts to the panel that shows it, and not to the form that may point there too. */
const ofThePanel = /^chunks\/(signpost(ing|s)|form-signposts)/;

/** What no form loads that works, asks the usual questions in English, and finds nothing left from a month ago. */
const elsewhere = ['cannot-start', 'other-sets', 'undelivered'].map((name) => `src/elements/care-feedback/${name}.ts`).concat('src/locale/translated.ts');

/**
 * The sizes of the build as it lies in dist/elements: of the script, of each
 * element, and of each language (`whole` only).
 * @returns {{name: string, first?: number, whole?: number}[]}
 */
export function sizes() {
  /** @type {import('./graph.js').Manifest} */
  const {files} = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
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
  const outbox = staticGraph(files, named('src/delivery/on-this-page.ts')).filter((file) => !form.includes(file));
  const languages = translations.map((file) => ({name: /([^/]+)\.ts$/.exec(files[file]?.source ?? '')?.[1] ?? file, whole: compressed([file])}));
  return [{name: script, first: compressed(staticGraph(files, script))}, ...elements, {name: delivery, whole: compressed(outbox)}, ...languages];
}

/** @param {string[]} files */
function compressed(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file)), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length, 0);
}
