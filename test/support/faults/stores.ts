import {join} from 'node:path';
import {temporaryFolder} from '../endpoint/sqlite-worker.js';
import {sharedPostgres} from '../store/postgres-server.js';

/** A store as the endpoint is given it: what its environment names beside `DATA_DIR`. */
export interface StoreKind {
  name: string;
  /** Left out where this machine has no such database. */
  environment?: Readonly<Record<string, string>>;
}

/** Every store that the faults must leave whole, with nothing in it yet. A PostgreSQL ends with the process that runs the tests. */
export async function newStores(): Promise<readonly StoreKind[]> {
  const postgres = await sharedPostgres();
  return [
    {name: 'SQLite', environment: {DATABASE_URL: ''}},
    {name: 'PostgreSQL', ...(postgres && {environment: {DATABASE_URL: await postgres.newDatabase(), CARE_KEYS: join(temporaryFolder(), 'keys.json')}})},
  ];
}
