/** Lines for the operator, of which many of one kind become a few and a count. Times are in milliseconds of a clock that only grows. */
export interface LogFolding {
  /** What is written now that `line` has come: what has been counted long enough, and the line itself where it is one of the first of its kind. */
  add(line: string, now: number): string[];
  /** What has been counted long enough by now. */
  due(now: number): string[];
  /** When the next will have been; `undefined` while nothing is counted. */
  nextDue(): number | undefined;
  /** All that has been counted, however long. */
  rest(): string[];
}

/** How many lines of one kind are written of those that come within so long. */
export interface FoldingRule {
  first: number;
  within: number;
}

interface Kind {
  ends: number;
  count: number;
  last: string;
}

// An attack for a day then writes less than a thousand lines of a kind, and whoever looks hears of it soon.
const usualRule: FoldingRule = {first: 5, within: 10 * 60_000};
// Lines hold nothing that others write, so there are few kinds; where there were many, what was counted is said early and none is lost.
const mostKinds = 1000;

/**
 * Folds lines that differ in nothing but words with digits, such as times, ids and
 * counts. A line that is the only one of its kind is written at once, always.
 */
export function createLogFolding({first, within}: FoldingRule = usualRule): LogFolding {
  // In the order in which they began, and so in which they end.
  const kinds = new Map<string, Kind>();

  function endWhile(isOver: (kind: Kind) => boolean): string[] {
    const said: string[] = [];
    for (const [name, kind] of kinds) {
      if (!isOver(kind)) break;
      kinds.delete(name);
      if (kind.count > first) said.push(andMore(kind.count - first, kind.last));
    }
    return said;
  }

  const due = (now: number) => endWhile(({ends}) => ends <= now);

  return {
    add(line, now) {
      const said = due(now);
      const name = kindOf(line);
      const known = kinds.get(name);
      if (!known && kinds.size >= mostKinds) said.push(...endWhile(() => kinds.size >= mostKinds));
      const kind = known ?? {ends: now + within, count: 0, last: line};
      kinds.set(name, kind);
      kind.count += 1;
      kind.last = line;
      return kind.count <= first ? [...said, line] : said;
    },
    due,
    nextDue: () => kinds.values().next().value?.ends,
    rest: () => endWhile(() => true),
  };
}

function kindOf(line: string): string {
  return line.replace(/[\w-]+/g, (word) => (/\d/.test(word) ? '#' : word));
}

function andMore(count: number, last: string): string {
  return `… and ${count.toLocaleString('en-GB')} more, the last: ${last.split('\n', 1)[0]}`;
}
