// @ts-check
// Prints what a page loads for each element, in bytes of brotli, against the budgets.
import {buildIfStale} from '../tools/build.js';
import {budgets, languageBudget, languageSizes, sizes} from '../build/sizes.js';

await buildIfStale(['elements']);
console.table(
  Object.fromEntries(
    sizes().map(({name, first, whole}) => [
      name,
      {'at first': first, 'may be': budgets[name]?.first, 'in all': whole, 'may be in all': budgets[name]?.whole},
    ]),
  ),
);
console.log('What a language adds. en-XA is nobody’s: English, about a third longer.');
console.table(
  Object.fromEntries(
    (await languageSizes()).map(({language, name, first, whole}) => [
      `${name}, ${language}`,
      {'at first': first, 'may be': languageBudget.first, 'in all': whole, 'may be in all': languageBudget.whole},
    ]),
  ),
);
