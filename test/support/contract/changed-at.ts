export type Path = readonly (string | number)[];

/** Every place in a value, by its path. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
}

/** A copy with one place changed; `undefined` takes it out. */
export function changedAt(whole: unknown, path: Path, value: unknown): unknown {
  if (path.length === 0) return value;
  const copy = structuredClone(whole);
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce((inner, key) => (inner as Record<string | number, unknown>)[key], copy) as Record<string | number, unknown>;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}
