// Longer than any word of a name; keeps the counter's rows short.
const longestCorrected = 40;

/** Whether a word may be what a misspelt one was meant to be. A number or a postcode with a slip is simply another one. */
export function canBeMisspelt(word: string): boolean {
  return word.length <= longestCorrected && !/\p{N}/u.test(word);
}

/** How many slips of the finger a typed word may hold. In a short word one slip already makes another word. */
export function slipsAllowed(typed: string): 0 | 1 | 2 {
  if (typed.length < 4 || !canBeMisspelt(typed)) return 0;
  return typed.length < 8 ? 1 : 2;
}

/**
 * A set of a word's letters in 32 bits. Words that are `n` slips apart differ in
 * at most `2n` of them, so most words need no closer look.
 */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let place = 0; place < text.length; place += 1) letters |= 1 << (text.charCodeAt(place) & 31);
  return letters;
}

/** How many bits of a 32-bit number are set. */
export function bitsSet(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The slips between a typed word and another: to the whole of it, and to its nearest beginning. */
export interface Slips {
  whole: number;
  beginning: number;
}

/**
 * A counter of the slips that turn `typed` into another word: a letter left out, added,
 * changed, or swapped with its neighbour. Counts above `most` are only "more".
 *
 * The object that it returns is the same one every time; read it before the next call.
 */
export function slipCounter(typed: string, most: number): (other: string) => Slips {
  const width = typed.length + 1;
  let [before, previous, current] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  const slips: Slips = {whole: 0, beginning: 0};

  return function count(other) {
    for (let column = 0; column < width; column += 1) previous[column] = column;
    slips.beginning = previous[width - 1]!;
    for (let row = 1; row <= other.length; row += 1) {
      const least = fillRow(typed, other, row, before, previous, current);
      [before, previous, current] = [previous, current, before];
      slips.beginning = Math.min(slips.beginning, previous[width - 1]!);
      if (least > most) break;
    }
    // After a break this is the end of a row whose least is above `most`, and no later row can be lower.
    slips.whole = previous[width - 1]!;
    return slips;
  };
}

function fillRow(typed: string, other: string, row: number, before: Uint8Array, previous: Uint8Array, current: Uint8Array): number {
  current[0] = row;
  let least = current[0];
  for (let column = 1; column <= typed.length; column += 1) {
    const differs = typed.charCodeAt(column - 1) !== other.charCodeAt(row - 1);
    let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (differs ? 1 : 0));
    if (differs && row > 1 && column > 1 && typed.charCodeAt(column - 1) === other.charCodeAt(row - 2) && typed.charCodeAt(column - 2) === other.charCodeAt(row - 1)) {
      cost = Math.min(cost, before[column - 2]! + 1);
    }
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
