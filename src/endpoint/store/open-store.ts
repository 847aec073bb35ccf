import {mkdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {Configuration} from '../configuration.js';
import {reasonOf} from '../commands/reason-of.js';
import {StartFault} from '../commands/start-fault.js';
import {openPostgresStore} from './postgres/postgres-store.js';
import {openSqliteStore} from './sqlite/sqlite-store.js';
import type {Store} from './store.js';

// When built, the worker lies beside whatever file this has become a part of.
const builtWorker = new URL('./sqlite-worker.js', import.meta.url);

/** Where the database of a data folder lies. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'care-elements.db');
}

/** Where everything is kept, in words for the operator: without the password. */
export function placeOfStore({dataFolder, databaseUrl}: WhereToKeep): string {
  if (databaseUrl === undefined) return resolve(databaseFile(dataFolder));
  const {host, pathname} = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
}

type WhereToKeep = Pick<Configuration, 'dataFolder' | 'databaseUrl'>;

/**
 * The store that the configuration names, made when it is not there.
 *
 * @throws StartFault when it cannot be opened.
 */
export async function openStore(where: WhereToKeep, worker = builtWorker): Promise<Store> {
  return where.databaseUrl === undefined ? openInFolder(where.dataFolder, worker) : openDatabase(where.databaseUrl, placeOfStore(where));
}

async function openDatabase(url: string, place: string): Promise<Store> {
  try {
    return await openPostgresStore({url});
  } catch (error) {
    throw new StartFault(`The database in DATABASE_URL (${place}) cannot be used: ${reasonOf(error)}
It must exist and answer, and its user must be allowed to make tables in it.`);
  }
}

async function openInFolder(dataFolder: string, worker: URL): Promise<Store> {
  try {
    // What people told lies in it, so it is for its owner alone.
    await mkdir(dataFolder, {recursive: true, mode: 0o700});
    return await openSqliteStore({file: databaseFile(dataFolder), worker});
  } catch (error) {
    throw new StartFault(`The data folder ${dataFolder} (DATA_DIR) cannot be used: ${reasonOf(error)}
Name a folder in DATA_DIR that the endpoint's user may write to, on a disk of this machine.`);
  }
}
