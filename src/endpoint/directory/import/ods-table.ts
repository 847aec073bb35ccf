import type {Readable} from 'node:stream';
import {openPromise, type Entry, type ZipFile} from 'yauzl';
import {FileFault, fileFault} from './file-fault.js';
import type {RecordReading} from './json-records.js';
import {createContentReader, type SheetRow} from './ods-content.js';
import {headerFrom, headerWithin, namedRow, widthFault, type FoundNamedRow, type Header} from './table.js';

// CQC's own unpacks to somewhat over a gigabyte.
const mostUnpacked = 8 * 1024 ** 3;
const mostEntries = 10_000;
const content = 'content.xml';

/**
 * The rows of the sheets of a spreadsheet (ODS) that have a header of CQC's; the others, such as its README, are passed over.
 *
 * @throws FileFault where it is no such spreadsheet.
 */
export async function* odsTable(file: string, {read}: RecordReading): AsyncGenerator<FoundNamedRow> {
  let sheet: {name: string; header?: Header; before: string[]} = {name: '', before: []};
  let headers = 0;
  for await (const {sheet: name, number, cells} of sheetRows(file, read)) {
    if (name !== sheet.name) sheet = {name, before: []};
    const {header, before} = sheet;
    if (header) {
      yield rowOf({name, number, cells, header, preface: before.join('\n')});
    } else if (before.length < headerWithin) {
      sheet.header = headerFrom(cells);
      if (sheet.header) headers += 1;
      else before.push(cells.join(' '));
    }
  }
  if (headers === 0) throw new FileFault(`has no sheet with the header row of CQC’s care directory or latest ratings in its first ${headerWithin} rows`);
}

function rowOf({name, number, cells, header, preface}: {name: string; number: number; cells: string[]; header: Header; preface: string}): FoundNamedRow {
  const where = `sheet “${forTerminals(name)}”, row ${number}`;
  // A spreadsheet leaves out what is empty at the end of a row.
  const whole = [...cells, ...header.columns.slice(cells.length).map(() => '')];
  const fault = widthFault(whole, header);
  return fault === undefined ? {form: header.form, where, row: namedRow(whole, header), preface} : {form: header.form, where, fault};
}

/** Whoever made the file named its sheets, and a terminal obeys some characters. */
function forTerminals(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 60);
}

async function* sheetRows(file: string, read: (bytes: number) => void): AsyncGenerator<SheetRow> {
  const zip = await opened(file);
  try {
    const entry = await contentOf(zip);
    const share = zip.fileSize / Math.max(1, entry.uncompressedSize);
    const reader = createContentReader();
    const decoder = new TextDecoder();
    for await (const piece of await unpacked(zip, entry)) {
      read(piece.length * share);
      yield* reader.take(decoder.decode(piece, {stream: true}));
    }
    yield* reader.take(decoder.decode());
    reader.end();
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault('is no ODS file that can be read: its zip is damaged');
  } finally {
    zip.close();
  }
}

async function opened(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, {autoClose: false});
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code !== undefined) throw fileFault(error);
    throw new FileFault('is no ODS file: its zip cannot be read');
  }
}

async function contentOf(zip: ZipFile): Promise<Entry> {
  if (zip.entryCount > mostEntries) throw new FileFault('is no ODS file: its zip holds too much');
  let isExcel = false;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.startsWith('xl/')) isExcel = true;
    if (entry.fileName !== content) continue;
    // The reader holds the content to the size that is declared here.
    if (entry.uncompressedSize > mostUnpacked) throw new FileFault('is no ODS file as CQC makes them: it unpacks to more than 8 GB');
    if (!entry.canDecodeFileData()) throw new FileFault('is no ODS file that can be read: it is encrypted, or packed in a way of its own');
    return entry;
  }
  throw new FileFault(isExcel ? 'is a file of Excel: save it as ODS or CSV' : 'is a zip file, but no ODS: if a file of CQC’s is in it, unpack it first');
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return (await zip.openReadStreamPromise(entry)) as Readable as AsyncIterable<Buffer>;
}
