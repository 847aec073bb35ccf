import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

/** Every text of ours as the translators get it; what is filled in counts as one word. */
function texts(): string[] {
  const xliff = readFileSync(new URL('../../xliff/en-XA.xlf', import.meta.url), 'utf8');
  const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '’'};
  return [...xliff.matchAll(/<source>(.*?)<\/source>/gsu)].map(([, source = '']) => source.replace(/<x [^>]*\/>/g, 'X').replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole));
}

const sentences = (text: string) => text.split(/(?<=[.?!…])\s+|\n/u);
const wordsIn = (sentence: string) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('whoever reads slowly', () => {
  it('finds no sentence of ours longer than twenty words', () => {
    const all = texts();
    expect(all.length).toBeGreaterThan(800);
    expect(all.flatMap(sentences).filter((sentence) => wordsIn(sentence) > 20)).toEqual([]);
  });
});
