import {describe, expect, it} from 'vitest';
import {budgets, sizes} from '../../vite/sizes.js';

describe('what a page must load, compressed', () => {
  const measured = sizes();
  const size = (name: string) => measured.find((each) => each.name === name);

  it('is little for the pasted script, with no Lit in it', () => {
    expect(size('care-elements.js')?.first).toBeLessThanOrEqual(1536);
  });

  it('lets a person begin with what fits a connection’s first flight', () => {
    expect(size('care-feedback')?.first).toBeLessThanOrEqual(14 * 1024);
  });

  it('keeps the whole form within its budget', () => {
    expect(size('care-feedback')?.whole).toBeLessThanOrEqual(36 * 1024);
  });

  it.each(measured.filter(({name}) => budgets[name]))('is within the budget for $name', ({name, first = 0, whole = 0}) => {
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(budgets[name]?.first ?? Infinity);
    expect(whole).toBeLessThanOrEqual(budgets[name]?.whole ?? Infinity);
  });
});
