import {describe, expect, it} from 'vitest';
import {walk, ways} from '../../bench/running/form-length.js';
import {openPage} from '../support/open-page.js';
import {visitDemo} from '../support/end-to-end/demo-visit.js';

const visit = visitDemo();

/** The pages before the receipt and the words on them, as somebody sees them on a telephone. */
async function lengthOf(name: string): Promise<{pages: number; words: number; headings: string[]}> {
  const way = ways(visit.demo).find((each) => each.name === name)!;
  const page = await openPage(visit.browser);
  await page.setViewport({width: 390, height: 664});
  page.on('dialog', (dialog) => void dialog.accept());
  const lengths = await walk(page, way);
  await page.close();
  return {pages: lengths.length, words: lengths.reduce((sum, each) => sum + each.words, 0), headings: lengths.map(({heading}) => heading)};
}

describe('what somebody has to read before they have told', () => {
  it('is at most nine pages and 600 words for one’s own care that was good, in one sentence', async () => {
    const {pages, words, headings} = await lengthOf('shortest, in the element');
    expect(pages, headings.join(' · ')).toBeLessThanOrEqual(9);
    expect(words).toBeLessThanOrEqual(600);
  });

  it('is at most fourteen pages for whoever is asked everything', async () => {
    const {pages, headings} = await lengthOf('longest, in the element');
    expect(pages, headings.join(' · ')).toBeLessThanOrEqual(14);
    expect(headings).toEqual(expect.arrayContaining(['Did these services work well together? (optional)', 'Before you go on: speaking up as a worker', 'Have you told the service?']));
  });

  it('is as short a way without script', async () => {
    const {pages, words} = await lengthOf('shortest, in plain pages');
    expect(pages).toBeLessThanOrEqual(9);
    expect(words).toBeLessThanOrEqual(700);
  });
});
