import {describe, expect, it} from 'vitest';
import {extractTexts} from '../../tools/words/extract.js';

const sentences = (text: string) => text.split(/(?<=[.?!…])\s+|\n/u);
const wordsIn = (sentence: string) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('whoever reads slowly', () => {
  it('finds no sentence of ours longer than twenty words', async () => {
    // What is filled in counts as one word.
    const all = (await extractTexts()).texts.map(({contents}) => contents.map((part) => (typeof part === 'string' ? part : 'X')).join(''));
    expect(all.length).toBeGreaterThan(800);
    expect(all.flatMap(sentences).filter((sentence) => wordsIn(sentence) > 20)).toEqual([]);
  });
});
