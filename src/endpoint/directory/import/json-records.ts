import {stat} from 'node:fs/promises';
import {pointer} from '../../../contract/problem.js';
import {asUtf8} from './as-utf8.js';
import {readFileBytes} from './file-bytes.js';
import {FileFault} from './file-fault.js';
import {createCutter, type Cut} from './json-cutter.js';
import {pageKeys, recordsIn} from './records.js';
import {textFromBytes, type ForeignCharacters} from './text-of.js';

/** One record of a file and where in it it stands, in words; or why there is none. */
export type FoundRecord = {where: string; record: unknown} | {where: string; fault: string};

/** What is told while a file is read. */
export interface RecordReading {
  /** Bytes of the file, as they are read. */
  read(bytes: number): void;
  foreign: ForeignCharacters;
}

// Smaller pages are read whole, as records are.
const largePage = 4 * 1024 * 1024;
// By these a record of CQC's or of ours is told from the page of a list.
const keysOfRecords: ReadonlySet<string> = new Set(['locationId', 'providerId', 'loc', 'id', 'service']);

/**
 * The records in a JSON file, one after another, however long the file is.
 *
 * @throws FileFault where it is not JSON from some place on; what stands before has been given by then.
 */
export async function* jsonRecords(file: string, {read, foreign}: RecordReading): AsyncGenerator<FoundRecord> {
  const cutter = createCutter({pageKeys: (await isLargePage(file)) ? pageKeys : []});
  for await (const piece of asUtf8(readFileBytes(file, read))) {
    for (const cut of cutter.take(piece)) yield* recordsOf(cut, foreign);
  }
  const {cuts, isWhole} = cutter.end();
  for (const cut of cuts) yield* recordsOf(cut, foreign);
  if (!isWhole) throw new FileFault('is not JSON: it ends in the middle');
}

function* recordsOf(cut: Cut, foreign: ForeignCharacters): Generator<FoundRecord> {
  const {path, line} = cut;
  const at = (path: readonly PropertyKey[]) => `line ${line}${path.length > 0 ? `, at ${pointer(path)}` : ''}`;
  if ('fault' in cut) return yield {where: at(path), fault: `${cut.fault}, and no record of CQC’s is: fetch it again, or leave it out`};
  let value: unknown;
  try {
    value = JSON.parse(textFromBytes(cut.bytes, foreign));
  } catch {
    // The parser's message may quote the file.
    return yield {where: at(path), fault: 'is not JSON'};
  }
  for (const {record, path: deeper} of recordsIn(value, path)) yield {where: at(deeper), record};
}

/** Whether the file is the page of a list that is too long to be read whole. Only its beginning is read where that is not so. */
async function isLargePage(file: string): Promise<boolean> {
  if ((await stat(file)).size <= largePage) return false;
  // Kept are none but these, of which there are few: a file can have any number.
  let [isPage, isRecord] = [false, false];
  const sawKey = (key: string) => {
    isPage ||= pageKeys.includes(key);
    isRecord ||= keysOfRecords.has(key);
  };
  const cutter = createCutter({pageKeys, sawKey});
  for await (const piece of asUtf8(readFileBytes(file))) {
    const cuts = cutter.take(piece);
    if (isRecord || cuts.some(({path}) => typeof path[0] !== 'string')) return false;
  }
  return isPage;
}
