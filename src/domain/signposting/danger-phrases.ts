import {dangerRules, harmlessPhrases} from './danger-phrase-rules.js';

const mostShown = 10;

/** One word of a pattern: those that it may be, or none where any word may stand, or stand not. */
type Slot = ReadonlySet<string> | undefined;

interface Word {
  folded: string;
  start: number;
  end: number;
}

interface Pattern {
  rule: string;
  slots: readonly Slot[];
}

/** Patterns by their first word, so that each word of a text meets only the few that begin with it. */
type ByFirstWord = ReadonlyMap<string, readonly Pattern[]>;

const pointing = byFirstWord(dangerRules.flatMap(({id: rule, phrases}) => phrases.map((phrase) => ({rule, phrase}))));
const harmless = byFirstWord(harmlessPhrases.map((phrase) => ({rule: '', phrase})));

function byFirstWord(written: readonly {rule: string; phrase: string}[]): ByFirstWord {
  const index = new Map<string, Pattern[]>();
  for (const {rule, phrase} of written) {
    const slots = phrase.split(' ').map(slotOf);
    for (const first of slots[0] ?? []) index.set(first, [...(index.get(first) ?? []), {rule, slots}]);
  }
  return index;
}

/**
 * The words in `text` that point to danger, as they were written, each once and
 * at most ten; none where nothing points there. For the endpoint alone: whoever
 * writes is not judged while they write. English only.
 */
export function dangerPhrases(text: string): string[] {
  const found = phrasesIn(text);
  const inOrder = found.sort((one, other) => one.start - other.start || other.end - one.end);
  let covered = 0;
  const apart = inOrder.filter(({end}) => {
    const isNew = end > covered;
    covered = Math.max(covered, end);
    return isNew;
  });
  return [...new Set(apart.map(({start, end}) => text.slice(start, end).replace(/\s+/g, ' ')))].slice(0, mostShown);
}

/** The ids of the rules that `text` meets. */
export function dangerRulesIn(text: string): string[] {
  return [...new Set(phrasesIn(text).map(({rule}) => rule))];
}

/** A pattern that was met: in the words from the one at `from` to the one before `to`. */
interface Met {
  rule: string;
  from: number;
  to: number;
}

function phrasesIn(text: string): {rule: string; start: number; end: number}[] {
  const words = wordsOf(text);
  const said = new Set(met(harmless, words).flatMap(({from, to}) => words.slice(from, to)));
  const found = met(pointing, words).filter(({from, to}) => !words.slice(from, to).some((word) => said.has(word)));
  return found.map(({rule, from, to}) => ({rule, start: words[from]!.start, end: words[to - 1]!.end}));
}

// A word at a time, so that no text, however made, takes longer than its length.
function met(patterns: ByFirstWord, words: readonly Word[]): Met[] {
  return words.flatMap(({folded}, from) =>
    (patterns.get(folded) ?? []).flatMap(({rule, slots}) => {
      const to = endOf(slots, 0, words, from);
      return to === undefined ? [] : [{rule, from, to}];
    }),
  );
}

/** The place behind the phrase that starts at `place`, or `undefined`. */
function endOf(slots: readonly Slot[], slot: number, words: readonly Word[], place: number): number | undefined {
  if (slot === slots.length) return place;
  const wanted = slots[slot];
  if (!wanted) return endOf(slots, slot + 1, words, place) ?? (place < words.length ? endOf(slots, slot + 1, words, place + 1) : undefined);
  return wanted.has(words[place]?.folded ?? '') ? endOf(slots, slot + 1, words, place + 1) : undefined;
}

function slotOf(written: string): Slot {
  return written === '*' ? undefined : new Set(written.split('|').filter((each) => each !== '*'));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’ʼ`´][\p{L}]+)*/gu)].map((match) => ({
    folded: match[0].toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
