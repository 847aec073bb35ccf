/** What leads where, by id. */
export type Arrows = ReadonlyMap<string, readonly string[]>;

/**
 * Tells which arrows come back, by one way or another, to where they start.
 * Takes time in proportion to the arrows and no recursion: a file of an owner's
 * may hold a chain of thousands.
 */
export function circlesOf(arrows: Arrows): (from: string, to: string) => boolean {
  // Kosaraju: whoever is reached backwards, from the last that a forward walk left, is in one circle with it.
  const backwards = reversed(arrows);
  const circle = new Map<string, string>();
  for (const start of leftLast(arrows)) {
    const waiting = [start];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (circle.has(id)) continue;
      circle.set(id, start);
      waiting.push(...(backwards.get(id) ?? []));
    }
  }
  return (from, to) => circle.has(from) && circle.get(from) === circle.get(to);
}

/** Every id, the one that a walk along the arrows leaves last first. */
function leftLast(arrows: Arrows): string[] {
  const left: string[] = [];
  const seen = new Set<string>();
  for (const start of arrows.keys()) {
    const path = seen.has(start) ? [] : [{id: start, ahead: [...(arrows.get(start) ?? [])]}];
    seen.add(start);
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const next = here.ahead.pop();
      if (next === undefined) {
        left.push(here.id);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({id: next, ahead: [...(arrows.get(next) ?? [])]});
      }
    }
  }
  return left.reverse();
}

function reversed(arrows: Arrows): Map<string, string[]> {
  const backwards = new Map<string, string[]>();
  for (const [from, targets] of arrows) {
    for (const to of targets) {
      const before = backwards.get(to);
      if (before) before.push(from);
      else backwards.set(to, [from]);
    }
  }
  return backwards;
}
