/** A piece of a JSON file that stands for one record, not parsed yet; or why it is more than a record can be, of which nothing was kept. */
export type Cut = Place & ({bytes: Buffer} | {fault: string});

interface Place {
  /** Where it stands in the list that it is of; empty for a value of its own. */
  path: readonly PropertyKey[];
  /** The line on which it begins, from 1. */
  line: number;
}

export interface Cutter {
  take(piece: Buffer): Cut[];
  /** What is left over, and whether the file ended where it may. */
  end(): {cuts: Cut[]; isWhole: boolean};
}

/** How much one record can be. A parser makes of many small values many times what their text has, so they count too. */
export interface RecordBounds {
  bytes: number;
  values: number;
  depth: number;
}

// A record has some kilobytes, the longest ones seen a few megabytes. CQC's go less than ten deep.
const usualBounds: RecordBounds = {bytes: 32 * 1024 * 1024, values: 500_000, depth: 64};
// Deeper lists are no form of CQC's data.
const deepest = 4;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const [openList, closeList] = [0x5b, 0x5d];
const [openObject, closeObject] = [0x7b, 0x7d];
const lineEnd = 0x0a;
const mark = [0xef, 0xbb, 0xbf];

/** A list that is open, or the page of a list: an object some of whose values are lists of records. */
interface Open {
  kind: 'list' | 'page';
  /** Of a list the place of the next record, of a page the key read last. */
  at: PropertyKey;
}

interface Value {
  is: 'record' | 'key' | 'other';
  line: number;
  /** How many brackets of it are open, and how many ever were. */
  depth: number;
  deepest: number;
  isText: boolean;
  inText: boolean;
  afterBackslash: boolean;
  pieces: Buffer[];
  size: number;
  /** As many as it has commas and brackets, which is at least half of them. */
  values: number;
  fault?: string;
}

/**
 * Cuts JSON into records by its brackets, so that each can be parsed by itself.
 *
 * A streaming parser ends at the first fault and takes the rest of the file with
 * it; cut up, a record that is no JSON costs only itself, and no more than one is
 * ever in memory, and none that is more than a record can be. Lists are opened, and one value after another is taken too (JSON
 * lines). With `pageKeys` an outermost object is the page of a list, whose values
 * under these keys are opened; `sawKey` is told of all its keys.
 */
export function createCutter({pageKeys = [], sawKey, bounds = usualBounds}: {pageKeys?: readonly string[]; sawKey?: (key: string) => void; bounds?: RecordBounds} = {}): Cutter {
  const open: Open[] = [];
  let value: Value | undefined;
  let line = 1;
  let bytesBefore = 0;

  function begin(is: Value['is'], first: number): Value {
    const isBracket = first === openList || first === openObject;
    return {is, line, depth: isBracket ? 1 : 0, deepest: 1, isText: first === quote, inText: first === quote, afterBackslash: false, pieces: [], size: 0, values: 0};
  }

  function path(): PropertyKey[] {
    return open.map(({at}) => at);
  }

  function keep(from: Buffer): void {
    value!.size += from.length;
    if (value!.is === 'other') return;
    value!.fault ??= faultOf(value!, bounds);
    if (value!.fault === undefined) value!.pieces.push(from);
    else value!.pieces = [];
  }

  function finish(): Cut[] {
    const {is, pieces, fault, line: begun} = value!;
    value = undefined;
    const inside = open.at(-1);
    if (is === 'key') {
      const key = keyText(pieces);
      inside!.at = key;
      sawKey?.(key);
    }
    if (is !== 'record') return [];
    const cut: Cut = {...(fault === undefined ? {bytes: Buffer.concat(pieces)} : {fault}), path: path(), line: begun};
    if (inside) inside.at = (inside.at as number) + 1;
    return [cut];
  }

  /** What a byte between two values means. */
  function between(byte: number): void {
    const inside = open.at(-1);
    if (byte === closeList && inside?.kind === 'list') return closed();
    if (byte === closeObject && inside?.kind === 'page') return closed();
    if (byte === openList && (inside?.kind !== 'page' ? open.length < deepest : pageKeys.includes(String(inside.at)))) return void open.push({kind: 'list', at: 0});
    if (byte === openObject && open.length === 0 && pageKeys.length > 0) return void open.push({kind: 'page', at: ''});
    if (inside?.kind === 'page') value = begin(byte === quote ? 'key' : 'other', byte);
    // Of brackets that close nothing the record before them is to blame, which is no JSON then.
    else if (byte !== closeObject && byte !== closeList) value = begin('record', byte);
  }

  function closed(): void {
    open.pop();
    const outer = open.at(-1);
    if (outer?.kind === 'list') outer.at = (outer.at as number) + 1;
  }

  return {
    take(piece) {
      const cuts: Cut[] = [];
      let start = 0;
      for (let position = 0; position < piece.length; position += 1) {
        const byte = piece[position]!;
        if (byte === lineEnd) line += 1;
        if (value) {
          const ends = endOf(value, byte);
          if (ends === 'no') continue;
          keep(piece.subarray(start, ends === 'after' ? position + 1 : position));
          cuts.push(...finish());
          if (ends === 'after') continue;
        }
        if (isBetween(byte) || (bytesBefore + position < mark.length && mark.includes(byte))) continue;
        between(byte);
        start = position;
      }
      if (value) keep(piece.subarray(start));
      bytesBefore += piece.length;
      return cuts;
    },

    end() {
      const isWhole = open.length === 0 && (!value || (value.depth === 0 && !value.inText));
      return {cuts: value && isWhole ? finish() : [], isWhole};
    },
  };
}

/** Whether the value ends with this byte, has ended before it, or goes on. */
function endOf(value: Value, byte: number): 'no' | 'after' | 'before' {
  if (value.inText) {
    if (value.afterBackslash) value.afterBackslash = false;
    else if (byte === backslash) value.afterBackslash = true;
    else if (byte === quote) value.inText = false;
    return value.isText && !value.inText && value.depth === 0 ? 'after' : 'no';
  }
  if (value.depth === 0) return isBetween(byte) || byte === closeList || byte === closeObject ? 'before' : 'no';
  if (byte === quote) value.inText = true;
  else if (byte === comma) value.values += 1;
  else if (byte === openList || byte === openObject) {
    value.values += 1;
    value.depth += 1;
    value.deepest = Math.max(value.deepest, value.depth);
  } else if (byte === closeList || byte === closeObject) value.depth -= 1;
  return value.depth === 0 ? 'after' : 'no';
}

function faultOf({size, values, deepest}: Value, bounds: RecordBounds): string | undefined {
  if (size > bounds.bytes) return `is longer than ${bounds.bytes.toLocaleString('en-GB')} bytes`;
  if (deepest > bounds.depth) return `is nested more than ${bounds.depth} deep`;
  return values > bounds.values ? `has more than ${bounds.values.toLocaleString('en-GB')} values` : undefined;
}

function isBetween(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === lineEnd || byte === comma || byte === colon;
}

/** Only keys of CQC's pages matter; any other that is long or strange counts as none. */
function keyText(pieces: readonly Buffer[]): string {
  return /^"(\w{1,40})"$/.exec(Buffer.concat(pieces).toString('utf8'))?.[1] ?? '';
}
