import {holderPlaces, type Index} from './search-index.js';
import {meantPostcodes, partsOfPostcode} from './fold.js';
import {bitsSet, lettersOf, slipCounter, slipsAllowed} from './spelling.js';

/**
 * How far what was typed is from what is found. Costs of a query's words add up;
 * fewer is better, and two more than the best is where results end.
 */
export const costs = {
  exact: 0,
  unfinished: 1,
  cutShort: 2,
  slip: 2,
  nearPostcode: 3,
  twoSlips: 4,
  slipAndUnfinished: 4,
  twoSlipsAndUnfinished: 5,
  missing: 6,
  missingLittle: 1,
} as const;

/** A word of the index that a typed word may stand for. `word` is its position in `Index.words`. */
export interface Candidate {
  word: number;
  cost: number;
}

/** What one typed word may stand for, nearest first. `last`: it may be unfinished. */
export function candidatesFor(index: Index, typed: string, last: boolean): Candidate[] {
  const found = [
    ...exactly(index, typed),
    ...startingWith(index, typed, last ? costs.unfinished : costs.cutShort, last ? 1 : 3),
    ...misspelt(index, typed, last),
    ...meantPostcode(index, typed),
    ...nearPostcode(index, typed),
  ];
  return nearestFirst(found);
}

/**
 * What two neighbours may stand for when they are read as one: `dn6 7jx`, `my
 * dentist`. The first list is for both words, the second for the later one.
 */
export function candidatesForPair(index: Index, first: string, second: string, last: boolean): {both: Candidate[]; later: Candidate[]} {
  const joined = first + second;
  const both = [...exactly(index, joined), ...meantPostcode(index, joined)];
  const unfinishedPostcode = last && /^[a-z]{1,2}\d[a-z\d]?$/.test(first) && /^\d[a-z]?$/.test(second);
  const later = unfinishedPostcode ? postcodesFrom(index, joined, costs.unfinished) : nearPostcode(index, joined);
  return {both, later};
}

/** Each word once, at its lowest cost, nearest first. */
export function nearestFirst(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((one, other) => one.cost - other.cost);
  const seen = new Set<number>();
  return sorted.filter(({word}) => !seen.has(word) && seen.add(word));
}

function exactly(index: Index, typed: string): Candidate[] {
  const word = firstFrom(index.words, typed);
  return index.words[word] === typed ? [{word, cost: costs.exact}] : [];
}

function startingWith(index: Index, typed: string, cost: number, shortest: number): Candidate[] {
  if (typed.length < shortest) return [];
  const found: Candidate[] = [];
  for (let word = firstFrom(index.words, typed); index.words[word]?.startsWith(typed); word += 1) {
    if (index.words[word] !== typed) found.push({word, cost});
  }
  return found;
}

function misspelt(index: Index, typed: string, last: boolean): Candidate[] {
  const most = slipsAllowed(typed);
  if (most === 0) return [];

  const found: Candidate[] = [];
  const {lengths} = index;
  const letters = lettersOf(typed);
  const slipsTo = slipCounter(typed, most);
  const longest = last ? Infinity : typed.length + most;
  for (let word = 0; word < lengths.length; word += 1) {
    const length = lengths[word]!;
    if (length < typed.length - most || length > longest || length === 0) continue;
    // A finished word shares nearly all its letters; an unfinished one may have more to come.
    const others = index.letters[word]!;
    if (bitsSet(letters & ~others) > most) continue;
    if (!last && bitsSet(letters ^ others) > 2 * most) continue;
    const cost = costOf(slipsTo(index.words[word]!), most, last);
    if (cost !== undefined) found.push({word, cost});
  }
  return found;
}

function costOf(slips: {whole: number; beginning: number}, most: number, last: boolean): number | undefined {
  if (slips.whole <= most) return slips.whole <= 1 ? costs.slip : costs.twoSlips;
  if (!last || slips.beginning > most) return undefined;
  return slips.beginning <= 1 ? costs.slipAndUnfinished : costs.twoSlipsAndUnfinished;
}

/** Where no service has what was typed, a postcode that looks like it. */
function meantPostcode(index: Index, typed: string): Candidate[] {
  const meant = meantPostcodes(typed);
  if (meant.length === 0 || exactly(index, typed).length > 0) return [];
  return meant.flatMap((postcode) => exactly(index, postcode)).filter(({word}) => isPostcode(index, word)).map(({word}) => ({word, cost: costs.slip}));
}

/** A postcode that no service has leads to its neighbours: people know their own. */
function nearPostcode(index: Index, typed: string): Candidate[] {
  const parts = partsOfPostcode(typed);
  if (!parts) return [];
  const outward = exactly(index, parts.outward).map(({word}) => ({word, cost: costs.nearPostcode + 1}));
  return [...postcodesFrom(index, parts.sector, costs.nearPostcode), ...outward];
}

function postcodesFrom(index: Index, start: string, cost: number): Candidate[] {
  return startingWith(index, start, cost, 1).filter(({word}) => isPostcode(index, word));
}

function isPostcode(index: Index, word: number): boolean {
  return (index.holderPlaces[index.from[word]!]! & holderPlaces.postcode) !== 0;
}

/** The position of the first word that is not before `word`. */
function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
