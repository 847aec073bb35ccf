import type {Service} from '../../contract/service.js';
import {wordsIn} from '../../contract/words-in.js';
import type {Index} from './search-index.js';
import {candidatesFor, candidatesForPair, nearestFirst, type Candidate} from './candidates.js';
import {rankByCode, rankByScore} from './rank.js';
import {emptyScores, scoreWord} from './score.js';

const mostWords = 24;
const littleWords = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'i', 'in', 'is', 'my', 'near', 'of', 'on', 'the', 'to', 'with']);

/**
 * The services that somebody may mean by `query`, best first, at most `limit`.
 * Only the first 200 characters of a query are read; one without a letter or a
 * digit finds nothing. Never throws.
 */
export function search(index: Index, query: string, limit: number): Service[] {
  const seen = query.toLowerCase().replace(/\p{Default_Ignorable_Code_Point}+/gu, '').trim();
  const byCode = rankByCode(index, seen.replace(/\s+/gu, ''), limit);
  // An id that nobody has is not a word either; its first digit would find every `1st`.
  if (/^1-[\d\s]*$/.test(seen)) return named(index, byCode);

  const byWords = searchWords(index, query, limit).filter((position) => !byCode.includes(position));
  return named(index, [...byCode, ...byWords].slice(0, limit));
}

function named(index: Index, positions: readonly number[]): Service[] {
  return positions.map((position) => index.services[position]!);
}

function searchWords(index: Index, query: string, limit: number): number[] {
  const typed = wordsIn(query).slice(0, mostWords);
  if (typed.length === 0) return [];

  const scores = emptyScores(index);
  const onlyLittle = typed.every((word) => littleWords.has(word));
  const isLittle = (word: string) => littleWords.has(word) && !onlyLittle;
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(query);
  for (const [word, candidates] of readingsOf(index, typed, unfinished)) scoreWord(index, scores, candidates, isLittle(word));
  return rankByScore(index, scores, {typed: typed.join(' '), limit});
}

/** What each different word may stand for, nearest first. */
function readingsOf(index: Index, typed: readonly string[], unfinished: boolean): Map<string, Candidate[]> {
  const readings = new Map<string, Candidate[]>();
  const isLast = (position: number) => unfinished && position === typed.length - 1;
  for (const [position, word] of typed.entries()) readings.set(word, candidatesFor(index, word, isLast(position)));
  for (const [position, second] of typed.entries()) {
    const first = typed[position - 1];
    if (first === undefined) continue;
    const {both, later} = candidatesForPair(index, first, second, isLast(position));
    readings.get(first)?.push(...both);
    readings.get(second)?.push(...both, ...later);
  }
  for (const [word, candidates] of readings) readings.set(word, nearestFirst(candidates));
  return readings;
}
