import {canBeMisspelt, lettersOf} from './spelling.js';

/** Which words stand where: the part of an index that is made of words alone. */
export interface WordTable {
  words: readonly string[];
  from: Uint32Array;
  holders: Uint32Array;
  holderPlaces: Uint8Array;
  letters: Int32Array;
  lengths: Uint8Array;
}

const holdingsAtATime = 100_000;

/** Gathers which word stands in which service, and sorts that by word at the end. */
export class Gatherer {
  readonly #numbers = new Map<string, number>();
  readonly #wordOf: number[] = [];
  readonly #holderOf: number[] = [];
  readonly #placesOf: number[] = [];

  /** Notes the words of one service, each with the bits of its places. */
  add(placed: ReadonlyMap<string, number>, holder: number): void {
    for (const [word, places] of placed) {
      this.#wordOf.push(this.#number(word));
      this.#holderOf.push(holder);
      this.#placesOf.push(places);
    }
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The table, made in short steps: holders are sorted by counting, so that none takes long. */
  *table(): Generator<void, WordTable> {
    const words = [...this.#numbers.keys()].sort();
    yield;
    const rank = new Uint32Array(words.length);
    for (const [position, word] of words.entries()) rank[this.#number(word)] = position;
    yield;
    const from = new Uint32Array(words.length + 1);
    for (const number of this.#wordOf) from[rank[number]! + 1]! += 1;
    for (let word = 0; word < words.length; word += 1) from[word + 1]! += from[word]!;
    yield;
    const next = from.slice();
    const holders = new Uint32Array(this.#wordOf.length);
    const holderPlaces = new Uint8Array(this.#wordOf.length);
    for (const [position, number] of this.#wordOf.entries()) {
      const slot = next[rank[number]!]!++;
      holders[slot] = this.#holderOf[position]!;
      holderPlaces[slot] = this.#placesOf[position]!;
      if (position % holdingsAtATime === 0) yield;
    }
    return {words, from, holders, holderPlaces, ...shapesOf(words)};
  }
}

function shapesOf(words: readonly string[]): Pick<WordTable, 'letters' | 'lengths'> {
  const letters = new Int32Array(words.length);
  const lengths = new Uint8Array(words.length);
  for (const [position, word] of words.entries()) {
    letters[position] = lettersOf(word);
    lengths[position] = canBeMisspelt(word) ? word.length : 0;
  }
  return {letters, lengths};
}
