import {readFile} from 'node:fs/promises';
import type {DirectoryImports, ServiceOrigin} from '../store/directory-import.js';
import {importServices, type Counts} from './import-services.js';

/** The store, and where to say what is wrong with a file or a record. */
export interface LoadNeeds {
  store: DirectoryImports;
  complain(line: string): void;
}

/**
 * Loads the services in files of CQC data. A file that cannot be read, and a
 * record that is no service, is complained of by name; the others are loaded.
 */
export async function loadFiles(files: readonly string[], origin: ServiceOrigin, {store, complain}: LoadNeeds): Promise<Counts & {unreadable: number}> {
  const total = {added: 0, changed: 0, unchanged: 0, skipped: 0, unreadable: 0};
  for (const file of files) {
    const read = await readJson(file);
    if ('fault' in read) {
      complain(`${file}: ${read.fault}`);
      total.unreadable += 1;
      continue;
    }
    const counts = await importServices(read.json, origin, store, (position, fault) => {
      complain(`${file}${position && `, at ${position}`}: ${fault}; skipped`);
    });
    for (const key of ['added', 'changed', 'unchanged', 'skipped'] as const) total[key] += counts[key];
  }
  return total;
}

async function readJson(file: string): Promise<{json: unknown} | {fault: string}> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return {fault: `cannot be read: ${error instanceof Error ? error.message : ''}`};
  }
  try {
    // Some tools put a byte order mark in front, which is no part of JSON.
    return {json: JSON.parse(text.replace(/^\uFEFF/, ''))};
  } catch (error) {
    // The parser's message may quote the file; only the place is told.
    const place = /position \d+/.exec(error instanceof Error ? error.message : '')?.[0];
    return {fault: `is not JSON${place ? ` (at ${place})` : ''}`};
  }
}
