import {createWriteStream} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {afterAll} from 'vitest';
import {ZipFile} from 'yazl';
import type {FoundRows} from '../../../src/endpoint/directory/import/found-rows.js';
import {foundInFile, type FileReading} from '../../../src/endpoint/directory/import/found-in-file.js';
import {temporaryFolder} from './sqlite-worker.js';

/** A folder for the files of one test file, gone when its tests have ended. */
export function folderForFiles(): {path(name: string): string; write(content: string | Uint8Array, name?: string): Promise<string>; ods(sheets: Sheets | string, name?: string): Promise<string>} {
  const folder = temporaryFolder();
  let files = 0;
  afterAll(() => rm(folder, {recursive: true}));
  const path = (name: string) => join(folder, name);
  return {
    path,
    async write(content, name = `file-${(files += 1)}`) {
      await writeFile(path(name), content);
      return path(name);
    },
    async ods(sheets, name = `file-${(files += 1)}`) {
      await writeZip(path(name), {mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': typeof sheets === 'string' ? sheets : odsContent(sheets)});
      return path(name);
    },
  };
}

export async function writeZip(path: string, entries: Readonly<Record<string, string>>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** A cell's text, or the whole cell as XML. */
export type Cell = string | {xml: string};
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

export function odsContent(sheets: Sheets): string {
  const tables = Object.entries(sheets).map(([name, rows]) => `<table:table table:name="${escaped(name)}">${rows.map(odsRow).join('')}</table:table>`);
  return inContent(tables.join(''));
}

export function inContent(tables: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
}

export function odsRow(cells: readonly Cell[]): string {
  const xml = cells.map((cell) => (typeof cell === 'string' ? `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>` : cell.xml));
  return `<table:table-row>${xml.join('')}</table:table-row>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Rows as a CSV file has them. */
export function csv(rows: readonly (readonly string[])[], lineEnd = '\r\n'): string {
  return rows.map((cells) => cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + lineEnd).join('');
}

export const directoryHeader = [
  'Name', 'Also known as', 'Address', 'Postcode', 'Phone number', "Service's website (if available)", 'Service types', 'Date of latest check',
  'Specialisms/services', 'Provider name', 'Local authority', 'Region', 'Location URL', 'CQC Location ID (for office use only)', 'CQC Provider ID (for office use only)',
];

/** What stands before the header of the care directory. */
export const directoryPreface = [['CQC Locations data'], [''], ['This data was produced on 19 August 2026'], ['']];

export function directoryRow(changes: Readonly<Record<string, string>> = {}): string[] {
  const row: Record<string, string> = {
    Name: 'Example House',
    Address: '1 Example Road,Exampleton',
    Postcode: 'ZZ1 1AA',
    'Phone number': '1632960001',
    "Service's website (if available)": 'www.example.org',
    'Service types': 'Residential homes',
    'Date of latest check': '09/Jan/2026 - 00:00',
    'Provider name': 'Example Care Ltd',
    'Local authority': 'Exampleshire',
    Region: 'Example',
    'Location URL': 'https://www.cqc.org.uk/location/1-900000001',
    'CQC Location ID (for office use only)': '1-900000001',
    'CQC Provider ID (for office use only)': '1-900000002',
    ...changes,
  };
  return directoryHeader.map((column) => row[column] ?? '');
}

export const locationsHeader = [
  'Location ID', 'Location ODS Code', 'Location Name', 'Care Home?', 'Location Type', 'Location Primary Inspection Category', 'Location Street Address',
  'Location Address Line 2', 'Location City', 'Location Post Code', 'Location Local Authority', 'Location Region', 'Service / Population Group', 'Domain',
  'Latest Rating', 'Publication Date', 'Report Type', 'Inherited Rating (Y/N)', 'URL', 'Provider ID', 'Provider Name', 'Brand ID', 'Brand Name',
];

export function locationRow(changes: Readonly<Record<string, string>> = {}): string[] {
  const row: Record<string, string> = {
    'Location ID': '1-900000001',
    'Location ODS Code': 'VZZ01',
    'Location Name': 'Example House',
    'Care Home?': 'Y',
    'Location Type': 'Social Care Org',
    'Location City': 'Exampleton',
    'Location Post Code': 'ZZ1 1AA',
    'Location Local Authority': 'Exampleshire',
    'Service / Population Group': 'Overall',
    Domain: 'Overall',
    'Latest Rating': 'Good',
    'Publication Date': '05/08/2019',
    'Report Type': 'Location',
    'Inherited Rating (Y/N)': 'N',
    'Provider ID': '1-900000002',
    'Provider Name': 'Example Care Ltd',
    'Brand ID': '-',
    'Brand Name': '-',
    ...changes,
  };
  return locationsHeader.map((column) => row[column] ?? '-');
}

/** The rows of one location: its overall rating and those of the five questions. */
export function locationRows(changes: Readonly<Record<string, string>> = {}): string[][] {
  return ['Overall', 'Safe', 'Effective', 'Caring', 'Responsive', 'Well-led'].map((domain) => locationRow({Domain: domain, ...changes}));
}

export interface Read {
  found: FoundRows[];
  notes: string[];
  /** Why it is no file of ours, or ends as none. */
  fault?: string;
}

/** All that is found in a file. */
export async function readFile(file: string, reading: Partial<FileReading> = {}): Promise<Read> {
  const read: Read = {found: [], notes: []};
  try {
    for await (const found of foundInFile(file, {asOf: '2026-11-01', today: '2026-11-22', read: () => undefined, foreign: () => read.notes.push('not UTF-8'), ...reading})) read.found.push(found);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FileFault') throw error;
    read.fault = error.message;
  }
  return read;
}

export function servicesIn({found}: Read) {
  return found.flatMap((each) => ('service' in each ? [each.service] : []));
}

export function ratingsIn({found}: Read) {
  return found.flatMap((each) => ('rating' in each ? [each.rating] : []));
}

/** The places and reasons of what was skipped. */
export function skippedIn({found}: Read): string[] {
  return found.flatMap((each) => ('fault' in each ? [`${each.where}: ${each.fault}`] : []));
}
