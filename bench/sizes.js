// @ts-check
// Prints what a page loads for each element, in bytes of brotli, against the budgets.
import {buildIfStale} from '../tools/build.js';
import {languageBudget, languageSizes, nearBudgets, sizes, sizeTable} from '../build/sizes.js';

await buildIfStale(['elements']);
const measured = sizes();
console.table(sizeTable(measured));
for (const line of nearBudgets(measured)) console.log(`Near its budget: ${line}.`);
console.log('What a language adds. en-XA is nobody’s: English, about a third longer.');
console.table(
  Object.fromEntries(
    (await languageSizes()).map(({language, name, first, whole}) => [
      `${name}, ${language}`,
      {'at first': first, 'may be': languageBudget.first, 'in all': whole, 'may be in all': languageBudget.whole},
    ]),
  ),
);
