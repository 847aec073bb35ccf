/**
 * JSON with every object's keys in order, so that the same content has the same
 * text however its sender ordered it. `value` is plain JSON, not deeper than the
 * contract's schemas go.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlainObject(part) ? inOrder(part) : part));
}

function inOrder(part: Record<string, unknown>): Record<string, unknown> {
  // By code unit, which no locale changes. Entries, since assigning to `__proto__` would set no key.
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isPlainObject(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
