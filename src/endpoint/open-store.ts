import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {StartFault} from './start-fault.js';
import {openSqliteStore} from './store/sqlite.js';
import type {Store} from './store/store.js';

// When built, the worker lies beside whatever file this has become a part of.
const builtWorker = new URL('./sqlite-worker.js', import.meta.url);

/** Where the database of a data folder lies. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'care-elements.db');
}

/**
 * The store that the configuration names, its folder made when it is not there.
 *
 * @throws StartFault when it cannot be opened.
 */
export async function openStore({dataFolder}: {dataFolder: string}, worker = builtWorker): Promise<Store> {
  try {
    // What people told lies in it, so it is for its owner alone.
    await mkdir(dataFolder, {recursive: true, mode: 0o700});
    return await openSqliteStore({file: databaseFile(dataFolder), worker});
  } catch (error) {
    throw new StartFault(`The data folder ${dataFolder} (DATA_DIR) cannot be used: ${error instanceof Error ? error.message : String(error)}
Name a folder in DATA_DIR that the endpoint's user may write to, on a disk of this machine.`);
  }
}
