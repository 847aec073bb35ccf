import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {afterAll, describe, expect, it} from 'vitest';
import {filesOf, staticGraph, wholeGraph} from '../../build/graph.js';
import {budgets, languageBudget, languageSizes, nearBudgets, sizes, sizeTable} from '../../build/sizes.js';

describe('what a page must load, compressed', async () => {
  const measured = sizes();
  // Told while there is still room, so that nobody meets a budget on the day they need some.
  afterAll(() => {
    const near = nearBudgets(measured);
    if (near.length === 0) return;
    console.log(`Near a budget:\n${near.join('\n')}`);
    console.table(sizeTable(measured));
  });
  const files = filesOf(fileURLToPath(new URL('../../dist/elements', import.meta.url)));
  const definition = (tag: string) => Object.keys(files).find((file) => files[file]!.source === `src/define/${tag}.ts`)!;
  const size = (name: string) => measured.find((each) => each.name === name);

  it('is little for the pasted script, with no Lit in it', () => {
    expect(size('care-elements.js')?.first).toBeLessThanOrEqual(1536);
  });

  it('lets a person begin with little', () => {
    expect(size('care-feedback')?.first).toBeLessThanOrEqual(20 * 1024);
  });

  it('keeps the whole form within its budget', () => {
    expect(size('care-feedback')?.whole).toBeLessThanOrEqual(52 * 1024);
  });

  it('is two files beside the script for a rating, which asks at most for a third', () => {
    expect(staticGraph(files, definition('care-rating'))).toHaveLength(2);
  });

  it.each(['care-rating', 'care-place'])('holds nothing of zod for %s, now or later', (tag) => {
    const holding = wholeGraph(files, definition(tag)).filter((file) => readFileSync(new URL(`../../dist/elements/${file}`, import.meta.url), 'utf8').includes('_zod'));
    expect(holding).toEqual([]);
  });

  it('is at most 5 KB for what keeps and sends, sealing and storage included', () => {
    expect(size('delivery')?.whole).toBeGreaterThan(2 * 1024);
    expect(size('delivery')?.whole).toBeLessThanOrEqual(5 * 1024);
  });

  it.each(await languageSizes())('is little for $name in $language: what it shows at first, and all that it may show', ({first, whole}) => {
    expect(first).toBeGreaterThan(1024);
    expect(first).toBeLessThanOrEqual(languageBudget.first);
    expect(whole).toBeLessThanOrEqual(languageBudget.whole);
  });

  it.each(measured.filter(({name}) => budgets[name]))('is within the budget for $name', ({name, first = 0, whole = 0}) => {
    expect(first + whole).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(budgets[name]?.first ?? Infinity);
    expect(whole).toBeLessThanOrEqual(budgets[name]?.whole ?? Infinity);
  });
});

describe('a size near its budget', () => {
  it('is told from 95 % on, and one that is over it too', () => {
    const measured = [{name: 'care-rating', first: 11_673}, {name: 'care-place', first: 15_565}, {name: 'care-feedback', first: 20_480, whole: 60_000}];
    expect(nearBudgets(measured)).toEqual(['care-place: 95 % of 16,384 bytes at first', 'care-feedback: 100 % of 20,480 bytes at first', 'care-feedback: 112 % of 53,248 bytes in all']);
  });
});
