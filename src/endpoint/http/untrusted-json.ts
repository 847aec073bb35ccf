import {pointer, type Fault} from '../../contract/problem.js';

// The last two make comparing an object with a number throw, as a schema does with what has a `length`.
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf']);
// A submission goes five deep. The schemas walk what they are given by
// recursion, so what is far deeper is refused before they see it.
const deepest = 32;

/** Whether anything in it is nested more than `most` deep. Looked at without recursion. */
export function isNestedDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return false;
}

/**
 * Keys that could change what an object is, and nesting that no schema goes
 * into. Looked for before any schema runs, without recursion.
 */
export function structureFaults(value: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting: {part: unknown; path: string; depth: number}[] = [{part: value, path: '', depth: 0}];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {part, path, depth} = next;
    if (typeof part !== 'object' || part === null) continue;
    if (depth >= deepest) return [{pointer: path.slice(0, 100), detail: `is nested more than ${deepest} deep`}];
    for (const [key, inner] of Object.entries(part)) {
      const at = path + pointer([key]);
      if (forbidden.has(key) && !Array.isArray(part)) faults.push({pointer: at, detail: 'is a key that is never taken'});
      else waiting.push({part: inner, path: at, depth: depth + 1});
    }
  }
  return faults;
}
