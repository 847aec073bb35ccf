// @ts-check
// Prints what a page loads for each element, in bytes of brotli, against the budgets.
import {buildIfStale} from '../tools/build.js';
import {budgets, sizes} from '../vite/sizes.js';

await buildIfStale(['elements']);
console.table(
  Object.fromEntries(
    sizes().map(({name, first, whole}) => [
      name,
      {'at first': first, 'may be': budgets[name]?.first, 'in all': whole, 'may be in all': budgets[name]?.whole},
    ]),
  ),
);
