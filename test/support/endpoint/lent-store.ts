import {spawn} from 'node:child_process';
import {mkdtempSync} from 'node:fs';
import {readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {databaseFile, openStore} from '../../../src/endpoint/store/open-store.js';
import {StoreUnavailable, type Store} from '../../../src/endpoint/store/store.js';
import {folderInMemory} from './folder-in-memory.js';
import {sqliteWorker} from './sqlite-worker.js';
import {clearingTo, connectionTo} from '../store/clear-sqlite.js';

/** A store in SQLite with nothing in it, in a folder of its own. */
export interface LentStore {
  folder: string;
  /** Another object after each opening. */
  store: Store;
  /** Closes it, and opens it again over the same folder. */
  reopen(): Promise<void>;
  /** From here on it answers nobody. It is lent to somebody else, or taken away with its folder. */
  giveBack(): Promise<void>;
}

interface Opened {
  folder: string;
  store: Store;
}

// To start a store's threads takes longer than most tests do.
const free: Opened[] = [];
let home: string | undefined;
let clear: ReturnType<typeof clearingTo> | undefined;

/**
 * Lends a store that was used before and holds no row of that, or opens one. Words that were
 * in it may still stand in its files, so whoever looks into those asks for a new one.
 */
export async function lendStore({isNew = false} = {}): Promise<LentStore> {
  const opened = (isNew ? undefined : free.pop()) ?? (await openNew());
  const {folder} = opened;
  let lent = callsTo(opened.store);

  return {
    folder,
    get store() {
      return lent.store;
    },
    async reopen() {
      await lent.store.close();
      await opened.store.close();
      opened.store = await open(folder);
      lent = callsTo(opened.store);
    },
    async giveBack() {
      await lent.store.close();
      if (!lent.isImporting() && (await isCleared(opened))) return void free.push(opened);
      await opened.store.close();
      await rm(folder, {recursive: true});
    },
  };
}

async function openNew(): Promise<Opened> {
  home ??= folderOfThisProcess();
  const folder = mkdtempSync(join(home, 'store-'));
  const store = await open(folder);
  const database = connectionTo(databaseFile(folder));
  clear ??= clearingTo(database);
  database.close();
  return {folder, store};
}

async function open(folder: string): Promise<Store> {
  return openStore({dataFolder: folder}, await sqliteWorker());
}

/** The calls of one test to a store: as if it were closed for this test alone. */
function callsTo(store: Store): {store: Store; isImporting(): boolean} {
  const going = new Set<Promise<unknown>>();
  let isClosed = false;
  let imports = 0;
  const lent = Object.fromEntries(Object.entries(store as unknown as Record<string, (...parameters: unknown[]) => Promise<unknown>>).map(([name, ask]) => [name, (...parameters: unknown[]) => {
    if (isClosed) return Promise.reject(new StoreUnavailable('the store is closed'));
    const answer = ask(...parameters).then((result) => {
      if (name === 'startImport') imports += 1;
      if (name === 'endImport') imports -= 1;
      return result;
    });
    going.add(answer);
    const isDone = () => void going.delete(answer);
    answer.then(isDone, isDone);
    return answer;
  }])) as unknown as Store;
  lent.close = async () => {
    isClosed = true;
    await Promise.allSettled(going);
  };
  return {store: lent, isImporting: () => imports > 0};
}

async function isCleared({folder, store}: Opened): Promise<boolean> {
  try {
    const file = databaseFile(folder);
    const database = connectionTo(file);
    try {
      clear!(database);
    } finally {
      database.close();
    }
    for (const name of await readdir(folder)) if (!join(folder, name).startsWith(file)) await rm(join(folder, name), {recursive: true});
    await store.check();
    return true;
  } catch {
    return false;
  }
}

/** A folder that is gone when this process is, also where it is killed: a shell waits for that. */
function folderOfThisProcess(): string {
  const folder = folderInMemory('care-');
  const guard = spawn('/bin/sh', ['-c', `trap '' INT TERM; read -r end; rm -rf "$1"`, 'sh', folder], {stdio: ['pipe', 'ignore', 'ignore'], cwd: '/'});
  guard.unref();
  return folder;
}
