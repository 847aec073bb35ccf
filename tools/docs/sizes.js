// @ts-check
import {budgets} from '../../build/sizes.js';
import {code, joinParts, pageHeader, table} from './markdown.js';

/** What a budget is of, where its name is no element's. */
const names = /** @type {Record<string, string>} */ ({
  'care-elements.js': 'the pasted script, `care-elements.js`',
  delivery: 'what keeps and sends feedback, of what the whole form loads',
});

export function sizesPage() {
  return joinParts([
    pageHeader('Sizes', 'the budgets in `build/sizes.js`'),
    'What a page may load at most, compressed (brotli), Lit included. *First* is what must have come before the element works; *whole* is all that it may ever load in English, which comes while a person reads. A test in `test/package/` holds the build to these. A KB is 1,024 bytes.',
    table(['', 'first', 'whole'], Object.entries(budgets).map(([name, {first, whole, withScript}]) => [names[name] ?? `${code(`<${name}>`)}${withScript ? ', with the pasted script' : ''}`, inKilobytes(first), inKilobytes(whole)])),
    '`npm run bench -- sizes` prints what the build that is there takes, and of which files.',
  ]);
}

/** @param {number | undefined} bytes */
function inKilobytes(bytes) {
  return bytes === undefined ? '–' : `${bytes / 1024} KB`;
}
