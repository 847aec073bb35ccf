import {stat} from 'node:fs/promises';
import {londonDay} from '../../../locale/london-day.js';
import {dayInPreface} from './as-of.js';
import {csvTable} from './csv-table.js';
import {fileFault} from './file-fault.js';
import {fileFormOf} from './file-form.js';
import type {FoundRows} from './found-rows.js';
import {foundInRecord} from './found-in-record.js';
import {foundInTable} from './found-in-table.js';
import {jsonRecords, type RecordReading} from './json-records.js';
import {odsTable} from './ods-table.js';

/** How a file is read. */
export interface FileReading extends RecordReading {
  /** The day for which it holds; left out, the file is asked: what it says itself, or when it was last changed. */
  asOf: string | undefined;
  today: string;
}

/**
 * Everything that a file says, one thing after another, in whichever of CQC's forms it is.
 *
 * @throws FileFault where it is none.
 */
export async function* foundInFile(file: string, reading: FileReading): AsyncGenerator<FoundRows> {
  const form = await fileFormOf(file);
  const changed = reading.asOf ?? (await dayOfChange(file, reading.today));
  if (form === 'json') {
    for await (const found of jsonRecords(file, reading)) {
      if ('fault' in found) yield {...found, of: 'services'};
      else yield* foundInRecord(found.record, found.where, {asOf: changed});
    }
    return;
  }
  const asOf = remembered((preface) => reading.asOf ?? dayInPreface(preface, reading.today) ?? changed);
  yield* foundInTable(form === 'csv' ? csvTable(file, reading) : odsTable(file, reading), asOf);
}

async function dayOfChange(file: string, today: string): Promise<string> {
  const {mtime} = await stat(file).catch((error: unknown) => {
    throw fileFault(error);
  });
  const day = londonDay(mtime);
  // A clock may have been wrong when it was saved.
  return day < today ? day : today;
}

/** One file has one preface, or one for each of its sheets, and many rows. */
function remembered(dayOf: (preface: string) => string): (preface: string) => string {
  const days = new Map<string, string>();
  return (preface) => {
    const day = days.get(preface) ?? dayOf(preface);
    days.set(preface, day);
    return day;
  };
}
