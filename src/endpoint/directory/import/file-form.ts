import {open} from 'node:fs/promises';
import {utf16In} from './as-utf8.js';
import {fileFault, FileFault} from './file-fault.js';

/** What a file is, by its content. */
export type FileForm = 'json' | 'spreadsheet' | 'csv';

const enoughToTell = 64 * 1024;

// Pictures and the like begin with some letters of a name, and a line end before a zero.
const signature = 16;
const lineEnd = 0x0a;

const zip = [0x50, 0x4b];
const gzip = [0x1f, 0x8b];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What the file is: told by how it begins, since people save files under any name.
 *
 * @throws FileFault for what is none of them.
 */
export async function fileFormOf(file: string): Promise<FileForm> {
  const start = await startOf(file);
  if (starts(start, zip)) return 'spreadsheet';
  if (/\.ods$/i.test(file)) throw new FileFault(`is no ODS file: it is not a zip${start.length === 0 ? ', it is empty' : ''}`);
  if (starts(start, gzip)) throw new FileFault('is packed (gzip): unpack it first');
  if (starts(start, oldOffice)) throw new FileFault('is a file of an old Excel: save it as ODS or CSV');
  const utf16 = utf16In(start);
  if (utf16 === undefined && firstOf(start).includes(0)) throw new FileFault('is neither text nor a spreadsheet');

  const text = new TextDecoder(utf16 ?? 'utf-8').decode(start).replace(/^\uFEFF/, '').trimStart();
  if (text === '' && start.length < enoughToTell) throw new FileFault('is empty');
  if (/^<(!doctype html|html|head|body|script|meta)\b/i.test(text)) throw new FileFault('is a web page (HTML), not a file of CQC’s: download the file itself');
  if (text.startsWith('<')) throw new FileFault('is XML, which is no form of CQC’s files: save it as ODS or CSV');
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'csv';
}

async function startOf(file: string): Promise<Buffer> {
  try {
    const opened = await open(file);
    try {
      const {bytesRead, buffer} = await opened.read(Buffer.alloc(enoughToTell), 0, enoughToTell, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw fileFault(error);
  }
}

/** Further on a stray zero costs a row, not the file. */
function firstOf(start: Buffer): Buffer {
  return start.subarray(0, Math.max(signature, start.indexOf(lineEnd)));
}

function starts(bytes: Buffer, with_: readonly number[]): boolean {
  return with_.every((byte, position) => bytes[position] === byte);
}
